import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested, told } from '../../diff/levels.ts';

export const followsChanged: RuleOf<'lock-change'> = {
  id: 'diff-follows-changed',
  summary: 'an input follows another input than before, or no longer follows one',
  help: 'Check that flake.nix declares it: `follows` decides whose source an input trusts.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    'to-follows': {
      summary: 'an input now follows another one, and flake.nix does not ask for it',
      levels: requested,
    },
    'to-follows-explained': {
      summary: 'an input now follows another one, by a change of what declares it',
      levels: told,
    },
    'to-node': {
      summary: 'an input no longer follows another one, and flake.nix does not ask for it',
      levels: requested,
    },
    'to-node-explained': {
      summary: 'an input no longer follows another one, by a change of what declares it',
      levels: told,
    },
    'to-new-source': {
      summary:
        'an input no longer follows another one and has a source that occurred nowhere before',
      levels: requested,
      help: 'Review the source, or restore `follows`.',
    },
    'to-unlisted': {
      summary: 'an input no longer follows another one and an inventory does not list its source',
      levels: refused,
    },
    target: {
      summary: 'an input follows another input than before, and flake.nix does not ask for it',
      levels: requested,
    },
    'target-explained': {
      summary: 'an input follows another input than before, by a change of what declares it',
      levels: told,
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-follows-changed'),
};
