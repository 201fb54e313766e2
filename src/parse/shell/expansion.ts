import type { Reader, WordDraft } from './reader.ts';
import { addLiteral, addOpaque, done, MAX_NESTING, readNested, stop, wordDraft } from './reader.ts';

/** `((` opens arithmetic only when `))` closes it within this many characters; otherwise it is two subshells. */
const MAX_ARITHMETIC = 2000;

/** Reads what a `$` at the cursor introduces. */
export function readDollar(reader: Reader, word: WordDraft): void {
  const { text, at } = reader;
  if (text.startsWith('${{', at) && readExpression(reader, word)) return;
  if (text.startsWith('$((', at) && skipArithmetic(reader, at + 1)) {
    return addOpaque(reader, word, { kind: 'substitution' }, '$((_))', at);
  }
  if (text[at + 1] === '(') return readSubstitution(reader, word);
  if (text[at + 1] === '{') return readBraced(reader, word);
  const end = nameEnd(reader, at + 1);
  if (end > at + 1) {
    reader.at = end;
    const name = text.slice(at + 1, end);
    return addOpaque(reader, word, { kind: 'variable', name }, `$${name}`, at);
  }
  readSpecialParameter(reader, word);
}

/** `$1`, `$@` and kin are unknown; a `$` before anything else is itself. */
function readSpecialParameter(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  const next = start + 1 < reader.end ? (reader.text[start + 1] ?? '') : '';
  if (next === '' || !'0123456789@*#?$!-'.includes(next)) {
    reader.at++;
    return addLiteral(word, '$', start);
  }
  reader.at += 2;
  addOpaque(reader, word, { kind: 'variable', name: '' }, `$${next === '#' ? '_' : next}`, start);
}

/** `${{ … }}`, up to the first `}}` outside its own single quotes. False when it is never closed. */
function readExpression(reader: Reader, word: WordDraft): boolean {
  if (reader.unclosedExpression) return false;
  const start = reader.at;
  let quoted = false;
  for (let at = start + 3; at < reader.end; at++) {
    if (reader.text[at] === "'") quoted = !quoted;
    if (quoted || reader.text[at] !== '}' || reader.text[at + 1] !== '}') continue;
    reader.at = Math.min(at + 2, reader.end);
    const text = reader.text.slice(start + 3, at).trim();
    const shown = reader.text.slice(start, reader.at).replace(/[\s#]/g, '_');
    addOpaque(reader, word, { kind: 'expression', text }, shown, start);
    return true;
  }
  reader.unclosedExpression = true;
  return false;
}

/** Moves behind `((…))` that opens at `open`; false, cursor unmoved, when these are no matching double parentheses. */
export function skipArithmetic(reader: Reader, open: number): boolean {
  const limit = Math.min(reader.end, open + MAX_ARITHMETIC);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const char = reader.text[at];
    if (char === '(') depth++;
    if (char !== ')') continue;
    depth--;
    if (depth === 1) {
      if (reader.text[at + 1] !== ')') return false;
      reader.at = at + 2;
      return reader.at <= reader.end;
    }
  }
  return false;
}

function readSubstitution(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  reader.at += 2;
  readNested(reader, 'substitution', ')');
  addOpaque(reader, word, { kind: 'substitution' }, '$(_)', start);
}

/** `…` in backticks; inside, escaped backticks stay escapes: nesting this way is not followed. */
export function readBackticks(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  const outerEnd = reader.end;
  reader.at++;
  reader.end = closingBacktick(reader);
  readNested(reader, 'substitution', undefined);
  reader.at = Math.min(reader.end + 1, outerEnd);
  reader.end = outerEnd;
  addOpaque(reader, word, { kind: 'substitution' }, '$(_)', start);
}

function closingBacktick(reader: Reader): number {
  for (let at = reader.at; at < reader.end; at++) {
    if (reader.text[at] === '\\') at++;
    else if (reader.text[at] === '`') return at;
  }
  return reader.end;
}

/** `${name}`, `${name:-word}` and the rest; commands inside the word are read. */
function readBraced(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  if (reader.depth >= MAX_NESTING) return stop(reader);
  const mark = reader.text[start + 2] ?? '';
  const from = start + 2 + (mark === '!' || mark === '#' ? 1 : 0);
  reader.at = nameEnd(reader, from);
  const name = reader.text.slice(from, reader.at);
  reader.depth++;
  skipBracedWord(reader);
  reader.depth--;
  const marked = from > start + 2 ? mark : '';
  const operation = marked + reader.text.slice(from + name.length, reader.at - 1);
  const part = { kind: 'variable', name, ...(operation !== '' && { operation }) } as const;
  addOpaque(reader, word, part, `\${${name}}`, start);
}

function skipBracedWord(reader: Reader): void {
  const ignored = wordDraft();
  while (!done(reader)) {
    const char = reader.text[reader.at];
    if (char === '}') {
      reader.at++;
      return;
    }
    if (char === '$') readDollar(reader, ignored);
    else if (char === '`') readBackticks(reader, ignored);
    else reader.at = Math.min(reader.at + (char === '\\' ? 2 : 1), reader.end);
  }
}

/** Where the variable name that starts at `from` ends. */
function nameEnd(reader: Reader, from: number): number {
  let at = from;
  while (at < reader.end && isNameChar(reader.text.charCodeAt(at), at > from)) at++;
  return at;
}

function isNameChar(code: number, digits: boolean): boolean {
  const letter = (code | 32) >= 97 && (code | 32) <= 122;
  return letter || code === 95 || (digits && code >= 48 && code <= 57);
}
