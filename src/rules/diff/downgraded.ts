import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { older, refused } from '../../diff/levels.ts';

export const downgraded: RuleOf<'lock-change'> = {
  id: 'diff-downgraded',
  summary: 'an input is older than before',
  help: 'Check that the rollback is meant: it brings back what was fixed since.',
  references: ['CWE-1104', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    'fix-undone': {
      summary: 'the content is older than the fix that an advisory names',
      levels: refused,
    },
    older: { summary: 'the content is older by more than an hour', levels: older },
  },
  check: ({ model }) => problemsOf(model, 'diff-downgraded'),
};
