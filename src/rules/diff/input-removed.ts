import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { told } from '../../diff/levels.ts';

export const inputRemoved: RuleOf<'lock-change'> = {
  id: 'diff-input-removed',
  summary: 'an input is gone',
  help: 'Remove it from the inventory too.',
  references: ['CWE-1357'],
  kinds: ['lock-change'],
  reasons: {
    removed: { summary: 'an input path is gone', levels: told },
  },
  check: ({ model }) => problemsOf(model, 'diff-input-removed'),
};
