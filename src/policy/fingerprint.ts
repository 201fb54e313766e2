import { createHash } from 'node:crypto';

/** What a finding is, independent of lines and wording. */
export type Identity = {
  readonly rule: string;
  readonly path: string;
  readonly subject: string;
  readonly reason: string;
  readonly evidence?: string;
};

/** 16 bytes keep accidental collisions out of reach in any repository. */
const hexDigits = 32;

/**
 * 32 hex digits that stay the same while a finding moves in its file or is worded anew. Each part is
 * framed by its length, so that no two identities digest the same bytes. Holds no secret as long as
 * `evidence` is none, which `Problem` demands.
 */
export function fingerprint(identity: Identity): string {
  const { rule, path, subject, reason, evidence } = identity;
  const hash = createHash('sha256').update('nix-secure-lint:1\0');
  for (const part of [rule, withoutDigest(path), subject, reason, evidence ?? '']) {
    const bytes = Buffer.from(part, 'utf8');
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex').slice(0, hexDigits);
}

/** The digest of a store path changes with every input of the derivation; what is wrong stays the same. */
function withoutDigest(path: string): string {
  return path.replace(/^\/nix\/store\/[0-9a-z]{32}-/, '/nix/store/');
}
