import type { Rule } from '../../model/rule.ts';
import { assignment } from './assignment.ts';
import { canary } from './canary.ts';
import { highEntropy } from './high-entropy.ts';
import { knownToken } from './known-token.ts';
import { nixSigningKey } from './nix-signing-key.ts';
import { passwordHash } from './password-hash.ts';
import { privateKey } from './private-key.ts';
import { urlCredentials } from './url-credentials.ts';

/** Rules over the secrets found in text of any kind. */
export const secretRules: readonly Rule[] = [
  assignment,
  canary,
  highEntropy,
  knownToken,
  nixSigningKey,
  passwordHash,
  privateKey,
  urlCredentials,
];
