import type { Word } from '../../model/shell.ts';
import type { Draft, Reader } from './reader.ts';
import { done, stop } from './reader.ts';
import { readHeredocs } from './heredoc.ts';
import { skipArithmetic } from './expansion.ts';
import { readRedirection, readSimple, skipBlank, startDraft } from './simple.ts';
import { endsWord, readWord } from './word.ts';

/** Loops and groups inside each other within one list. */
const MAX_FRAMES = 32;
/** Redirections of one compound command. */
const MAX_COMPOUND_REDIRECTIONS = 8;

type Opener = '(' | '{' | 'if' | 'do' | 'case';
type Frame = { readonly kind: Opener; readonly first: number; readonly stage: number };

/** One command list and the compound commands that are open in it. */
type List = {
  readonly reader: Reader;
  readonly frames: Frame[];
  /** Index of the first command of the current pipeline stage. */
  stage: number;
  /** A `case` branch pattern comes next. */
  pattern: boolean;
};

const openers: ReadonlyMap<string, Opener> = new Map([
  ['{', '{'],
  ['if', 'if'],
  ['while', 'do'],
  ['until', 'do'],
]);
const closers: ReadonlyMap<string, Opener> = new Map([
  ['}', '{'],
  ['fi', 'if'],
  ['done', 'do'],
  ['esac', 'case'],
]);
const fillers = new Set(['then', 'elif', 'else', 'do', '!', 'time', 'coproc']);

/**
 * Reads commands until `closedBy` or the end. Keywords only group: a list that a shell would refuse is read as far as
 * it goes, so that nothing hides behind a syntax error.
 */
export function readList(reader: Reader, closedBy: ')' | undefined): void {
  const list: List = { reader, frames: [], stage: reader.commands.length, pattern: false };
  while (!done(reader)) {
    skipBlank(reader);
    if (done(reader)) return;
    if (list.pattern) readPattern(list);
    else if (readOperator(list, closedBy) === 'closed') return;
  }
}

function readOperator(list: List, closedBy: ')' | undefined): 'closed' | undefined {
  const { reader } = list;
  const char = reader.text[reader.at];
  if (char === '\n') {
    reader.at++;
    readHeredocs(reader);
    endPipeline(list);
  } else if (char === ';') endBranch(list);
  else if (char === '|') readPipe(list);
  else if (char === '&' && reader.text[reader.at + 1] !== '>') {
    reader.at += reader.text[reader.at + 1] === '&' ? 2 : 1;
    endPipeline(list);
  } else if (char === '(') openParenthesis(list);
  else if (char === ')') return closeParenthesis(list, closedBy);
  else readCommand(list);
  return undefined;
}

function endPipeline(list: List): void {
  list.stage = list.reader.commands.length;
}

/** `;` ends a command, `;;`, `;&` and `;;&` a branch of `case`. */
function endBranch(list: List): void {
  const { reader } = list;
  const branch = [';;&', ';;', ';&'].find((mark) => reader.text.startsWith(mark, reader.at));
  reader.at += branch?.length ?? 1;
  endPipeline(list);
  if (branch !== undefined && list.frames.at(-1)?.kind === 'case') list.pattern = true;
}

/** The commands of the stage that ends here feed the command that comes next. */
function readPipe(list: List): void {
  const { reader } = list;
  const next = reader.text[reader.at + 1];
  reader.at += next === '|' || next === '&' ? 2 : 1;
  if (next !== '|') {
    for (const draft of draftsFrom(list, list.stage)) draft.pipesInto ??= reader.commands.length;
  }
  endPipeline(list);
}

/** The commands of this list, nested ones left out, from an index on. */
function draftsFrom(list: List, first: number): Draft[] {
  const { commands, within } = list.reader;
  return commands.slice(first).filter((draft) => draft.within === within);
}

function open(list: List, kind: Opener): void {
  if (list.frames.length >= MAX_FRAMES) return stop(list.reader);
  list.frames.push({ kind, first: list.reader.commands.length, stage: list.stage });
  endPipeline(list);
}

/** Closes the innermost compound of this kind, reads its redirections and gives them to what is inside. */
function close(list: List, kind: Opener): boolean {
  const index = list.frames.findLastIndex((frame) => frame.kind === kind);
  const frame = list.frames[index];
  if (frame === undefined) return false;
  list.frames.length = index;
  list.stage = frame.stage;
  list.pattern = false;
  readCompoundRedirections(list, frame);
  return true;
}

function readCompoundRedirections(list: List, frame: Frame): void {
  const { reader } = list;
  const drafts = draftsFrom(list, frame.first);
  const [first] = drafts;
  for (let count = 0; count < MAX_COMPOUND_REDIRECTIONS; count++) {
    skipBlank(reader);
    const before = first?.redirections.length ?? 0;
    if (done(reader) || !readRedirection(reader, first)) return;
    const added = first?.redirections.slice(before) ?? [];
    for (const draft of drafts.slice(1)) draft.redirections.push(...added);
  }
}

