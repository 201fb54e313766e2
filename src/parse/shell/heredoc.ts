import type { Word } from '../../model/shell.ts';
import type { PendingHeredoc, Reader } from './reader.ts';
import { addLiteral, done, finishWord, stop, wordDraft } from './reader.ts';
import { readExpanding } from './word.ts';

/** Reads the bodies of the heredocs opened on the line that just ended; the cursor stands behind its line break. */
export function readHeredocs(reader: Reader): void {
  const pending = reader.pending;
  reader.pending = [];
  for (const heredoc of pending) {
    if (reader.stopped !== undefined) return;
    readBody(reader, heredoc);
  }
}

function readBody(reader: Reader, heredoc: PendingHeredoc): void {
  const start = reader.at;
  const { bodyEnd, after } = findEnd(reader, heredoc);
  const body = heredoc.quoted
    ? literalBody(reader, start, bodyEnd, heredoc.stripTabs)
    : expandingBody(reader, heredoc, start, bodyEnd);
  heredoc.draft?.heredocs.push({ quoted: heredoc.quoted, body });
  reader.at = after;
}

/** The line that is the delimiter and nothing else ends the body; without it the body is the rest. */
function findEnd(reader: Reader, heredoc: PendingHeredoc): { bodyEnd: number; after: number } {
  let at = reader.at;
  while (at < reader.end) {
    const next = lineEnd(reader, at);
    const from = heredoc.stripTabs ? skipTabs(reader, at) : at;
    const line = reader.text.slice(from, next);
    const found = line === heredoc.delimiter || line === `${heredoc.delimiter}\r`;
    if (found) return { bodyEnd: at, after: Math.min(next + 1, reader.end) };
    at = next + 1;
  }
  return { bodyEnd: reader.end, after: reader.end };
}

/** A quoted delimiter keeps everything literal. GitHub's expressions are filled in all the same, and stay as written. */
function literalBody(reader: Reader, start: number, end: number, stripTabs: boolean): Word {
  const word = wordDraft();
  for (let at = start; at < end;) {
    const next = Math.min(lineEnd(reader, at) + 1, end);
    const from = stripTabs ? skipTabs(reader, at) : at;
    addLiteral(word, reader.text.slice(from, next), from);
    at = next;
  }
  reader.at = end;
  return finishWord(reader, word, start);
}

/** Tabs before `<<-` lines are white space to every reader of such bodies, so they may stay. */
function expandingBody(reader: Reader, heredoc: PendingHeredoc, start: number, end: number): Word {
  if (done(reader)) return finishWord(reader, wordDraft(), start);
  const outerEnd = reader.end;
  const outerCurrent = reader.current;
  const word = wordDraft();
  reader.end = end;
  reader.current = heredoc.command;
  readExpanding(reader, word, undefined);
  if (reader.pending.length > 0) stop(reader);
  reader.end = outerEnd;
  reader.current = outerCurrent;
  return finishWord(reader, word, start);
}

function lineEnd(reader: Reader, at: number): number {
  const end = reader.text.indexOf('\n', at);
  return end < 0 || end > reader.end ? reader.end : end;
}

function skipTabs(reader: Reader, at: number): number {
  let from = at;
  while (reader.text[from] === '\t') from++;
  return from;
}
