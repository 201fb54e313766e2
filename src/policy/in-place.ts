import type { Host } from '../model/host.ts';
import type { Weakening } from '../model/policy-review.ts';
import { readComments, type Comment } from './comments.ts';
import { MAX_POLICY_BYTES } from './state.ts';
import { addedComments, weakenedByComment } from './weaken.ts';

export type InPlace = {
  /** Comments that may suppress something. */
  readonly comments: readonly Comment[];
  readonly weakenings: readonly Weakening[];
};

/**
 * Reads the suppressions written in the linted files. With a base only those count that the base has too:
 * a comment written by the change under review is reported and suppresses nothing. Where the base is not
 * at hand none counts.
 */
export function readInPlace(
  texts: Iterable<readonly [path: string, text: string]>,
  base: string | undefined,
  host: Host,
): InPlace {
  const head = [...texts].flatMap(([path, text]) => readComments(path, text));
  if (base === undefined || head.length === 0) return { comments: head, weakenings: [] };
  const commit = host.resolveRevision(base);
  const earlier = [...new Set(head.map(({ path }) => path))].flatMap((path) => {
    const read = commit === undefined ? undefined : host.readAt(commit, path, MAX_POLICY_BYTES);
    return read?.ok === true ? readComments(path, read.text) : [];
  });
  const added = new Set(addedComments(earlier, head));
  return {
    comments: head.filter((comment) => !added.has(comment)),
    weakenings: commit === undefined ? [] : [...added].map(weakenedByComment),
  };
}
