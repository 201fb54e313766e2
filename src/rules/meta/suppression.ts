import { levels } from '../../model/severity.ts';
import type { RuleOf } from '../../model/rule.ts';

export const suppression: RuleOf<'policy'> = {
  id: 'meta-suppression',
  summary: 'an acceptance has ended, matches nothing or is not explained',
  help: 'Remove the entry, or say why it is needed and until when.',
  references: ['CWE-1164'],
  kinds: ['policy'],
  reasons: {
    expired: {
      summary: 'the last day of an entry is over',
      levels: levels('warning'),
      help: 'Mend what it accepted and remove it, or review it and set a new `until`.',
    },
    expiring: {
      summary: 'the last day of an entry is at most 14 days away',
      levels: levels('notice'),
      help: 'Mend what it accepts, or review it and set a new `until`.',
    },
    malformed: {
      summary: 'a comment names the linter but says nothing it understands',
      levels: levels('warning'),
      help: 'Write `# nix-secure-lint: ignore <rule> -- <reason>`.',
    },
    'no-reason': {
      summary: 'a comment or entry does not say why',
      levels: levels('warning'),
      help: 'Say why: `-- <reason>` in a comment, `reason:` in an entry.',
    },
    'no-reason/listed': {
      summary: 'an entry of a list of the policy or inventory does not say why',
      levels: levels('off', 'warning'),
    },
    'unknown-rule': {
      summary: 'a comment names a rule that does not exist',
      levels: levels('warning'),
      help: 'Name a rule of `nix-secure-lint rules`.',
    },
    unused: {
      summary: 'an entry or comment matches nothing any more',
      levels: levels('notice'),
      help: 'Remove it: what it accepted is gone.',
    },
  },
  neverDemoted: true,
  *check({ model }) {
    for (const { reason, grade, subject, path, at, message, help } of model.faults) {
      const rest = { ...(grade !== undefined && { grade }), ...(help !== undefined && { help }) };
      yield { reason, subject, path, at, message, ...rest };
    }
  },
};
