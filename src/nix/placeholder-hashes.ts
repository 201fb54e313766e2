import { type Hash, isHash, parseSri } from './hash.ts';

/** What a digest that says nothing about any content stands for. */
export type PlaceholderHash = 'all-zero' | 'empty-file' | 'empty-file-nar' | 'empty-directory-nar';

/** Digests of nothing, computed: sha256 of zero bytes and of the NARs of an empty file and directory. */
const emptyContents: ReadonlyMap<string, PlaceholderHash> = new Map([
  ['sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'empty-file'],
  ['sha256-d6xi4mKdjkX2JFicDIv5niSzpyI0m/Hnm8GGAIU04kY=', 'empty-file-nar'],
  ['sha256-pQpattmS9VmO3ZIQUFn66az8GSmB4IvYhTTCFn6SUmo=', 'empty-directory-nar'],
  ['sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', 'empty-file'],
  ['md5-1B2M2Y8AsgTpgAmY7PhCfg==', 'empty-file'],
  [
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
    'empty-file',
  ],
]);

/** What the hash stands for when it is one that people write to get past a check; else undefined. */
export function placeholderHash(hash: Hash): PlaceholderHash | undefined {
  if (hash.bytes.every((byte) => byte === 0)) return 'all-zero';
  for (const [sri, meaning] of emptyContents) {
    const known = parseSri(sri);
    if (!isHash(known) || known.algorithm !== hash.algorithm) continue;
    if (known.bytes.every((byte, index) => byte === hash.bytes[index])) return meaning;
  }
  return undefined;
}
