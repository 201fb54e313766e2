import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const urlCredentials: RuleOf<'text'> = {
  id: 'secret-url-credentials',
  summary: 'a URL carries a password or a token',
  help: 'Change the credential, and give it to Nix by `netrc-file` or `access-tokens`, to programs by a file at run time.',
  references: ['CWE-522', 'T1552.001'],
  kinds: ['text'],
  reasons: {
    password: {
      summary: 'the user info of the URL holds a literal password',
      levels: levels('error'),
    },
    query: {
      summary: 'a query parameter named like a token or a signature holds a literal value',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-url-credentials')) {
      yield problemOf(
        hit,
        part,
        hit.reason === 'query' ? 'token in the query of a URL' : 'password in a URL',
      );
    }
  },
};
