import { encodeDigest } from './hash.ts';
import type { Hash } from './hash.ts';

/** What a digest that says nothing about any content stands for. */
export type PlaceholderHash = 'all-zero' | 'empty-file' | 'empty-file-nar' | 'empty-directory-nar';

/** Digests of nothing, computed: of zero bytes, and of the NARs of an empty file and directory. */
const emptyContents: ReadonlyMap<string, PlaceholderHash> = new Map([
  ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'empty-file'],
  ['77ac62e2629d8e45f624589c0c8bf99e24b3a722349bf1e79bc186008534e246', 'empty-file-nar'],
  ['a50a5ab6d992f5598edd92105059fae9acfc192981e08bd88534c2167e92526a', 'empty-directory-nar'],
  ['da39a3ee5e6b4b0d3255bfef95601890afd80709', 'empty-file'],
  ['d41d8cd98f00b204e9800998ecf8427e', 'empty-file'],
  [
    'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce' +
      '47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
    'empty-file',
  ],
]);

/** What the hash stands for when it is one that people write to get past a check; else undefined. */
export function placeholderHash(hash: Hash): PlaceholderHash | undefined {
  return placeholderDigest(encodeDigest(hash.bytes, 'base16'));
}

/** The same for a lower-case base 16 digest; digests of different algorithms differ in any case. */
export function placeholderDigest(base16: string): PlaceholderHash | undefined {
  if (base16.startsWith('00000000') && /^0+$/.test(base16)) return 'all-zero';
  return emptyContents.get(base16);
}
