import { type Detector, type Found, nothing } from '../hit.ts';
import { isEncryptedOpenSsh, isOpenSsh } from './openssh.ts';
import { isUnprotectedPgp, isPgpSecretKey } from './pgp.ts';
import { isPublicTestKey } from './test-keys.ts';

/** Longest armour looked at; an RSA key of 16384 bits takes 13 KB. */
const MAX_ARMOUR = 64 * 1024;

/** Fewest bytes of any private key: an Ed25519 seed in PKCS#8 takes 48. */
const MIN_BYTES = 40;

const begin = '-----BEGIN ';

/** Room for the words before `PRIVATE KEY`. */
const HEADER = 32;

/**
 * Private keys in PEM, OpenSSH and OpenPGP armour. The body must decode to the structure that the
 * label promises, so that text which only mentions the header is let go. Lines may be broken by
 * line breaks, by their escapes, by indentation or not at all.
 */
export const armouredKeys: Detector = {
  anchors: ['private key-----', 'private key block-----'],
  find(text, at, end) {
    const label = /-----BEGIN ((?:[A-Z0-9]{1,12} )?PRIVATE KEY(?: BLOCK)?)-----$/.exec(
      text.slice(Math.max(0, at - HEADER), end),
    )?.[1];
    if (label === undefined) return nothing;
    const start = end - label.length - begin.length - 5;
    const close = closeOf(text, end, label);
    if (close === undefined) return nothing;
    const found = judge(label, text.slice(end, close.bodyEnd));
    return found === undefined ? nothing : [{ ...found, start, end: close.end }];
  },
};

/** Where the body ends: at its own END line, or at the end of a text that was cut off. */
function closeOf(
  text: string,
  from: number,
  label: string,
): { bodyEnd: number; end: number } | undefined {
  const dashes = text.indexOf('-----', from);
  const footer = `-----END ${label}-----`;
  if (dashes < 0)
    return text.length - from > MAX_ARMOUR ? undefined : { bodyEnd: text.length, end: text.length };
  if (dashes - from > MAX_ARMOUR || !text.startsWith(footer, dashes)) return undefined;
  return { bodyEnd: dashes, end: dashes + footer.length };
}

type Judged = Omit<Found, 'start' | 'end'>;

function judge(label: string, armour: string): Judged | undefined {
  const { headers, body } = splitArmour(armour);
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length < MIN_BYTES) return undefined;
  if (isPublicTestKey(bytes)) return undefined;
  if (label.endsWith('BLOCK')) {
    if (!isPgpSecretKey(bytes)) return undefined;
    return key('pgp', isUnprotectedPgp(bytes) ? 'plain' : 'encrypted');
  }
  if (label.startsWith('OPENSSH')) {
    return isOpenSsh(bytes)
      ? key('openssh', isEncryptedOpenSsh(bytes) ? 'encrypted' : 'plain')
      : undefined;
  }
  if (headers.includes('ENCRYPTED')) return key('pem', 'encrypted');
  if (!isDerSequence(bytes)) return undefined;
  return key('pem', label.startsWith('ENCRYPTED') ? 'encrypted' : 'plain');
}

function key(family: string, reason: string): Judged {
  return { rule: 'secret-private-key', reason, family, verified: true };
}

/**
 * Cuts armour into header lines (RFC 1421 `Proc-Type:`, OpenPGP `Version:`) and base64. White
 * space and its escapes go; so does the OpenPGP checksum, which starts with `=`.
 */
function splitArmour(armour: string): { readonly headers: string; readonly body: string } {
  const lines = armour.split(/(?:\\+[nrt]|\s|[",'])+/);
  const base64: string[] = [];
  const rest: string[] = [];
  let inHeader = armour.includes(':');
  for (const line of lines) {
    if (inHeader && line.length >= 48 && /^[A-Za-z0-9+/=]*$/.test(line)) inHeader = false;
    if (line.startsWith('=')) break;
    if (inHeader) rest.push(line);
    else base64.push(line);
  }
  return { headers: rest.join(' '), body: base64.join('') };
}

/** A DER SEQUENCE whose length covers what is there (X.690, 8.1): PKCS#1, PKCS#8, SEC 1. */
function isDerSequence(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return Math.abs(first + 2 - bytes.length) <= 2;
  const octets = first & 0x7f;
  if (octets === 0 || octets > 3) return false;
  let length = 0;
  for (let at = 0; at < octets; at++) length = length * 256 + (bytes[2 + at] ?? 0);
  return Math.abs(length + 2 + octets - bytes.length) <= 2;
}
