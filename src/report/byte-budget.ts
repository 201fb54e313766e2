import { plural } from './summary.ts';

/** A part of a document that can lose rows: what stands before them, the rows, what stands after. */
export type Rows = {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot: string;
  /** What a row is, for the count of those left out. */
  readonly noun: string;
};

/** Room for the sentence that counts what was left out. */
const cutBytes = 200;

/**
 * Parts one after the other in at most `limit` bytes of UTF-8. Rows that do not fit are left out from the
 * end and counted; a part of which no row fits is left out whole, and its rows are counted too.
 */
export function withinBytes(parts: readonly Rows[], limit: number): string {
  const texts: string[] = [];
  const lost = new Map<string, number>();
  let left = limit - cutBytes;
  for (const part of parts) {
    const frame = bytes(part.head) + bytes(part.foot) + 2;
    const kept = fitting(part.rows, left - frame);
    const missing = part.rows.length - kept.length;
    if (missing > 0) lost.set(part.noun, (lost.get(part.noun) ?? 0) + missing);
    if (kept.length === 0 && (part.rows.length > 0 || frame > left)) continue;
    const text = [part.head, ...kept, part.foot].filter((piece) => piece !== '').join('\n');
    texts.push(text);
    left -= bytes(text) + 2;
  }
  for (const [noun, count] of lost) texts.push(`_${plural(count, noun)} left out for size._`);
  return texts.join('\n\n');
}

function fitting(rows: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= bytes(row) + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
