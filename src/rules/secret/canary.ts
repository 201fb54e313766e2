import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { hitEvidence, hitsOf, problemOf } from '../../secrets/describe.ts';

export const canary: RuleOf<'text'> = {
  id: 'secret-canary',
  summary: 'a secret that was given to the run stands in a text',
  help: 'Rotate the secret now, then pass it at run time: a file below /run, a systemd credential, sops-nix or agenix.',
  references: ['CWE-312', 'T1552'],
  kinds: ['text'],
  neverDemoted: true,
  reasons: {
    'known-value': {
      summary: 'a known value is found, as it is or in one of its encodings',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-canary')) {
      const { name, ...nameless } = hit;
      const problem = problemOf(nameless, part, `value of the secret ${name ?? '?'} of this run`);
      const subject = part.subject === '' ? (name ?? 'canary') : part.subject;
      yield { ...problem, subject, evidence: hitEvidence(hit) };
    }
  },
};
