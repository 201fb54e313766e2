import type { Span } from '../model/span.ts';
import { cells } from './cells.ts';
import type { Redaction } from './options.ts';
import { firstEndingAfter } from './redaction.ts';
import { visible, wholeCharacters } from './visible.ts';

/** One line of a file as a terminal shows it, and where the marked part stands in it, in cells. */
export type Excerpt = { readonly line: string; readonly indent: number; readonly marked: number };

/** Cells between tab stops. */
const tabWidth = 4;

/**
 * The first line of `span`, at most `width` cells of it around the marked part: a minified lock is one
 * line of megabytes. Cuts show as `…`, redactions as their marks. Work is linear in `width`.
 */
export function excerptOf(
  text: string,
  span: Span,
  redactions: readonly Redaction[],
  width: number,
): Excerpt {
  const start = clamp(span.start, text.length);
  const { from, to } = windowOf(text, start, Math.max(8, width));
  const lead = from > 0 && !isBreak(text.charCodeAt(from - 1)) ? '…' : '';
  const drawn = draw(
    text,
    { from, to, start, end: Math.max(start, span.end) },
    redactions,
    width - 1,
  );
  const tail = drawn.end < text.length && !isBreak(text.charCodeAt(drawn.end)) ? '…' : '';
  const indent = cells(lead) + (drawn.before ?? drawn.width);
  const marked = Math.max(1, drawn.marked);
  return { line: lead + drawn.text + tail, indent, marked };
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** The part of the line around `start` that can matter: a third of the width before it, the rest after. */
function windowOf(text: string, start: number, width: number): { from: number; to: number } {
  const lineFrom = scan(text, start, -1, width);
  const before = start - lineFrom < width * 0.7 ? start - lineFrom : Math.floor(width / 3);
  const from = wholeCharacters(text, start - before);
  return { from, to: scan(text, start, 1, width) };
}

/** The nearest line break before or after an offset, at most `limit` code units away. */
function scan(text: string, start: number, step: 1 | -1, limit: number): number {
  let at = start;
  for (let count = 0; count < limit; count++) {
    const next = step === 1 ? at : at - 1;
    if (next < 0 || next >= text.length || isBreak(text.charCodeAt(next))) break;
    at += step;
  }
  return at;
}

type Window = { from: number; to: number; start: number; end: number };
type Drawn = {
  text: string;
  width: number;
  before: number | undefined;
  marked: number;
  end: number;
};

/** Draws a window left to right until `width` cells are full. */
function draw(
  text: string,
  window: Window,
  redactions: readonly Redaction[],
  width: number,
): Drawn {
  const drawn: Drawn = { text: '', width: 0, before: undefined, marked: 0, end: window.from };
  let next = firstEndingAfter(redactions, window.from);
  while (drawn.end < window.to) {
    const redaction = redactions[next];
    const covered = redaction !== undefined && redaction.span.start <= drawn.end;
    const char = String.fromCodePoint(text.codePointAt(drawn.end) ?? 0);
    const end = covered ? Math.min(redaction.span.end, window.to) : drawn.end + char.length;
    const glyph = covered ? visible(redaction.mark) : glyphOf(char, drawn.width);
    if (drawn.width + cells(glyph) > width) break;
    put(drawn, glyph, end, window);
    if (covered) next++;
  }
  return drawn;
}

function put(drawn: Drawn, glyph: string, end: number, window: Window): void {
  const wide = cells(glyph);
  if (end > window.start) drawn.before ??= drawn.width;
  if (end > window.start && drawn.end < window.end) drawn.marked += wide;
  drawn.text += glyph;
  drawn.width += wide;
  drawn.end = end;
}

/** A character as drawn at a cell: tabs reach the next tab stop, hidden characters are spelt out. */
function glyphOf(char: string, cell: number): string {
  if (char === '\t') return ' '.repeat(tabWidth - (cell % tabWidth));
  return visible(char);
}
