import { createPrivateKey, createPublicKey } from 'node:crypto';
import { dotted, runStart } from '../alphabet.ts';
import { type Found, nothing } from '../hit.ts';

/** PKCS#8 wrapping of a raw Ed25519 seed (RFC 8410, 7). */
const seedHeader = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Nix limits no key name; those in use are host names with a number. */
const MAX_NAME = 200;

/**
 * A Nix binary cache signing key, `name:base64`, given the offset of its 86 base64 characters
 * before `==`. The 64 bytes are a seed and its public key (Nix `local-keys.cc`), so the second
 * half is computed from the first: hashes and signatures of the same length are let go.
 */
export function nixSigningKey(text: string, at: number): readonly Found[] {
  if (text.charAt(at - 1) !== ':' || !text.startsWith('==', at + 86)) return nothing;
  const start = runStart(text, at - 1, dotted, MAX_NAME);
  if (start === at - 1 || !isKeyPair(Buffer.from(text.slice(at, at + 88), 'base64')))
    return nothing;
  const name = text.slice(start, at - 1);
  const family = 'nix-signing-key';
  return [
    {
      rule: 'secret-nix-signing-key',
      reason: 'key-pair',
      family,
      start: at,
      end: at + 88,
      verified: true,
      name,
    },
  ];
}

function isKeyPair(bytes: Buffer): boolean {
  if (bytes.length !== 64) return false;
  const der = Buffer.concat([seedHeader, bytes.subarray(0, 32)]);
  const seed = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(seed).export({ format: 'der', type: 'spki' });
  return spki.subarray(-32).equals(bytes.subarray(32));
}
