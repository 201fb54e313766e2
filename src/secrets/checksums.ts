const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 of the characters of a Latin-1 text, as in zlib and Go's crc32.IEEE; node:zlib has it from 22 on. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc = (crcTable[(crc ^ text.charCodeAt(at)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in the digits 0-9, A-Z, a-z, filled with zeros from the left to `length`. */
export function toBase62(value: number, length: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) {
    digits = base62Digits.charAt(rest % 62) + digits;
  }
  return digits.padStart(length, '0');
}

/** Whether the last six characters are the CRC-32 of those before, in base 62: GitHub and npm tokens. */
export function hasCrcSuffix(body: string): boolean {
  return toBase62(crc32(body.slice(0, -6)), 6) === body.slice(-6);
}

const bech32Digits = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const bech32Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether text is Bech32 with a right checksum (BIP 173 without its limit of 90 characters, as age uses it). */
export function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return false;
  const cut = lower.lastIndexOf('1');
  if (cut < 1 || lower.length - cut < 7) return false;
  const digits = Array.from(lower.slice(cut + 1), (character) => bech32Digits.indexOf(character));
  if (digits.includes(-1)) return false;
  return polymod([...expandPrefix(lower.slice(0, cut)), ...digits]) === 1;
}

/** The six digits that make `isBech32` hold for a prefix and data digits below 32. */
export function bech32Checksum(prefix: string, data: readonly number[]): string {
  const sum = polymod([...expandPrefix(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  return Array.from({ length: 6 }, (_, at) =>
    bech32Digits.charAt((sum >>> (5 * (5 - at))) & 31),
  ).join('');
}

function expandPrefix(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of bech32Generators.entries()) {
      if ((top >>> bit) & 1) sum ^= generator;
    }
  }
  return sum >>> 0;
}
