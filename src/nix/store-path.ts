import { createHash } from 'node:crypto';
import { encodeDigest } from './hash.ts';
import { encodeNix32 } from './nix32.ts';

export const DEFAULT_STORE_DIRECTORY = '/nix/store';

/** Digest part and name of a store object's base name. */
export type StoreName = { readonly digest: string; readonly name: string };

/** Digest of a store path: 20 bytes in nix32. */
const DIGEST_LENGTH = 32;
/** `StorePath::MaxPathLen` of Nix. */
const MAX_NAME_LENGTH = 211;

/**
 * Splits `<digest>-<name>` as `StorePath` of Nix accepts it (`src/libstore/path.cc`); undefined for
 * anything else, so that no name can lead out of a store directory.
 */
export function parseStoreName(base: string): StoreName | undefined {
  const match = /^([0-9abcdfghijklmnpqrsvwxyz]{32})-([0-9a-zA-Z+\-._?=]+)$/.exec(base);
  const digest = match?.[1];
  const name = match?.[2];
  if (digest === undefined || name === undefined || name.length > MAX_NAME_LENGTH) return undefined;
  return /^\.\.?(-|$)/.test(name) ? undefined : { digest, name };
}

/** Base name of a path right below one of the store directories; undefined for any other path. */
export function storeBaseName(
  path: string,
  storeDirectories: readonly string[],
): string | undefined {
  for (const directory of storeDirectories) {
    if (!path.startsWith(`${directory}/`)) continue;
    const base = path.slice(directory.length + 1);
    if (parseStoreName(base) !== undefined) return base;
  }
  return undefined;
}

/** Name part of a store path or base name: `etc` for `/nix/store/…-etc.drv` when `.drv` is cut too. */
export function storeObjectName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return parseStoreName(base)?.name ?? base;
}

/** Name of the derivation in a `.drv` path, without digest and ending. */
export function derivationName(path: string): string {
  const name = storeObjectName(path);
  return name.endsWith('.drv') ? name.slice(0, -'.drv'.length) : name;
}

/** Base name of the object that holds NAR-hashed content without references, e.g. a flake input. */
export function sourceStoreName(
  narSha256: Uint8Array,
  name: string,
  storeDirectory: string,
): string {
  return makeStoreName('source', encodeDigest(narSha256, 'base16'), name, storeDirectory);
}

/**
 * Base name of a text object (`builtins.toFile`, `.drv`): `contentSha256` is of the file's bytes,
 * `references` are full store paths in any order.
 */
export function textStoreName(
  contentSha256: Uint8Array,
  name: string,
  references: readonly string[],
  storeDirectory: string,
): string {
  const sorted = references.toSorted((left, right) => (left < right ? -1 : Number(left > right)));
  const type = ['text', ...sorted].join(':');
  return makeStoreName(type, encodeDigest(contentSha256, 'base16'), name, storeDirectory);
}

/** Base name of a fixed output that is not NAR-hashed with sha256: `methodAlgo` as `.drv` files write it. */
export function fixedOutputStoreName(
  methodAlgo: string,
  base16: string,
  name: string,
  storeDirectory: string,
): string {
  const inner = createHash('sha256').update(`fixed:out:${methodAlgo}:${base16}:`).digest('hex');
  return makeStoreName('output:out', inner, name, storeDirectory);
}

/** `StoreDirConfig::makeStorePath` of Nix: 160 bits of a digest over everything that names the object. */
function makeStoreName(type: string, base16: string, name: string, storeDirectory: string): string {
  const fingerprint = `${type}:sha256:${base16}:${storeDirectory}:${name}`;
  const digest = createHash('sha256').update(fingerprint).digest();
  const folded = new Uint8Array((DIGEST_LENGTH * 5) / 8);
  for (const [index, byte] of digest.entries()) {
    const target = index % folded.length;
    folded[target] = (folded[target] ?? 0) ^ byte;
  }
  return `${encodeNix32(folded)}-${name}`;
}
