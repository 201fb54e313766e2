import { lastAtMost } from '../model/bisect.ts';
import type { Edit } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { edited } from './choose.ts';

/** Lines shown around a change, as `diff -u` does. */
const contextLines = 3;

/** A unified diff of one file that `git apply` takes; the edits are in order and apart. */
export function filePatch(path: string, text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const hunks = hunkRanges(starts, text.length, edits);
  let shift = 0;
  const parts = hunks.map((range) => {
    const own = edits.filter(({ span }) => span.start >= range.start && span.end <= range.end);
    const local = own.map((edit) => ({ ...edit, span: moved(edit.span, -range.start) }));
    const before = text.slice(range.start, range.end);
    const hunk = hunkText(before, edited(before, local), lastAtMost(starts, range.start), shift);
    shift += hunk.growth;
    return hunk.text;
  });
  const [from, to] = [quoted(`a/${path}`), quoted(`b/${path}`)];
  return `diff --git ${from} ${to}\n--- ${from}\n+++ ${to}\n${parts.join('')}`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Whole lines around the edits; ranges that meet are one. */
function hunkRanges(starts: readonly number[], length: number, edits: readonly Edit[]): Span[] {
  const ranges: Span[] = [];
  for (const { span } of edits) {
    const first = Math.max(0, lastAtMost(starts, span.start) - contextLines);
    const last = lastAtMost(starts, span.end) + contextLines + 1;
    const range = { start: starts[first] ?? 0, end: starts[last] ?? length };
    const before = ranges.at(-1);
    if (before !== undefined && range.start <= before.end) {
      ranges[ranges.length - 1] = { start: before.start, end: Math.max(before.end, range.end) };
    } else ranges.push(range);
  }
  return ranges;
}

type Hunk = { readonly text: string; readonly growth: number };

function hunkText(before: string, after: string, row: number, shift: number): Hunk {
  const [old, fresh] = [lines(before), lines(after)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  const room = Math.min(old.length, fresh.length) - head;
  while (tail < room && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const shown = [
    ...old.slice(0, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...fresh.slice(head, fresh.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail).map((line) => ` ${line}`),
  ];
  const start = (count: number, at: number): string => `${count === 0 ? at : at + 1},${count}`;
  const range = `@@ -${start(old.length, row)} +${start(fresh.length, row + shift)} @@\n`;
  return { text: range + shown.map(ended).join(''), growth: fresh.length - old.length };
}

/** Lines with their line break, so that a missing one at the end shows. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

/** Git quotes names with blanks it could misread, quotes, control characters and bytes beyond ASCII. */
function quoted(name: string): string {
  if (/^[A-Za-z0-9._/@+,=-]+$/.test(name)) return name;
  const bytes = [...new TextEncoder().encode(name)].map((byte) => {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === '\\') return `\\${char}`;
    return byte >= 32 && byte < 127 ? char : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
