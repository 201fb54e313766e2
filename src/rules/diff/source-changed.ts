import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested } from '../../diff/levels.ts';

export const sourceChanged: RuleOf<'lock-change'> = {
  id: 'diff-source-changed',
  summary: 'an input comes from another owner, repository or path than before',
  help: 'Take the change out unless somebody can say why it is there; if it is meant, declare it in flake.nix.',
  references: ['CWE-494', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    unexplained: {
      summary: 'what is declared stayed the same, or nothing that declares it changed',
      levels: refused,
    },
    explained: {
      summary: 'the declaration changed with it',
      levels: requested,
      help: 'Review the new source as you would a new dependency.',
    },
    restored: {
      summary: 'the input is locked to what it declares again',
      levels: requested,
      help: 'Check that the earlier override is no longer needed.',
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-source-changed'),
};
