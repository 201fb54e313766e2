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
  const room = Math.max(8, width);
  const start = Math.max(0, Math.min(span.start, text.length));
  const from = windowStart(text, start, room);
  const lead = atLineEnd(text, from - 1) ? '' : '…';
  const mark = { start, end: Math.max(start, span.end) };
  const drawn = draw(text, from, mark, redactions, room - 1);
  const tail = drawn.done || atLineEnd(text, drawn.end) ? '' : '…';
  const indent = cells(lead) + (drawn.before ?? drawn.width);
  return { line: lead + drawn.text + tail, indent, marked: Math.max(1, drawn.marked) };
}

/** Whether no character of a line stands at an offset. */
function atLineEnd(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return true;
  const unit = text.charCodeAt(offset);
  return unit === 10 || unit === 13;
}

/** The start of the line when it is near, else a place that leaves a third of the width before `start`. */
function windowStart(text: string, start: number, width: number): number {
  const near = Math.floor(width * 0.7);
  let from = start;
  while (start - from < near && !atLineEnd(text, from - 1)) from--;
  if (atLineEnd(text, from - 1)) return from;
  return wholeCharacters(text, start - Math.floor(width / 3));
}

type Drawn = {
  text: string;
  width: number;
  /** Cells before the marked part, once it is reached. */
  before: number | undefined;
  marked: number;
  end: number;
  /** Whether the line ends inside a redaction. */
  done: boolean;
};

/** Combining marks fill no cell: a line of them must end too. */
const unitsPerCell = 8;

/** Draws a line from an offset, left to right, until `width` cells are full. */
function draw(
  text: string,
  from: number,
  mark: Span,
  redactions: readonly Redaction[],
  width: number,
): Drawn {
  const drawn = { text: '', width: 0, before: undefined, marked: 0, end: from, done: false };
  let next = firstEndingAfter(redactions, from);
  while (!drawn.done && !atLineEnd(text, drawn.end)) {
    const redaction = redactions[next];
    const covered = redaction !== undefined && redaction.span.start <= drawn.end;
    const char = String.fromCodePoint(text.codePointAt(drawn.end) ?? 0);
    const glyph = covered ? visible(redaction.mark) : glyphOf(char, drawn.width);
    const full = drawn.width + cells(glyph) > width;
    if (full || drawn.text.length > width * unitsPerCell) break;
    const end = covered ? redaction.span.end : drawn.end + char.length;
    if (covered) {
      drawn.done = /[\r\n]/.test(text.slice(drawn.end, end));
      next++;
    }
    put(drawn, glyph, end, mark);
  }
  return drawn;
}

function put(drawn: Drawn, glyph: string, end: number, mark: Span): void {
  const wide = cells(glyph);
  if (end > mark.start) drawn.before ??= drawn.width;
  if (end > mark.start && drawn.end < mark.end) drawn.marked += wide;
  drawn.text += glyph;
  drawn.width += wide;
  drawn.end = end;
}

/** A character as drawn at a cell: tabs reach the next tab stop, hidden characters are spelt out. */
function glyphOf(char: string, cell: number): string {
  if (char === '\t') return ' '.repeat(tabWidth - (cell % tabWidth));
  return visible(char);
}