function openParenthesis(list: List): void {
  const { reader } = list;
  if (reader.text[reader.at + 1] === '(' && skipArithmetic(reader, reader.at)) return;
  reader.at++;
  open(list, '(');
}

function closeParenthesis(list: List, closedBy: ')' | undefined): 'closed' | undefined {
  list.reader.at++;
  if (close(list, '(')) return undefined;
  return closedBy === ')' ? 'closed' : undefined;
}

function readCommand(list: List): void {
  const { reader } = list;
  const keyword = peekKeyword(reader);
  if (keyword !== undefined && readKeyword(list, keyword)) return;
  const before = reader.at;
  const draft = readSimple(reader);
  if (reader.at === before) reader.at++;
  if (reader.text[reader.at] === '(' && draft.words.length === 1) readFunctionHead(reader, draft);
}

/** `name ()` names a function; its body follows as a group. */
function readFunctionHead(reader: Reader, draft: Draft): void {
  reader.at++;
  skipBlank(reader);
  if (done(reader) || reader.text[reader.at] !== ')') return;
  reader.at++;
  draft.words.length = 0;
}

/** A bare word at the cursor, when it is short enough to be a keyword. */
function peekKeyword(reader: Reader): string | undefined {
  for (let length = 1; length <= 9; length++) {
    const at = reader.at + length;
    if (at >= reader.end || endsWord(reader.text[at])) return reader.text.slice(reader.at, at);
  }
  return undefined;
}

function readKeyword(list: List, keyword: string): boolean {
  const { reader } = list;
  const start = reader.at;
  reader.at += keyword.length;
  const opener = openers.get(keyword);
  const closer = closers.get(keyword);
  if (fillers.has(keyword)) return true;
  if (opener !== undefined) open(list, opener);
  else if (closer !== undefined && close(list, closer)) return true;
  else if (keyword === 'for' || keyword === 'select') readLoopHead(list);
  else if (keyword === 'case') readCaseHead(list);
  else if (keyword === 'function') readFunctionName(reader);
  else if (keyword === '[[') skipTest(reader);
  else {
    reader.at = start;
    return false;
  }
  return true;
}

/** The words a loop runs over belong to no command. */
function readLoopHead(list: List): void {
  const { reader } = list;
  open(list, 'do');
  skipBlank(reader);
  if (!done(reader) && !endsWord(reader.text[reader.at])) readLoopVariable(reader);
  for (skipBlank(reader); !done(reader); skipBlank(reader)) {
    const char = reader.text[reader.at];
    if (char === ';' || char === '\n') return;
    if (char === '(' && skipArithmetic(reader, reader.at)) continue;
    if (endsWord(char)) reader.at++;
    else readWord(reader);
  }
}

/** The variable of a loop is assigned what nobody knows. */
function readLoopVariable(reader: Reader): void {
  const draft = startDraft(reader);
  const word = readWord(reader);
  const name = word.value.text;
  const value: Word = {
    ...word,
    parts: [{ kind: 'variable', name: '' }],
    opaque: [{ start: 0, end: name.length }],
    known: false,
  };
  draft.assignments.push({ name, value, span: word.span });
  draft.end = reader.at;
  reader.current = -1;
}

function readCaseHead(list: List): void {
  const { reader } = list;
  skipBlank(reader);
  if (!done(reader)) readWord(reader);
  skipBreaks(reader);
  if (peekKeyword(reader) !== 'in') return;
  reader.at += 2;
  open(list, 'case');
  list.pattern = true;
}

/** Reads `pattern | pattern )` or `esac`. */
function readPattern(list: List): void {
  const { reader } = list;
  skipBreaks(reader);
  if (done(reader)) return;
  if (peekKeyword(reader) === 'esac') {
    reader.at += 4;
    close(list, 'case');
    return;
  }
  if (reader.text[reader.at] === '(') reader.at++;
  for (skipBlank(reader); !done(reader); skipBlank(reader)) {
    const char = reader.text[reader.at];
    if (char === ')') break;
    if (endsWord(char)) reader.at++;
    else readWord(reader);
  }
  if (!done(reader)) reader.at++;
  list.pattern = false;
  endPipeline(list);
}

function skipBreaks(reader: Reader): void {
  for (skipBlank(reader); !done(reader) && reader.text[reader.at] === '\n'; skipBlank(reader)) {
    reader.at++;
  }
}

function readFunctionName(reader: Reader): void {
  skipBlank(reader);
  if (!done(reader)) readWord(reader);
  skipBlank(reader);
  if (reader.text.startsWith('()', reader.at)) reader.at += 2;
}

/** `[[ … ]]`: operators inside are no redirections. */
function skipTest(reader: Reader): void {
  while (!done(reader)) {
    skipBlank(reader);
    if (done(reader)) return;
    if (peekKeyword(reader) === ']]') {
      reader.at += 2;
      return;
    }
    const before = reader.at;
    readWord(reader);
    if (reader.at === before) reader.at++;
  }
}
