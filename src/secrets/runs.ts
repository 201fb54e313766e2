import { anyBase64 } from './alphabet.ts';

/** A maximal run of characters of base64 or base64url. */
export type Run = { readonly start: number; readonly end: number };

/** Shorter runs decode to nothing that a detector would take (catalogue 4.1: 24 characters). */
export const MIN_RUN = 24;

/**
 * All runs of at least `MIN_RUN` characters, in order. Looks at every 24th character only, and
 * around it when that is a member: most text is skipped without being read.
 */
export function* longRuns(text: string): Generator<Run> {
  const length = text.length;
  let done = 0;
  for (let probe = MIN_RUN - 1; probe < length; probe += MIN_RUN) {
    if (anyBase64[text.charCodeAt(probe)] !== 1) continue;
    let start = probe;
    while (start > done && anyBase64[text.charCodeAt(start - 1)] === 1) start--;
    let end = probe + 1;
    while (end < length && anyBase64[text.charCodeAt(end)] === 1) end++;
    done = end;
    if (end - start >= MIN_RUN) yield { start, end };
    // The next probe is the first multiple of the stride after the run.
    if (end > probe + MIN_RUN) probe += Math.floor((end - 1 - probe) / MIN_RUN) * MIN_RUN;
  }
}
