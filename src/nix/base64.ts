const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const digits: ReadonlyMap<string, number> = new Map(
  Array.from(alphabet, (digit, value) => [digit, value]),
);

/** Writes bytes as padded base 64 without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const triple = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet[triple >> 18] ?? '';
    text += alphabet[(triple >> 12) & 63] ?? '';
    text += left > 1 ? (alphabet[(triple >> 6) & 63] ?? '') : '=';
    text += left > 2 ? (alphabet[triple & 63] ?? '') : '=';
  }
  return text;
}

/**
 * Reads base 64 exactly as leniently as `base64Decode` of Nix: it stops at the first `=`, skips line
 * feeds, asks for no padding and drops leftover bits. Undefined on any other foreign character. Two
 * different texts can therefore be one hash: compare bytes, never texts.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const character of text) {
    if (character === '=') break;
    if (character === '\n') continue;
    const digit = digits.get(character);
    if (digit === undefined) return undefined;
    pending = ((pending << 6) | digit) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((pending >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}
