import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const nixSigningKey: RuleOf<'text'> = {
  id: 'secret-nix-signing-key',
  summary: 'a text holds the secret key that signs for a binary cache',
  help: 'Generate a new key with `nix key generate-secret`, sign with it, and remove the old public key from every `trusted-public-keys`.',
  references: ['CWE-321', 'T1552.004', 'T1553'],
  kinds: ['text'],
  reasons: {
    'key-pair': {
      summary: 'the last 32 of its 64 bytes are the Ed25519 public key of the first 32',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-nix-signing-key')) {
      const { name, ...nameless } = hit;
      yield problemOf(
        nameless,
        part,
        `secret signing key of the binary cache ${name ?? ''}`.trimEnd(),
      );
    }
  },
};
