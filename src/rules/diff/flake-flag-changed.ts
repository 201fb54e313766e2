import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested } from '../../diff/levels.ts';

export const flakeFlagChanged: RuleOf<'lock-change'> = {
  id: 'diff-flake-flag-changed',
  summary: 'another part of a source is evaluated, or a source becomes code',
  help: 'Take the change out unless flake.nix asks for it; then declare it there and lock anew.',
  references: ['CWE-829', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    flake: { summary: '`flake` changed and flake.nix does not ask for it', levels: refused },
    'flake-explained': {
      summary: '`flake` changed with the declaration',
      levels: requested,
      help: 'Review what is evaluated now.',
    },
    dir: { summary: '`dir` changed and nothing that declares it did', levels: refused },
    'dir-explained': {
      summary: '`dir` changed with the declaration',
      levels: requested,
      help: 'Review what is evaluated now.',
    },
    'fetch-options': {
      summary: 'submodules, large files or export rules changed and nothing that declares it did',
      levels: refused,
    },
    'fetch-options-explained': {
      summary: 'submodules, large files or export rules changed with the declaration',
      levels: requested,
      help: 'Review what is fetched now.',
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-flake-flag-changed'),
};
