import { sliceMapped } from '../../model/mapped-text.ts';
import type { ShellAssignment, Word } from '../../model/shell.ts';
import type { Draft, PendingHeredoc, Reader } from './reader.ts';
import { done, sourceSpan, stop } from './reader.ts';
import { atProcessSubstitution, endsWord, readWord, skipContinuation } from './word.ts';

/** Heredocs opened on one line; more is an attack on the reader. */
const MAX_PENDING = 32;

const operators = ['&>>', '&>', '<<<', '<<-', '<<', '<&', '<>', '<', '>>', '>&', '>|', '>'];

/** Skips blanks, continuations and, where a word could start, a comment. */
export function skipBlank(reader: Reader): void {
  while (!done(reader)) {
    const char = reader.text[reader.at];
    if (char === ' ' || char === '\t' || char === '\r') reader.at++;
    else if (char === '#') skipLine(reader);
    else if (!skipContinuation(reader)) return;
  }
}

function skipLine(reader: Reader): void {
  const end = reader.text.indexOf('\n', reader.at);
  reader.at = end < 0 || end > reader.end ? reader.end : end;
}

/** Opens a command at the cursor. */
export function startDraft(reader: Reader): Draft {
  const draft: Draft = {
    assignments: [],
    words: [],
    redirections: [],
    heredocs: [],
    pipesInto: undefined,
    within: reader.within,
    start: reader.at,
    end: reader.at,
    strings: reader.strings,
  };
  reader.current = reader.commands.push(draft) - 1;
  return draft;
}

/** Reads one simple command: assignments, words and redirections up to an operator or line break. */
export function readSimple(reader: Reader): Draft {
  const draft = startDraft(reader);
  for (skipBlank(reader); !done(reader); skipBlank(reader)) {
    if (readRedirection(reader, draft)) continue;
    if (endsWord(reader.text[reader.at]) && !atProcessSubstitution(reader)) break;
    readArgument(reader, draft);
    draft.end = reader.at;
  }
  reader.current = -1;
  return draft;
}

function readArgument(reader: Reader, draft: Draft): void {
  const word = readWord(reader);
  const name = draft.words.length === 0 ? assignedName(word) : undefined;
  if (name === undefined) {
    draft.words.push(word);
    return;
  }
  const array = reader.text[reader.at] === '(' && reader.text[reader.at - 1] === '=';
  if (array) skipArray(reader);
  draft.assignments.push({ name: name.name, value: valueOf(word, name.length), span: word.span });
}

/** The name when a word is `name=…` or `name+=…`, and how long that part is. */
export function assignedName(word: Word): { name: string; length: number } | undefined {
  const first = word.parts[0];
  if (first?.kind !== 'literal') return undefined;
  const match = /^([A-Za-z_][A-Za-z0-9_]*)\+?=/.exec(first.text);
  return match === null ? undefined : { name: match[1] ?? '', length: match[0].length };
}

/** The word that remains when its first `length` literal characters are taken off. */
export function valueOf(word: Word, length: number): Word {
  const [first, ...rest] = word.parts;
  const text = first?.kind === 'literal' ? first.text.slice(length) : '';
  const value = sliceMapped(word.value, length);
  return {
    parts: text === '' ? rest : [{ kind: 'literal', text }, ...rest],
    value,
    opaque: word.opaque.map(({ start, end }) => ({ start: start - length, end: end - length })),
    known: word.known,
    span: { start: Math.min(value.locate(0), word.span.end), end: word.span.end },
  };
}

/** The words that say `name=value`, as arguments of `export`, `env` and their like do. */
export function assignmentsIn(
  words: readonly Word[],
): readonly Pick<ShellAssignment, 'name' | 'value'>[] {
  return words.flatMap((word) => {
    const found = assignedName(word);
    return found === undefined ? [] : [{ name: found.name, value: valueOf(word, found.length) }];
  });
}

/** Array elements are read for the commands inside them only. */
function skipArray(reader: Reader): void {
  reader.at++;
  while (!done(reader)) {
    skipBlank(reader);
    if (done(reader)) return;
    const char = reader.text[reader.at];
    if (char === ')') {
      reader.at++;
      return;
    }
    if (endsWord(char) && !atProcessSubstitution(reader)) reader.at++;
    else readWord(reader);
  }
}

/** Reads a redirection at the cursor into `draft`; false when there is none. */
export function readRedirection(reader: Reader, draft: Draft | undefined): boolean {
  const start = reader.at;
  let at = start;
  while (at < reader.end && at - start < 3 && isDigit(reader.text.charCodeAt(at))) at++;
  const operator = operators.find((candidate) => reader.text.startsWith(candidate, at));
  if (operator === undefined || at + operator.length > reader.end) return false;
  if (operator.length === 1 && reader.text[at + 1] === '(') return false;
  reader.at = at + operator.length;
  skipBlank(reader);
  const from = reader.at;
  const target = readWord(reader);
  if (operator === '<<' || operator === '<<-') {
    openHeredoc(reader, draft, target, reader.text.slice(from, reader.at), operator === '<<-');
  } else {
    draft?.redirections.push({ operator, target, span: sourceSpan(reader, start, reader.at) });
  }
  if (draft !== undefined) draft.end = reader.at;
  return true;
}

function openHeredoc(
  reader: Reader,
  draft: Draft | undefined,
  target: Word,
  written: string,
  stripTabs: boolean,
): void {
  if (reader.pending.length >= MAX_PENDING) return stop(reader);
  const quoted = /['"\\]/.test(written);
  const delimiter = quoted ? target.value.text : written;
  const command = reader.current;
  const heredoc: PendingHeredoc = { draft, command, delimiter, quoted, stripTabs };
  reader.pending.push(heredoc);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
