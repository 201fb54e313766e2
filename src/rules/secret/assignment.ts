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
    'store-file': {
      summary: 'a variable that names a file with a secret names one in `/nix/store`',
      levels: levels('warning', 'error'),
      help: 'Name a file below /run that sops-nix, agenix or Clan writes, and change the secret: the store is readable by everyone.',
    },
    weak: {
      summary: 'the value of a password is a word or a number, perhaps a stand-in',
      levels: levels('notice', 'warning'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-assignment')) {
      yield problemOf(hit, part, titles[hit.reason] ?? 'literal secret');
    }
  },
};

const titles: Readonly<Record<string, string>> = {
  weak: 'guessable literal password',
  'store-file': 'path into the world-readable store',
};
