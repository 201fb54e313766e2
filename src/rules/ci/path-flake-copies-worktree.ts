import { leavesToken } from '../../ci/checkout.ts';
import { flakeRefKind, flakeRefs } from '../../ci/flake-ref.ts';
import { flagOf } from '../../ci/nix-command.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
import { nixStepsOf } from '../../ci/steps.ts';
import { mappedSpan } from '../../model/mapped-text.ts';
import { shownWord } from '../../model/shell.ts';
import type { Fix } from '../../model/finding.ts';
import type { Span } from '../../model/span.ts';
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
    'worktree/expression': {
      summary: 'the same by getFlake in an expression, after checkouts without credentials',
      levels: levels('notice', 'warning'),
    },
    'worktree/token': {
      summary: 'the same after a checkout that leaves the token in `.git/config`',
      levels: levels('error'),
    },
  },
  *check({ model, path, text }) {
    const checkouts = new Map(model.jobs.map((job) => [job, job.steps.findIndex(leavesToken)]));
    for (const { job, index, nix } of nixStepsOf(model)) {
      for (const { at, name, help } of worktrees(nix)) {
        const fix = help === undefined ? trackedFix(at, path, text) : {};
        const first = checkouts.get(job) ?? -1;
        const checkout = first < index ? job.steps[first]?.uses : undefined;
        yield {
          reason: 'worktree',
          ...gradeOf(checkout !== undefined, help !== undefined),
          subject: job.id,
          at,
          ...(help !== undefined && { help }),
          ...fix,
          message: `${name} copies everything in the checkout into the store, expected what Git tracks`,
          ...(checkout !== undefined && {
            related: [{ path, span: checkout.span, message: 'leaves the token in .git/config' }],
          }),
        };
      }
    }
  },
};

const scheme = 'path:';

/** Without `path:` Nix finds the Git repository and copies what it tracks. Unsafe: the build may need the rest. */
function trackedFix({ start }: Span, path: string, text: string): { readonly fix?: Fix } {
  const span = { start, end: start + scheme.length };
  if (text.slice(span.start, span.end) !== scheme) return {};
  const edits = [{ path, span, text: '' }];
  return { fix: { title: 'copy what Git tracks', safety: 'unsafe', edits } };
}

function gradeOf(token: boolean, expression: boolean): { readonly grade?: string } {
  if (token) return { grade: 'worktree/token' };
  return expression ? { grade: 'worktree/expression' } : {};
}

type Worktree = { readonly at: Span; readonly name: string; readonly help?: string };

const expressionHelp =
  'Write `builtins.getFlake ("git+file://" + toString ./.)`, which copies what Git tracks, or check out with `persist-credentials: false`.';

function worktrees(nix: NixCommand): readonly Worktree[] {
  const refs = flakeRefs(nix)
    .filter((word) => flakeRefKind(word, nix) === 'worktree')
    .map((word): Worktree => ({ at: mappedSpan(word.value), name: shownWord(word) }));
  const expression = flagOf(nix, '--expr', '-E')?.values[0];
  const plain = /\bgetFlake\s*\(\s*(?:builtins\.)?toString\s+\.\/\.\s*\)/;
  const match = expression && plain.exec(expression.value.text);
  if (expression === undefined || !match) return refs;
  const at = mappedSpan(expression.value, match.index, match.index + match[0].length);
  return [...refs, { at, name: 'getFlake (toString ./.)', help: expressionHelp }];
}
