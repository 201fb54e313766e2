import type { Quoted } from '../../model/derivation.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What stands between the quotes, unescaped and decoded. `text` is a derivation's latin1 text. */
export function decodeQuoted(text: string, quoted: Quoted): string {
  return decodeUtf8(unescapeText(text.slice(quoted.start, quoted.end)));
}

/**
 * Undoes `printString` of Nix: `\n`, `\r` and `\t` are control characters, a backslash before any other
 * character stands for that character. Works on one string as well as on the whole text of a derivation.
 */
export function unescapeText(raw: string): string {
  let at = raw.indexOf('\\');
  if (at < 0) return raw;
  let text = '';
  let done = 0;
  for (; at >= 0; at = raw.indexOf('\\', done)) {
    text += raw.slice(done, at) + unescaped(raw[at + 1]);
    done = at + 2;
  }
  return text + raw.slice(done);
}

function unescaped(character = ''): string {
  if (character === 'n') return '\n';
  if (character === 'r') return '\r';
  return character === 't' ? '\t' : character;
}

/** Reads latin1 text as the UTF-8 it usually is; bytes that are no UTF-8 stay latin1. */
export function decodeUtf8(latin1: string): string {
  if (!/[^\0-\x7f]/.test(latin1)) return latin1;
  try {
    return strictUtf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}

/** The UTF-8 bytes of a string as latin1 text, the form in which derivations are held. */
export function encodeUtf8(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Quotes latin1 text as Nix writes it into a derivation. */
export function quote(latin1: string): string {
  const escaped = latin1.replace(/["\\\n\r\t]/g, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return character === '\t' ? '\\t' : `\\${character}`;
  });
  return `"${escaped}"`;
}

/**
 * Offset in a derivation's text of the character at `index` of a decoded string. Escapes take two bytes,
 * characters outside ASCII as many as in UTF-8.
 */
export function rawOffset(text: string, quoted: Quoted, index: number): number {
  const raw = text.slice(quoted.start, quoted.end);
  const isUtf8 = decodeUtf8(raw) !== raw;
  let at = 0;
  for (let left = index; left > 0 && at < raw.length;) {
    const [bytes, units] = characterAt(raw, at, isUtf8);
    at += bytes;
    left -= units;
  }
  return quoted.start + Math.min(at, raw.length);
}

/** Bytes of the character at a byte offset, and UTF-16 units of its decoded form. */
function characterAt(raw: string, at: number, isUtf8: boolean): readonly [number, number] {
  const byte = raw.charCodeAt(at);
  if (byte === 92) return [2, 1];
  if (!isUtf8 || byte < 0xc0) return [1, 1];
  if (byte >= 0xf0) return [4, 2];
  return byte >= 0xe0 ? [3, 1] : [2, 1];
}
