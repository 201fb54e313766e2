import { countWhile } from './bisect.ts';
import type { Span } from './span.ts';

/**
 * A text that was decoded out of a file: a YAML scalar, a shell word, a heredoc. `locate` takes an offset into `text`
 * to the offset of that character in the file, is monotonic, and clamps what lies outside.
 */
export type MappedText = { readonly text: string; readonly locate: (offset: number) => number };

/** A text that stands in its file as it is, from `start` on. */
export function verbatim(text: string, start = 0): MappedText {
  return { text, locate: (offset) => start + Math.max(0, Math.min(offset, text.length)) };
}

/** The part of a mapped text between two of its offsets. */
export function sliceMapped(whole: MappedText, start: number, end = whole.text.length): MappedText {
  const text = whole.text.slice(start, end);
  return { text, locate: (offset) => whole.locate(Math.min(start + offset, end)) };
}

/** Where the characters from `start` to `end` stand in the file: up to and including the last of them. */
export function mappedSpan(mapped: MappedText, start = 0, end: number = mapped.text.length): Span {
  const from = mapped.locate(start);
  if (end <= start) return { start: from, end: from };
  return { start: from, end: Math.max(from, mapped.locate(end - 1)) + 1 };
}

/**
 * A run of decoded text: from decoded offset `at` on, characters stand one to one from `source` on. `width` is the
 * length in the source where the decoded text only stands for what is written.
 */
export type Run = { readonly at: number; readonly source: number; readonly width?: number };

/** Builds a mapped text from runs in ascending order; `outer` places the source offsets in the file. */
export function mappedFromRuns(
  text: string,
  runs: readonly Run[],
  outer: (offset: number) => number,
): MappedText {
  return {
    text,
    locate(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const run = lastRun(runs, clamped);
      if (run === undefined) return outer(clamped);
      return outer(
        run.source +
          Math.min(
            clamped - run.at,
            run.width === undefined ? clamped : Math.max(0, run.width - 1),
          ),
      );
    },
  };
}

/** The last run that starts at or before `offset`. */
function lastRun(runs: readonly Run[], offset: number): Run | undefined {
  return runs[Math.max(0, countWhile(runs, ({ at }) => at <= offset) - 1)];
}
