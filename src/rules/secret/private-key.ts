import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const privateKey: RuleOf<'text'> = {
  id: 'secret-private-key',
  summary: 'a text holds a private key',
  help: 'Replace the key pair wherever it is trusted, and keep the new private half encrypted with sops or age.',
  references: ['CWE-321', 'T1552.004'],
  kinds: ['text'],
  reasons: {
    plain: {
      summary: 'the body decodes to a key that no passphrase protects',
      levels: levels('error'),
    },
    wireguard: {
      summary: 'a name of WireGuard private or preshared keys holds 32 bytes of base64',
      levels: levels('error'),
      help: 'Generate a new key pair, and name a file: `privateKeyFile`, `presharedKeyFile`.',
    },
    encrypted: {
      summary: 'a passphrase protects the key',
      levels: levels('warning', 'error'),
      help: 'A passphrase can be guessed at leisure: keep the file out of the repository, or encrypt it with sops or age.',
    },
    pointer: {
      summary: 'it is an age plugin identity, of use only with its hardware',
      levels: levels('notice'),
      help: 'Nothing is lost; keep it out of public repositories if the serial number of the device matters.',
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-private-key')) {
      yield problemOf(hit, part, titles[hit.reason]?.(hit.family) ?? 'private key');
    }
  },
};

const titles: Readonly<Record<string, (family: string) => string>> = {
  plain: (family) => `unencrypted ${family} private key`,
  wireguard: () => 'WireGuard key',
  encrypted: (family) => `${family} private key behind a passphrase`,
  pointer: () => 'age plugin identity',
};
