import { countWhile } from '../model/bisect.ts';
import type { Redact, Redaction } from './options.ts';

/** Redactions in the order of the text, overlapping ones merged under the mark of the first. */
function ordered(redactions: readonly Redaction[]): readonly Redaction[] {
  const merged: Redaction[] = [];
  const sorted = redactions.toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.span.start >= last.span.end) merged.push(next);
    else if (next.span.end > last.span.end) {
      const span = { start: last.span.start, end: next.span.end };
      merged[merged.length - 1] = { span, mark: last.mark };
    }
  }
  return merged;
}

/** Asks for the redactions of a file once and keeps the answer, in order and without overlaps. */
export function redactionsOf(redact: Redact): (path: string, text: string) => readonly Redaction[] {
  const known = new Map<string, readonly Redaction[]>();
  return (path, text) => {
    const found = known.get(path) ?? ordered(redact(path, text));
    known.set(path, found);
    return found;
  };
}

/** The first redaction that ends behind an offset, as an index; the length when there is none. */
export function firstEndingAfter(redactions: readonly Redaction[], offset: number): number {
  return countWhile(redactions, ({ span }) => span.end <= offset);
}

/** A text with marks instead of what must not be shown. Line breaks stay, so lines keep their numbers. */
export function redactedText(text: string, redactions: readonly Redaction[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, mark } of redactions) {
    const breaks = text.slice(span.start, span.end).replace(/[^\r\n]/g, '');
    parts.push(text.slice(at, span.start), mark, breaks);
    at = span.end;
  }
  return [...parts, text.slice(at)].join('');
}
