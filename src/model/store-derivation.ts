import type { Derivation } from './derivation.ts';

/** A file that a derivation copies into the store: a text, a file or one file of a copied tree. */
export type StoreSource = {
  /** Store path of the copied object. */
  readonly storePath: string;
  /** Path inside a copied tree, with `/`; '' when the object is the file. */
  readonly inner: string;
  /** Content as latin1 text; of a binary or large file only its head. */
  readonly text: string;
  readonly whole: boolean;
};

/** A derivation and where it lies. */
export type StoreDerivation = {
  readonly derivation: Derivation;
  /** Full path of the `.drv`, as other derivations call it. */
  readonly storePath: string;
  /** Name without digest and `.drv`. */
  readonly name: string;
  /** Sources that no derivation before this one of the same run names, so that each is judged once. */
  readonly sources: readonly StoreSource[];
  /** Name of a derivation before this one with the same fixed hash that fetches from other addresses. */
  readonly sameHashAs?: string;
};

/** Path of a source for people: its name in the store without the digest, then the path inside it. */
export function sourceLabel(source: StoreSource): string {
  const base = source.storePath.slice(source.storePath.lastIndexOf('/') + 1);
  const name = base.slice('0123456789abcdfghijklmnpqrsvwxyz-'.length);
  return source.inner === '' ? name : `${name}/${source.inner}`;
}
