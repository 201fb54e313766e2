import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitsOf, problemOf } from '../../secrets/describe.ts';

export const knownToken: RuleOf<'text'> = {
  id: 'secret-known-token',
  summary: 'a text holds an access token of a known kind',
  help: 'Revoke the token, then pass its successor at run time: sops-nix, agenix, or a secret of the CI.',
  references: ['CWE-798', 'T1552.001'],
  kinds: ['text'],
  reasons: {
    verified: {
      summary: 'its checksum or structure proves the token',
      levels: levels('error'),
    },
    unverified: {
      summary: 'prefix, alphabet and length are those of a kind of token that has no checksum',
      levels: levels('error'),
    },
    jwt: {
      summary: 'it is a JSON Web Token whose claims do not tell what it opens',
      levels: levels('warning', 'error'),
    },
    'low-risk': {
      summary:
        'tokens of this kind open little: test keys, keys that clients embed, ids of key pairs',
      levels: levels('warning', 'error'),
      help: 'Restrict the key to what it is for, or move it out of the repository.',
    },
    expired: {
      summary: 'it is a JSON Web Token whose time is over',
      levels: levels('notice', 'warning'),
      help: 'Remove it; what it could open is known now.',
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-known-token')) {
      yield problemOf(
        hit,
        part,
        `${hit.reason === 'expired' ? 'expired ' : ''}${hit.family} token`,
      );
    }
  },
};
