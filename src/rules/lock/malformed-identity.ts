import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { identityFaults } from '../../parse/identity-syntax.ts';
import { lockedInputs } from '../../parse/locked-input.ts';

export const malformedIdentity: RuleOf<'flake-lock'> = {
  id: 'lock-malformed-identity',
  summary: 'an attribute that names the source could not name it honestly',
  help: 'Correct the reference in flake.nix and run `nix flake update <input>`.',
  references: ['CWE-74', 'T1036.005'],
  kinds: ['flake-lock'],
  reasons: {
    type: { summary: '`type` is none that Nix fetches', levels: levels('error') },
    owner: { summary: '`owner` is no account name of its forge', levels: levels('error') },
    repo: { summary: '`repo` is no repository name of its forge', levels: levels('error') },
    host: {
      summary: '`host` is empty, an address, or more than a host name',
      levels: levels('error'),
    },
    idn: { summary: '`host` is an encoded international name', levels: levels('notice') },
    url: {
      summary: 'the URL has a backslash, climbs its path or hides its host',
      levels: levels('error'),
    },
    characters: {
      summary: 'a name holds an invisible, control or non-ASCII character',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    for (const { locked, original, path } of lockedInputs(model)) {
      const said = new Set<string>();
      for (const set of original === undefined ? [locked] : [locked, original]) {
        for (const { attr, message, reason } of identityFaults(set)) {
          const seen = `${attr.name}=${attr.value}`;
          if (said.has(seen)) continue;
          said.add(seen);
          // The value may hold credentials; the message was made without them.
          yield { reason, subject: path, at: attr.span, message, evidence: message };
        }
      }
    }
  },
};
