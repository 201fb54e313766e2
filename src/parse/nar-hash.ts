import { type AttrSet } from '../model/flake-lock.ts';
import { formatHash, type Hash, isHash, parseSri } from '../nix/hash.ts';

/** What a `narHash` attribute says; `problem` completes "narHash …". */
export type NarHash =
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly problem: string }
  | { readonly kind: 'weak'; readonly hash: Hash }
  | { readonly kind: 'placeholder'; readonly problem: string }
  | { readonly kind: 'sound'; readonly id: string };

/** Digests that stand for no content at all. The first two were computed with `nix hash path`. */
const emptyDigests: ReadonlyMap<string, string> = new Map([
  ['sha256-pQpattmS9VmO3ZIQUFn66az8GSmB4IvYhTTCFn6SUmo=', 'is the hash of an empty directory'],
  ['sha256-d6xi4mKdjkX2JFicDIv5niSzpyI0m/Hnm8GGAIU04kY=', 'is the hash of an empty file'],
  ['sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'is the SHA-256 of nothing'],
]);

/** Several rules ask about each input; its hash is decoded once. */
const known = new WeakMap<AttrSet, NarHash>();

/**
 * Judges `narHash` of an input. Nix takes SHA-256 in SRI form alone (libfetchers/fetchers.cc, getNarHash); missing
 * padding is tolerated here because Nix compares decoded bytes. `id` is equal for equal digests.
 */
export function narHashOf(set: AttrSet): NarHash {
  const hash = known.get(set) ?? judge(set);
  known.set(set, hash);
  return hash;
}

function judge(set: AttrSet): NarHash {
  const value = set.attrs.get('narHash')?.value;
  if (value === undefined) return { kind: 'absent' };
  if (typeof value !== 'string') return malformed(`is the ${typeof value} ${String(value)}`);
  if (value === '') return { kind: 'placeholder', problem: 'is empty' };
  const hash = parseSri(value);
  if (!isHash(hash)) return malformed(`is no SRI hash: ${hash.problem}`);
  if (hash.algorithm === 'md5' || hash.algorithm === 'sha1') return { kind: 'weak', hash };
  if (hash.bytes.every((byte) => byte === 0)) {
    return { kind: 'placeholder', problem: 'is all zeros' };
  }
  if (hash.algorithm !== 'sha256') return malformed(`is ${hash.algorithm}, expected sha256`);
  const id = formatHash(hash, 'sri');
  const nothing = emptyDigests.get(id);
  if (nothing !== undefined) return { kind: 'placeholder', problem: nothing };
  if (value !== id && value !== id.replace(/=+$/, '')) {
    return malformed(`is ${value}, which Nix reads as ${id}`);
  }
  return { kind: 'sound', id };
}

function malformed(problem: string): NarHash {
  return { kind: 'malformed', problem };
}
