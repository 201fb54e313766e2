import type { Problem } from '../model/finding.ts';
import type { ChangeClass, InputChange, LockDiff } from '../model/lock-change.ts';

/**
 * Changes of one class as problems. What is refused is said for every input path, so that accepting one
 * accepts no other; the same move at several paths is otherwise said once, at the first.
 */
export function* problemsOf({ changes, origin }: LockDiff, kind: ChangeClass): Generator<Problem> {
  const told = new Set<string>();
  for (const change of changes) {
    if (change.class !== kind) continue;
    const key = groupKey(change);
    if (change.verdict !== 'fail' && told.has(key)) continue;
    told.add(key);
    const by = origin === undefined ? '' : ` (commit ${origin.commit.slice(0, 10)})`;
    yield {
      reason: change.reason,
      subject: change.path,
      at: change.at,
      message: `${change.message}${by}`,
      evidence: change.digest,
    };
  }
}

/** Equal for changes that are one and the same move of one source. */
export function groupKey(change: InputChange): string {
  const { reason, from, to } = change;
  // Where nothing moved each path speaks for itself, except that a whole lock loses its hashes at once.
  if (reason === 'nar-hash-lazy') return reason;
  return JSON.stringify([reason, from ?? null, to ?? null]);
}
