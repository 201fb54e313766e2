import { otherContent } from '../contents.ts';
import type { DiffContext } from '../context.ts';
import type { Classifier, Outcome } from '../outcome.ts';
import { shortId } from '../outcome.ts';
import type { Side } from '../side.ts';

/**
 * Other content than the base has for the same source and revision, at whatever input it stands there: an input
 * that is called otherwise than before, or is new, has no old side that would show the swap.
 */
export const knownContent: Classifier = ({ after }, context) => contradiction(after, context);

/** The same for a path that the base does not have, or that followed another. */
export function contradiction(side: Side, { knownContents }: DiffContext): Outcome | undefined {
  const known = otherContent(side, knownContents);
  if (known === undefined) return undefined;
  const hashes = `narHash ${shortId(known)}… there, ${shortId(side.hash)}… here`;
  return {
    class: 'diff-content-tampered',
    reason: 'known-rev',
    verdict: 'fail',
    message: `revision ${shortId(side.rev)} has other content than in the base: ${hashes}`,
    attribute: 'narHash',
  };
}
