import { emptySpan } from '../../model/span.ts';
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
    refused: {
      summary: 'a given value is too short or too common to prove anything when found',
      levels: levels('notice'),
      help: 'Leave it out, or give it a value that nobody would guess.',
    },
  },
  *check({ model }) {
    for (const { hit, part } of hitsOf(model.parts, 'secret-canary')) {
      const { name, ...nameless } = hit;
      const problem = problemOf(nameless, part, `value of the secret ${name ?? '?'} of this run`);
      const subject = part.subject === '' ? (name ?? 'canary') : part.subject;
      yield { ...problem, subject, evidence: hitEvidence(hit) };
    }
    for (const { name, why } of model.refused ?? []) {
      const message = `not searched for: the value of ${name} is ${why}`;
      yield { reason: 'refused', subject: name, at: emptySpan, message };
    }
  },
};
