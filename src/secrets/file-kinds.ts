import { isSopsEncrypted } from './sops-shape.ts';

/** What encrypted a file. */
export type Cipher =
  | 'sops'
  | 'age'
  | 'git-crypt'
  | 'pgp'
  | 'ansible-vault'
  | 'jwe'
  | 'sealed-secret'
  | 'vault-transit'
  | 'systemd-creds'
  | 'openssl'
  | 'keepass';

/** What the content of a file is, as far as secrets go. */
export type FileKind =
  | { readonly kind: 'encrypted'; readonly by: Cipher }
  /** Certificates, public keys, lists of recipients: meant to be read by anyone. */
  | { readonly kind: 'public'; readonly what: 'certificate' | 'public-key' | 'recipients' }
  /** Holds the header of a private key that is not wrapped by any of the above. */
  | { readonly kind: 'private-key' }
  | { readonly kind: 'plain' };

const encryptedStarts: readonly (readonly [string, Cipher])[] = [
  ['age-encryption.org/v1', 'age'],
  ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
  ['\0GITCRYPT\0', 'git-crypt'],
  ['-----BEGIN PGP MESSAGE-----', 'pgp'],
  ['$ANSIBLE_VAULT;', 'ansible-vault'],
  ['vault:v', 'vault-transit'],
  ['Salted__', 'openssl'],
  ['U2FsdGVkX1', 'openssl'],
  ['\x03\xd9\xa2\x9a', 'keepass'],
];

/**
 * Base64 of the ids that open what systemd-creds encrypts with a host or TPM2 key (systemd
 * `shared/creds-util.h`). The id of the null key is left out: anyone can decrypt that.
 */
const systemdCredentialStarts: readonly string[] = [
  'Whxqht+dQJax1aZeCGLxm',
  'DHzAexF2RZGcSwvqCLwg/',
  'k6iUCUh0RJCQyvL8k8q1U',
  'VbntHThZTUOoMZ0uuzMqx',
];

/** Text that fits in the first characters of any file this module tells apart by its start. */
const HEAD = 4096;

/**
 * Tells encrypted, public and private-key files apart by content (catalogue 4.5). Takes the whole
 * content as bytes, or as text when the file was read as UTF-8 or Latin-1. Total on any content.
 */
export function fileKind(content: string | Uint8Array): FileKind {
  const text = typeof content === 'string' ? content : latin1(content);
  const by = cipherOf(text);
  if (by !== undefined) return { kind: 'encrypted', by };
  if (hasPrivateKey(text)) return { kind: 'private-key' };
  const what = publicContent(text);
  return what === undefined ? { kind: 'plain' } : { kind: 'public', what };
}

/** Whether content is encrypted by a tool meant for committed secrets. */
export function isEncrypted(content: string | Uint8Array): boolean {
  return fileKind(content).kind === 'encrypted';
}

function cipherOf(text: string): Cipher | undefined {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, '')
    .trimStart();
  for (const [start, cipher] of encryptedStarts) {
    if (head.startsWith(start) || text.startsWith(start)) return cipher;
  }
  if (systemdCredentialStarts.some((start) => head.startsWith(start))) return 'systemd-creds';
  if (isJwe(head)) return 'jwe';
  if (isSopsEncrypted(text)) return 'sops';
  if (/^kind:[ \t]*["']?SealedSecret\b/m.test(head) && head.includes('encryptedData'))
    return 'sealed-secret';
  return isPgpPacket(text) ? 'pgp' : undefined;
}

/** JWE compact serialisation: five base64url parts, of which the second may be empty (RFC 7516, 3.1). */
function isJwe(head: string): boolean {
  const line = head.split('\n', 1)[0]?.trim() ?? '';
  const parts = line.split('.');
  return (
    parts.length === 5 && line.startsWith('eyJ') && parts.every((part) => /^[\w-]*$/.test(part))
  );
}

/**
 * A binary OpenPGP message starts with a session key or encrypted data packet: tags 1, 3, 9 and
 * 18 (RFC 9580, 4.2 and 5). The byte after the header must be a version these packets know,
 * or any file that begins with such a byte would pass for encrypted.
 */
function isPgpPacket(text: string): boolean {
  const first = text.charCodeAt(0);
  if (!(first >= 0x80 && first <= 0xff) || text.length < 16) return false;
  const isNew = (first & 0x40) !== 0;
  const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
  if (tag !== 1 && tag !== 3 && tag !== 18) return false;
  const version = text.charCodeAt(1 + lengthOctets(first, text.charCodeAt(1), isNew));
  if (tag === 1) return version === 2 || version === 3 || version === 6;
  return tag === 3 ? version >= 4 && version <= 6 : version === 1 || version === 2;
}

function lengthOctets(first: number, second: number, isNew: boolean): number {
  if (!isNew) return [1, 2, 4, 0][first & 3] ?? 0;
  if (second === 255) return 5;
  return second >= 192 && second < 224 ? 2 : 1;
}

function hasPrivateKey(text: string): boolean {
  if (text.includes('AGE-SECRET-KEY-') || text.includes('PuTTY-User-Key-File-')) return true;
  return (
    text.includes('-----BEGIN ') &&
    (text.includes('PRIVATE KEY-----') || text.includes('PRIVATE KEY BLOCK-----'))
  );
}

function publicContent(text: string): 'certificate' | 'public-key' | 'recipients' | undefined {
  const head = text.slice(0, HEAD).trimStart();
  if (text.includes('-----BEGIN CERTIFICATE') || text.includes('-----BEGIN TRUSTED CERTIFICATE'))
    return 'certificate';
  if (/-----BEGIN (?:[A-Z0-9]+ )?PUBLIC KEY/.test(head)) return 'public-key';
  const lines = head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length > 0 && lines.every(isPublicKeyLine)) return 'public-key';
  return /\bpublicKeys\b/.test(head) && /\.age\b/.test(text) ? 'recipients' : undefined;
}

/** One line of `authorized_keys`, an age recipient, a Nix public key or a minisign key. */
function isPublicKeyLine(line: string): boolean {
  return /^(?:ssh-|ecdsa-|sk-ssh-|sk-ecdsa-|age1[a-z0-9]{20}|untrusted comment:|RW[A-Za-z0-9+/]{54}$|[\w.-]{1,100}:[A-Za-z0-9+/]{43}=$)/.test(
    line.trim(),
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
