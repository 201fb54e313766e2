import type { DocumentOf } from '../model/document.ts';
import { identityKey } from '../parse/source-identity.ts';
import { lockedInputs } from '../parse/locked-input.ts';

type Lock = DocumentOf<'flake-lock'>;

export type LockPair = { readonly base?: Lock; readonly head?: Lock };

/** Share of inputs that a moved lock keeps; below it the old one is gone and the new one is new. */
const KEPT = 0.5;

/**
 * Pairs the locks of two revisions by path. A lock at a new path is compared with the lock that vanished
 * whose inputs it mostly has: moving a lock must not make it a new one, where everything is merely added.
 */
export function pairLocks(base: readonly Lock[], head: readonly Lock[]): LockPair[] {
  const left = new Map(base.map((lock) => [lock.path, lock]));
  const pairs: LockPair[] = [];
  const fresh: Lock[] = [];
  for (const lock of head) {
    const same = left.get(lock.path);
    if (same === undefined) fresh.push(lock);
    else pairs.push({ base: same, head: lock });
    left.delete(lock.path);
  }
  // One old lock may stand behind several new ones: the most alike could be a decoy for another.
  const moved = new Set<string>();
  for (const lock of fresh) {
    const before = mostAlike(lock, left.values());
    if (before !== undefined) moved.add(before.path);
    pairs.push({ ...(before && { base: before }), head: lock });
  }
  const gone = [...left.values()].filter(({ path }) => !moved.has(path));
  return [...pairs, ...gone.map((lock) => ({ base: lock }))];
}

function mostAlike(lock: Lock, candidates: Iterable<Lock>): Lock | undefined {
  const own = namedSources(lock);
  let best: { readonly lock: Lock; readonly kept: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.model.flavour !== lock.model.flavour) continue;
    const other = namedSources(candidate);
    const shared = [...own].filter((one) => other.has(one)).length;
    const kept = shared / Math.max(1, own.size, other.size);
    if (kept >= KEPT && kept > (best?.kept ?? 0)) best = { lock: candidate, kept };
  }
  return best?.lock;
}

function namedSources({ model }: Lock): ReadonlySet<string> {
  return new Set(
    [...lockedInputs(model)].map(({ path, identity }) => `${path} ${identityKey(identity)}`),
  );
}
