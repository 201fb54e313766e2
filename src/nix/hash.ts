import { decodeBase64, encodeBase64 } from './base64.ts';
import { decodeNix32, encodeNix32, nix32Length } from './nix32.ts';

export type HashAlgorithm = 'md5' | 'sha1' | 'sha256' | 'sha512' | 'blake3';

/** Digest length in bytes. From `src/libutil/include/nix/util/hash.hh`. */
const digestBytes: ReadonlyMap<string, { algorithm: HashAlgorithm; bytes: number }> = new Map([
  ['md5', { algorithm: 'md5', bytes: 16 }],
  ['sha1', { algorithm: 'sha1', bytes: 20 }],
  ['sha256', { algorithm: 'sha256', bytes: 32 }],
  ['sha512', { algorithm: 'sha512', bytes: 64 }],
  ['blake3', { algorithm: 'blake3', bytes: 32 }],
]);

/** A hash text is short; a longer one is refused unread so that no input makes us decode megabytes. */
const maxHashText = 1024;

export type HashFormat = 'sri' | 'base16' | 'nix32' | 'base64';

/** A hash as read. `canonical` says whether Nix would write it with the very same characters. */
export type Hash = {
  readonly algorithm: HashAlgorithm;
  readonly bytes: Uint8Array;
  readonly format: HashFormat;
  readonly canonical: boolean;
};

/** Why a text is no hash: lower case, found versus expected. */
export type HashFault = { readonly problem: string };

/** Narrows the result of a reader. */
export function isHash(result: Hash | HashFault): result is Hash {
  return 'bytes' in result;
}

/**
 * Reads `<algorithm>-<base64>` as `Hash::parseSRI` of Nix does, the reader of `narHash`: the base64
 * part may lack padding, hold line feeds and carry anything after its first `=`. The empty string is
 * for the caller to judge: for `narHash` Nix takes it as 32 zero bytes.
 */
export function parseSri(text: string): Hash | HashFault {
  const dash = text.indexOf('-');
  if (dash < 0) return { problem: 'no `-`, expected `<algorithm>-<base64>`' };
  const kind = kindOf(text.slice(0, dash));
  if ('problem' in kind) return kind;
  if (text.length > maxHashText) return tooLong(text);
  const bytes = decodeBase64(text.slice(dash + 1));
  if (bytes === undefined) return { problem: 'the digest is not base64' };
  if (bytes.length !== kind.bytes) return wrongLength(kind, bytes.length);
  return hash(kind.algorithm, bytes, 'sri', text);
}

/**
 * Reads any spelling `Hash::parseAny` of Nix takes: SRI, `<algorithm>:<digest>`, or a bare digest when
 * `expected` names the algorithm. The encoding of a digest after `:` is told from its length.
 */
export function parseHash(text: string, expected?: HashAlgorithm): Hash | HashFault {
  const colon = text.indexOf(':');
  if (colon < 0 && text.includes('-')) return agreeing(parseSri(text), expected);
  const name = colon < 0 ? expected : text.slice(0, colon);
  if (name === undefined) return { problem: 'no algorithm, expected `<algorithm>:` before it' };
  const kind = kindOf(name);
  if ('problem' in kind) return kind;
  if (text.length > maxHashText) return tooLong(text);
  return agreeing(parseDigest(kind, text.slice(colon + 1), text), expected);
}

/** Whether both are the same digest of the same algorithm, however they were spelled. */
export function sameHash(left: Hash, right: Hash): boolean {
  if (left.algorithm !== right.algorithm || left.bytes.length !== right.bytes.length) return false;
  return left.bytes.every((byte, index) => byte === right.bytes[index]);
}

/** Writes a hash in one of the four formats; `sri` and the prefixed forms name the algorithm. */
export function formatHash(
  { algorithm, bytes }: Pick<Hash, 'algorithm' | 'bytes'>,
  format: HashFormat,
): string {
  if (format === 'sri') return `${algorithm}-${encodeBase64(bytes)}`;
  return `${algorithm}:${encodeDigest(bytes, format)}`;
}

/** Writes bare digest bytes without naming an algorithm. */
export function encodeDigest(bytes: Uint8Array, format: Exclude<HashFormat, 'sri'>): string {
  if (format === 'base64') return encodeBase64(bytes);
  if (format === 'nix32') return encodeNix32(bytes);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type AlgorithmFacts = { readonly algorithm: HashAlgorithm; readonly bytes: number };

function kindOf(name: string): AlgorithmFacts | HashFault {
  const facts = digestBytes.get(name);
  if (facts) return facts;
  const shown = name.length > 20 ? `${name.slice(0, 20)}…` : name;
  return {
    problem: `unknown algorithm \`${shown}\`, expected ${[...digestBytes.keys()].join(', ')}`,
  };
}

function parseDigest(kind: AlgorithmFacts, digest: string, text: string): Hash | HashFault {
  const format = formatOfLength(kind.bytes, digest.length);
  if (format === undefined) return wrongLength(kind, digest.length, 'characters');
  const bytes = decodeDigest(format, digest, kind.bytes);
  if (bytes === undefined) return { problem: `the digest is not ${format}` };
  if (bytes.length !== kind.bytes) return wrongLength(kind, bytes.length);
  return hash(kind.algorithm, bytes, format, text);
}

function formatOfLength(byteCount: number, length: number): Exclude<HashFormat, 'sri'> | undefined {
  if (length === byteCount * 2) return 'base16';
  if (length === nix32Length(byteCount)) return 'nix32';
  if (length === Math.ceil(byteCount / 3) * 4) return 'base64';
  return undefined;
}

function decodeDigest(
  format: Exclude<HashFormat, 'sri'>,
  digest: string,
  byteCount: number,
): Uint8Array | undefined {
  if (format === 'nix32') return decodeNix32(digest, byteCount);
  if (format === 'base64') return decodeBase64(digest);
  if (!/^[0-9A-Fa-f]*$/.test(digest)) return undefined;
  return Uint8Array.from({ length: byteCount }, (_, index) =>
    Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16),
  );
}

function hash(algorithm: HashAlgorithm, bytes: Uint8Array, format: HashFormat, text: string): Hash {
  const written = formatHash({ algorithm, bytes }, format);
  const canonical = written === text || written === `${algorithm}:${text}`;
  return { algorithm, bytes, format, canonical };
}

function agreeing(result: Hash | HashFault, expected: HashAlgorithm | undefined): Hash | HashFault {
  if (!isHash(result) || expected === undefined || result.algorithm === expected) return result;
  return { problem: `a ${result.algorithm} hash, expected ${expected}` };
}

function tooLong(text: string): HashFault {
  return { problem: `${text.length} characters, more than any hash has` };
}

function wrongLength(kind: AlgorithmFacts, found: number, unit = 'bytes'): HashFault {
  return {
    problem: `${found} ${unit}, expected a ${kind.algorithm} digest of ${kind.bytes} bytes`,
  };
}
