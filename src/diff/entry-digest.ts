import { createHash } from 'node:crypto';
import type { AttrSet } from '../model/flake-lock.ts';
import type { ChangeClass, LockEntry } from '../model/lock-change.ts';

/**
 * Everything an input path says, as one text: equal exactly when Nix would do the same with both. The key
 * of the node, the order of attributes and their layout are left out.
 */
export function entryText(entry: LockEntry | undefined): string {
  if (entry === undefined) return '';
  if (entry.target.kind === 'follows') return JSON.stringify(['follows', ...entry.target.path]);
  const { effective, original, flake, parent } = entry.target.node;
  return JSON.stringify([
    'node',
    attributes(effective),
    attributes(original),
    flake,
    parent ?? null,
  ]);
}

/**
 * What an approval of a change names: sha256 over class, input path and all that both sides say, which
 * covers identity, revision and narHash. An approval therefore holds for exactly one change.
 */
export function changeDigest(
  kind: ChangeClass,
  path: string,
  before: LockEntry | undefined,
  after: LockEntry | undefined,
): string {
  const hash = createHash('sha256').update('nix-secure-lint:change:1\0');
  for (const part of [kind, path, entryText(before), entryText(after)]) {
    const bytes = Buffer.from(part, 'utf8');
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

/** Attributes sorted by name, as text. */
export function attributes(set: AttrSet | undefined): string {
  if (set === undefined) return '';
  const pairs = [...set.attrs.values()].map(({ name, value }) => [name, value] as const);
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
