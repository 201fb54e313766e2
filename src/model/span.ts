import { lastAtMost } from './bisect.ts';

/** A half-open range of UTF-16 offsets into a source text: `start` inclusive, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A place a person can find: 1-based line, 1-based column in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

/** Where something stands: 1-based, columns in UTF-16 code units, the end exclusive. */
export type Place = Position & { readonly endLine: number; readonly endColumn: number };

/** Translates offsets of one text to positions. Build it once per text. */
export type LineIndex = {
  /** Position of an offset; offsets outside the text are clamped to it. */
  readonly position: (offset: number) => Position;
  /** Text of a 1-based line without its line break, or '' when there is no such line. */
  readonly line: (line: number) => string;
  readonly lines: number;
};

export const emptySpan: Span = { start: 0, end: 0 };

/** Indexes a text by line. LF, CRLF and lone CR each end a line, as GitHub and editors count them. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    lines: starts.length,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const row = lastAtMost(starts, clamped);
      return { line: row + 1, column: clamped - (starts[row] ?? 0) + 1 };
    },
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return '';
      return text.slice(start, starts[number] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
