import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const passwordHash: RuleOf<'text'> = {
  id: 'secret-password-hash',
  summary: 'a text holds the hash of a password',
  help: 'Change the password, and name a file with the new hash: `hashedPasswordFile`.',
  references: ['CWE-916', 'T1110.002'],
  kinds: ['text'],
  reasons: {
    hash: {
      summary: 'a hash of a scheme that makes guessing slow',
      levels: levels('warning', 'error'),
    },
    'weak-scheme': {
      summary: 'a hash of a scheme that can be guessed at billions a second',
      levels: levels('error'),
      help: 'Change the password, hash the new one with yescrypt (`mkpasswd`), and name a file with it: `hashedPasswordFile`.',
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-password-hash')) {
      yield problemOf(hit, part, `password hashed with ${hit.family}`);
    }
  },
};
