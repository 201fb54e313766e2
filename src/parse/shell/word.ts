import type { Word } from '../../model/shell.ts';
import { ansiUnit } from './ansi.ts';
import { readBackticks, readDollar } from './expansion.ts';
import type { Reader, WordDraft } from './reader.ts';
import { addLiteral, addOpaque, done, finishWord, readNested, wordDraft } from './reader.ts';

const breaks = new Set([' ', '\t', '\n', '\r', '|', '&', ';', '(', ')', '<', '>']);
const special = new Set(['\\', "'", '"', '$', '`']);

/** Whether an unquoted `char` ends a word (POSIX shell, 2.3 Token Recognition; a CR is a stray line end). */
export function endsWord(char: string | undefined): boolean {
  return char === undefined || breaks.has(char);
}

/** Whether `<(` or `>(` stands at the cursor, which is a word of its own and no redirection. */
export function atProcessSubstitution(reader: Reader): boolean {
  const char = reader.text[reader.at];
  return (char === '<' || char === '>') && reader.text[reader.at + 1] === '(';
}

/** Reads one word; at least one character is consumed when the cursor stands on one that can start a word. */
export function readWord(reader: Reader): Word {
  const start = reader.at;
  const word = wordDraft();
  while (!done(reader)) {
    const char = reader.text[reader.at] ?? '';
    if (atProcessSubstitution(reader)) readProcess(reader, word);
    else if (endsWord(char)) break;
    else if (special.has(char)) readSpecial(reader, word, char);
    else readPlain(reader, word);
  }
  return finishWord(reader, word, start);
}

function readPlain(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  while (reader.at < reader.end) {
    const char = reader.text[reader.at] ?? '';
    if (breaks.has(char) || special.has(char)) break;
    reader.at++;
  }
  addLiteral(word, reader.text.slice(start, reader.at), start);
}

function readSpecial(reader: Reader, word: WordDraft, char: string): void {
  if (char === '\\') readEscape(reader, word);
  else if (char === "'") readSingleQuoted(reader, word);
  else if (char === '"') readDoubleQuoted(reader, word);
  else if (char === '`') readBackticks(reader, word);
  else if (reader.text[reader.at + 1] === "'") readAnsiQuoted(reader, word);
  else readDollar(reader, word);
}

/** Skips a line continuation at the cursor: a backslash before a line break. */
export function skipContinuation(reader: Reader): boolean {
  if (reader.text[reader.at] !== '\\') return false;
  const width = reader.text[reader.at + 1] === '\r' ? 3 : 2;
  if (reader.text[reader.at + width - 1] !== '\n') return false;
  reader.at = Math.min(reader.at + width, reader.end);
  return true;
}

function readEscape(reader: Reader, word: WordDraft): void {
  if (skipContinuation(reader)) return;
  const at = reader.at + 1;
  addLiteral(word, at < reader.end ? (reader.text[at] ?? '') : '', at);
  reader.at = Math.min(at + 1, reader.end);
}

/** Everything up to the next quote is literal, except what GitHub fills in before the shell runs. */
function readSingleQuoted(reader: Reader, word: WordDraft): void {
  let start = ++reader.at;
  while (!done(reader) && reader.text[reader.at] !== "'") {
    if (!reader.text.startsWith('${{', reader.at)) {
      reader.at++;
      continue;
    }
    addLiteral(word, reader.text.slice(start, reader.at), start);
    readDollar(reader, word);
    start = reader.at;
  }
  addLiteral(word, reader.text.slice(start, reader.at), start);
  if (!done(reader)) reader.at++;
}

/** `$'…'`: line breaks and characters can be written as escapes (bash manual, 3.1.2.4 ANSI-C Quoting). */
function readAnsiQuoted(reader: Reader, word: WordDraft): void {
  reader.at += 2;
  while (!done(reader) && reader.text[reader.at] !== "'") {
    const { text, width } = ansiUnit(reader.text, reader.at);
    addLiteral(word, text, reader.at);
    reader.at += width;
  }
  reader.at = Math.min(reader.at + 1, reader.end);
}

function readDoubleQuoted(reader: Reader, word: WordDraft): void {
  reader.at++;
  readExpanding(reader, word, '"');
  if (!done(reader)) reader.at++;
}

/** Reads text in which `$`, backticks and some escapes work, up to an unescaped `until` or the end. */
export function readExpanding(reader: Reader, word: WordDraft, until: string | undefined): void {
  while (!done(reader)) {
    const char = reader.text[reader.at] ?? '';
    if (char === until) return;
    if (char === '$') readDollar(reader, word);
    else if (char === '`') readBackticks(reader, word);
    else if (char === '\\') readQuotedEscape(reader, word, until);
    else readUntilSpecial(reader, word, until);
  }
}

function readUntilSpecial(reader: Reader, word: WordDraft, until: string | undefined): void {
  const start = reader.at;
  while (reader.at < reader.end) {
    const char = reader.text[reader.at] ?? '';
    if (char === until || char === '$' || char === '`' || char === '\\') break;
    reader.at++;
  }
  addLiteral(word, reader.text.slice(start, reader.at), start);
}

/** Inside double quotes a backslash escapes only `$`, backtick, `"`, itself and a line break. */
function readQuotedEscape(reader: Reader, word: WordDraft, until: string | undefined): void {
  if (skipContinuation(reader)) return;
  const next = reader.at + 1 < reader.end ? (reader.text[reader.at + 1] ?? '') : '';
  const escapes = next !== '' && ('$`\\'.includes(next) || next === until);
  if (!escapes) addLiteral(word, '\\', reader.at);
  else addLiteral(word, next, reader.at + 1);
  reader.at += escapes ? 2 : 1;
}

function readProcess(reader: Reader, word: WordDraft): void {
  const start = reader.at;
  const shown = `${reader.text[start] ?? ''}(_)`;
  reader.at += 2;
  readNested(reader, 'process', ')');
  addOpaque(reader, word, { kind: 'substitution' }, shown, start);
}
