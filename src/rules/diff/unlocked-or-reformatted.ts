import { emptySpan } from '../../model/span.ts';
import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, told } from '../../diff/levels.ts';

export const unlockedOrReformatted: RuleOf<'lock-change'> = {
  id: 'diff-unlocked-or-reformatted',
  summary: 'a lock is gone, or only its layout changed',
  help: 'Restore the lock with `nix flake lock` and commit it.',
  references: ['CWE-494', 'CWE-1357'],
  kinds: ['lock-change'],
  reasons: {
    unlocked: {
      summary:
        'a lock is deleted while its flake.nix stays: the next evaluation locks whatever it finds',
      levels: refused,
    },
    reformatted: {
      summary: 'names of nodes, order or layout of a lock changed and nothing else',
      levels: told,
      help: 'Let Nix write the lock; nothing in it means anything else than before.',
    },
    removed: { summary: 'a lock is deleted together with its flake', levels: told },
  },
  *check({ model }) {
    yield* problemsOf(model, 'diff-unlocked-or-reformatted');
    if (!model.reformatted) return;
    const message = 'only names of nodes, order or layout of the lock changed';
    yield { reason: 'reformatted', subject: '.', at: emptySpan, message };
  },
};
