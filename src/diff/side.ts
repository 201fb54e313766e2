import { type AttrSet, stringAttr } from '../model/flake-lock.ts';
import type { LockNode } from '../model/flake-lock.ts';
import type { LockEntry } from '../model/lock-change.ts';
import type { LockedSource } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { formatHash, isHash, parseHash } from '../nix/hash.ts';
import {
  identityKey,
  identityText,
  type SourceIdentity,
  sourceIdentity,
} from '../parse/source-identity.ts';
import { inputPath } from '../parse/lock-graph.ts';
import { placeOf } from '../parse/source-place.ts';
import { isSameDownload } from '../parse/tarball-redirect.ts';

/** One side of a change that is a node, with what the classes compare. */
export type Side = {
  readonly entry: LockEntry;
  readonly node: LockNode;
  /** `locked` overlaid with `info`; of a node without either, what it declares. */
  readonly locked: AttrSet;
  readonly original: AttrSet;
  readonly identity: SourceIdentity;
  /** Lower case. */
  readonly rev: string | undefined;
  /** Equal for equal digests, however they are spelled. */
  readonly hash: string | undefined;
  /** Seconds since 1970; undefined also for the dates that stand for none. */
  readonly time: number | undefined;
};

const nothing: AttrSet = { attrs: new Map(), span: { start: 0, end: 0 } };

/** The side of an entry that leads to a node; undefined for one that follows another input. */
export function sideOf(entry: LockEntry): Side | undefined {
  if (entry.target.kind === 'follows') return undefined;
  const { node } = entry.target;
  const original = node.original ?? nothing;
  const locked = node.effective ?? original;
  return {
    entry,
    node,
    locked,
    original,
    identity: sourceIdentity(locked),
    rev: stringAttr(locked, 'rev')?.toLowerCase(),
    hash: hashOf(locked),
    time: timeOf(locked),
  };
}

/** Attributes that make a fetcher put other files into the tree of one revision. */
export const treeOptions: readonly string[] = ['submodules', 'lfs', 'exportIgnore'];

/** Fetchers write 0 or 1 when they know no date, archives made to be reproducible the first day of 1980. */
const NO_DATE = 315_532_800;
/** The last moment that prints as a date of four digits. */
const LATEST = 253_402_300_799;

function timeOf(locked: AttrSet): number | undefined {
  const value = locked.attrs.get('lastModified')?.value;
  return typeof value === 'number' && value > NO_DATE && value <= LATEST ? value : undefined;
}

/** The narHash, spelled as SRI when it is a hash; undefined when there is none. */
export function hashOf(locked: AttrSet): string | undefined {
  const written = stringAttr(locked, 'narHash');
  if (written === undefined || written === '') return undefined;
  const hash = parseHash(written, 'sha256');
  return isHash(hash) ? formatHash(hash, 'sri') : written;
}

/**
 * Whether two sides come from one source. Downloads that redirect are locked to another address with each
 * version: they are one source while the host, and the owner and repository where links name them, stay.
 * Copies in the store have no source at all, so one is as good as another.
 */
export function isSameSource(before: Side, after: Side): boolean {
  const [a, b] = [before.identity, after.identity];
  if (identityKey(a) === identityKey(b)) return true;
  if (a.type !== b.type) return false;
  if (a.kind === 'path' && b.kind === 'path') {
    return placeOf(before.locked) === 'store' && placeOf(after.locked) === 'store';
  }
  if (a.kind !== 'url' || b.kind !== 'url') return false;
  if (a.type !== 'tarball' && a.type !== 'file') return false;
  return a.parts !== undefined && b.parts !== undefined && isSameDownload(a.parts, b.parts);
}

/** Whether what is declared names another source than before. */
export function isRedeclared(before: Side, after: Side): boolean {
  return (
    identityKey(sourceIdentity(before.original)) !== identityKey(sourceIdentity(after.original))
  );
}

/** Where the value of an attribute stands in the new lock, or the key of its node. */
export function attributeSpan(side: Side, name: string): Span {
  const found = side.locked.attrs.get(name) ?? side.original.attrs.get(name);
  return found?.span ?? side.node.keySpan;
}

/** What a report shows of an entry. */
export function lockedSource(entry: LockEntry): LockedSource {
  if (entry.target.kind === 'follows') {
    return { source: `follows ${inputPath(entry.target.path) || '[]'}` };
  }
  const { node } = entry.target;
  const set = node.effective ?? node.original;
  if (set === undefined) return { source: 'nothing' };
  const ref = stringAttr(node.original, 'ref') ?? stringAttr(set, 'ref');
  const rev = stringAttr(set, 'rev');
  const narHash = stringAttr(set, 'narHash');
  const time = set.attrs.get('lastModified')?.value;
  return {
    source: identityText(sourceIdentity(set)),
    ...(ref !== undefined && { ref }),
    ...(rev !== undefined && { rev }),
    ...(narHash !== undefined && { narHash }),
    ...(typeof time === 'number' && { lastModified: time }),
  };
}
