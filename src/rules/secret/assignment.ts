import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const assignment: RuleOf<'text'> = {
  id: 'secret-assignment',
  summary: 'a name that says secret is given a literal value',
  help: 'Name a file that holds the value at run time (`*File`, `_FILE`, `LoadCredential`), and change the value.',
  references: ['CWE-798', 'T1552.001'],
  kinds: ['text'],
  reasons: {
    literal: {
      summary: 'the value looks like a secret: digits among letters, or random characters',
      levels: levels('warning', 'error'),
    },
    'kubernetes-secret': {
      summary: 'a Kubernetes Secret holds the value in base64, which hides nothing',
      levels: levels('warning', 'error'),
      help: 'Encrypt the manifest with sops or kubeseal, or create the Secret from an external store; and change the value.',
    },
    weak: {
      summary: 'the value of a password is a word or a number, perhaps a stand-in',
      levels: levels('notice', 'warning'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-assignment')) {
      yield problemOf(
        hit,
        part,
        hit.reason === 'weak' ? 'guessable literal password' : 'literal secret',
      );
    }
  },
};
