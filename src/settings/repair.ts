import type { Source } from '../model/document.ts';
import type { Edit, Fix, Problem } from '../model/finding.ts';
import type { Assignment, SettingToken } from '../model/setting.ts';
import type { Span } from '../model/span.ts';

/** What a fix is besides its edit. */
export type FixFacts = { readonly title: string; readonly safety: Fix['safety'] };

type Fixed = Pick<Problem, 'fix'>;

/**
 * A fix that replaces a word, offered only where the file holds that word literally and for this setting alone.
 * Without an assignment the word belongs to a flag.
 */
export function replaceWord(
  source: Source,
  token: SettingToken | undefined,
  from: Assignment | undefined,
  text: string,
  facts: FixFacts,
): Fixed {
  if (token === undefined || token.dynamic === true || token.cut === true) return {};
  if (from?.path !== undefined || from?.shared === true) return {};
  if (source.text.slice(token.span.start, token.span.end) !== token.text) return {};
  return oneEdit({ path: source.path, span: token.span, text }, facts);
}

/** A fix that gives a switch another value: its word is replaced, a flag that stands for it is taken out. */
export function turnSwitch(source: Source, from: Assignment, text: string, facts: FixFacts): Fixed {
  const [token, more] = from.tokens;
  if (token === undefined || more !== undefined || from.path !== undefined) return {};
  const word = replaceWord(source, token, from, text, facts);
  return word.fix === undefined ? removeFlag(source, token.span, facts.safety) : word;
}

/** A fix that takes a flag without value out of a command. */
export function removeFlag(source: Source, flag: Span, safety: Fix['safety']): Fixed {
  const name = source.text.slice(flag.start, flag.end);
  const span = /^--[a-z-]+$/.test(name) ? wordWithBlanks(source.text, flag) : undefined;
  if (span === undefined) return {};
  return oneEdit({ path: source.path, span, text: '' }, { title: `remove ${name}`, safety });
}

function oneEdit(edit: Edit, { title, safety }: FixFacts): { readonly fix: Fix } {
  return { fix: { title, safety, edits: [edit] } };
}

/**
 * The range to delete so that a word of a command goes and its neighbours stay apart: the word with the blanks before
 * it, or, first on a continued line, with the rest of that line. Undefined where quoting could give the blanks another
 * meaning, or what is left could become another command.
 */
function wordWithBlanks(text: string, word: Span): Span | undefined {
  if (!/^(?:[ \t\r\n"')|&]|$)/.test(text.slice(word.end, word.end + 1))) return undefined;
  const blank = blanksBefore(text, word.start);
  if (blank === word.start || blank === 0) return undefined;
  const before = text[blank - 1] ?? '';
  if (before !== '\n') return before === '\\' ? undefined : { start: blank, end: word.end };
  return wholeLine(text, blank, word);
}

/** Indentation is short; a hostile one is left alone. */
const maxBlanks = 200;

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < maxBlanks && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** A word alone on a line of a continued command: the line goes, or, the last one, the backslash that leads to it. */
function wholeLine(text: string, lineStart: number, word: Span): Span | undefined {
  const lineEnd = text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
  if (text[lineEnd - 1] !== '\\' || isFolded(text, lineStart, word.start - lineStart))
    return undefined;
  const next = /^[ \t]*\\\r?\n([ \t]*)(?![ \t\r\n])/.exec(
    text.slice(word.end, word.end + maxBlanks),
  );
  if (next !== null) {
    const same = next[1] === text.slice(lineStart, word.start);
    return same ? { start: word.start, end: word.end + next[0].length } : undefined;
  }
  const start = blanksBefore(text, lineEnd - 1);
  const isApart = start < lineEnd - 1 && !'\\\n'.includes(text[start - 1] ?? '\n');
  return isApart ? { start, end: word.end } : undefined;
}

/** Lines looked at for the head of a folded scalar; a script that long is left alone. */
const maxLinesUp = 500;

/** Whether the lines may belong to a folded scalar of YAML, where taking one out changes how its neighbours join. */
function isFolded(text: string, lineStart: number, indentation: number): boolean {
  let [start, least] = [lineStart, indentation];
  for (let lines = 0; start > 0; lines++) {
    if (lines >= maxLinesUp) return true;
    const end = start - 1;
    // A negative offset would find a line break at the very start again and again.
    start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    const indent = line.search(/\S/);
    if (indent < 0 || indent >= least) continue;
    least = indent;
    if (/(?:^|\s)>[-+0-9]{0,2}\s*(?:#.*)?$/.test(line)) return true;
  }
  return false;
}
