import { leavesToken } from '../../ci/checkout.ts';
import { flakeRefKind, flakeRefs } from '../../ci/flake-ref.ts';
import { flagOf } from '../../ci/nix-command.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
import { nixStepsOf } from '../../ci/steps.ts';
import { shownWord } from '../../model/shell.ts';
import type { Word } from '../../model/shell.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const pathFlakeCopiesWorktree: RuleOf<'workflow'> = {
  id: 'ci-path-flake-copies-worktree',
  summary:
    'a `path:` flake copies the whole checkout, ignored files and `.git` included, into the store',
  help: 'Use `.` instead of `path:.`, which copies what Git tracks, or check out with `persist-credentials: false`.',
  references: ['CWE-538', 'T1552.001'],
  kinds: ['workflow'],
  reasons: {
    worktree: {
      summary: 'the flake reference is the working tree as a plain path',
      levels: levels('warning', 'error'),
    },
    'worktree/token': {
      summary: 'the same after a checkout that leaves the token in `.git/config`',
      levels: levels('error'),
    },
  },
  *check({ model, path }) {
    const checkouts = new Map(model.jobs.map((job) => [job, job.steps.findIndex(leavesToken)]));
    for (const { job, index, nix } of nixStepsOf(model)) {
      for (const { word, name } of worktrees(nix)) {
        const first = checkouts.get(job) ?? -1;
        const checkout = first < index ? job.steps[first]?.uses : undefined;
        yield {
          reason: 'worktree',
          ...(checkout !== undefined && { grade: 'worktree/token' }),
          subject: job.id,
          at: word.span,
          message: `${name} copies everything in the checkout into the store, expected what Git tracks`,
          ...(checkout !== undefined && {
            related: [{ path, span: checkout.span, message: 'leaves the token in .git/config' }],
          }),
        };
      }
    }
  },
};

function worktrees(nix: NixCommand): readonly { readonly word: Word; readonly name: string }[] {
  const refs = flakeRefs(nix)
    .filter((word) => flakeRefKind(word, nix) === 'worktree')
    .map((word) => ({ word, name: shownWord(word) }));
  const expression = flagOf(nix, '--expr', '-E')?.values[0];
  const plain = /\bgetFlake\s*\(\s*(?:builtins\.)?toString\s+\.\/\.\s*\)/;
  if (expression === undefined || !plain.test(expression.value.text)) return refs;
  return [...refs, { word: expression, name: 'getFlake (toString ./.)' }];
}
