/** Digits of Nix's base 32: no e, o, t, u. From `src/libutil/base-nix-32.cc`. */
const alphabet = '0123456789abcdfghijklmnpqrsvwxyz';

const digits: ReadonlyMap<string, number> = new Map(
  Array.from(alphabet, (digit, value) => [digit, value]),
);

/** Number of digits that write `byteCount` bytes. */
export function nix32Length(byteCount: number): number {
  return Math.ceil((byteCount * 8) / 5);
}

/** Writes bytes in Nix's base 32: one little-endian number, most significant digit first. */
export function encodeNix32(bytes: Uint8Array): string {
  let text = '';
  for (let n = nix32Length(bytes.length) - 1; n >= 0; n--) {
    const index = (n * 5) >> 3;
    const shift = (n * 5) & 7;
    const pair = (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8);
    text += alphabet[(pair >> shift) & 31] ?? '';
  }
  return text;
}

/**
 * Reads `byteCount` bytes written in Nix's base 32. Undefined when the length is not that of
 * `byteCount` bytes, a character is no digit, or the first digit carries bits past the last byte,
 * which Nix refuses too.
 */
export function decodeNix32(text: string, byteCount: number): Uint8Array | undefined {
  const length = nix32Length(byteCount);
  if (text.length !== length) return undefined;
  const bytes = new Uint8Array(byteCount);
  for (let n = 0; n < length; n++) {
    const digit = digits.get(text[length - n - 1] ?? '');
    if (digit === undefined) return undefined;
    const index = (n * 5) >> 3;
    const pair = digit << ((n * 5) & 7);
    bytes[index] = (bytes[index] ?? 0) | (pair & 0xff);
    if (pair <= 0xff) continue;
    if (index + 1 >= byteCount) return undefined;
    bytes[index + 1] = (bytes[index + 1] ?? 0) | (pair >> 8);
  }
  return bytes;
}
