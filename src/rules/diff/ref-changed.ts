import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested, told } from '../../diff/levels.ts';

export const refChanged: RuleOf<'lock-change'> = {
  id: 'diff-ref-changed',
  summary: 'an input follows another branch, tag or release than before',
  help: 'Check that the new line is the one you want to follow.',
  references: ['CWE-1104', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    ref: {
      summary:
        'a direct input follows another line, or an input of one does while its parent stayed',
      levels: requested,
    },
    transitive: {
      summary: 'an input of an input follows another line, by an update of its parent',
      levels: told,
    },
    'end-of-life': {
      summary: 'an input moves to a nixpkgs release past its end of support',
      levels: refused,
      help: 'Move to a supported release.',
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-ref-changed'),
};
