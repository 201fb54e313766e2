import { type AttrSet, type FlakeLock, stringAttr } from '../model/flake-lock.ts';
import { lockedInputs } from '../parse/locked-input.ts';
import { identityKey, type SourceIdentity } from '../parse/source-identity.ts';
import { revisionTypes } from '../parse/source-place.ts';
import { hashOf, type Side, treeOptions } from './side.ts';

/** Digests of the content of revisions, by source, revision and how it is checked out. */
export type KnownContents = ReadonlyMap<string, ReadonlySet<string>>;

/** What locks say that revisions hold. Downloads are left out: nothing ties them to the revision they claim. */
export function contentsOf(locks: Iterable<FlakeLock>): KnownContents {
  const known = new Map<string, Set<string>>();
  for (const lock of locks) {
    for (const { locked, identity } of lockedInputs(lock)) {
      const [key, hash] = [checkoutKey(locked, identity), hashOf(locked)];
      if (key === undefined || hash === undefined) continue;
      known.set(key, (known.get(key) ?? new Set()).add(hash));
    }
  }
  return known;
}

/** The digest that is known for the very checkout of a side, when it has another; undefined otherwise. */
export function otherContent(side: Side, known: KnownContents): string | undefined {
  const key = checkoutKey(side.locked, side.identity);
  const hashes = key === undefined ? undefined : known.get(key);
  if (hashes === undefined || side.hash === undefined || hashes.has(side.hash)) return undefined;
  const [first] = hashes;
  return first;
}

function checkoutKey(locked: AttrSet, identity: SourceIdentity): string | undefined {
  const rev = stringAttr(locked, 'rev')?.toLowerCase();
  if (rev === undefined || !revisionTypes.has(identity.type)) return undefined;
  const options = treeOptions.map((name) => locked.attrs.get(name)?.value === true);
  return JSON.stringify([identityKey(identity), rev, ...options]);
}
