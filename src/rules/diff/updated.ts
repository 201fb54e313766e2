import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { requested, told } from '../../diff/levels.ts';

export const updated: RuleOf<'lock-change'> = {
  id: 'diff-updated',
  summary: 'an input is newer than before',
  help: 'Read the changes between the two revisions.',
  references: ['CWE-1104'],
  kinds: ['lock-change'],
  reasons: {
    updated: { summary: 'an input was updated', levels: told },
    details: { summary: 'something else about an entry changed, such as a spelling', levels: told },
    'max-jump': {
      summary: 'a direct input jumped forward by more days than `changes.max-jump`',
      levels: requested,
      help: 'Read the changes in parts, or raise `changes.max-jump`.',
    },
    cooldown: {
      summary: 'the new content is younger than `changes.cooldown` asks for',
      levels: requested,
      help: 'Wait, or lower `changes.cooldown`: poisoned releases are as a rule found within days.',
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-updated'),
};
