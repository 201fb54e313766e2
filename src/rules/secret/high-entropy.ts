import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const highEntropy: RuleOf<'text'> = {
  id: 'secret-high-entropy',
  summary: 'a text holds random characters that nothing explains',
  help: 'Find out what it is: move a secret out, and give a hash or a public key a name that says so.',
  references: ['CWE-798', 'T1552.001'],
  kinds: ['text'],
  reasons: {
    random: {
      summary:
        'a run of base64, hex or alphanumerics is too random for words and has no known public shape',
      levels: levels('off', 'off', 'notice'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-high-entropy')) {
      yield problemOf(hit, part, 'random characters of unknown purpose');
    }
  },
};
