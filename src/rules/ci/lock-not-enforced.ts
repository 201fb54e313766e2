import { nixStepsOf } from '../../ci/steps.ts';
import { flagOf } from '../../ci/nix-command.ts';
import { flakeRefKind } from '../../ci/flake-ref.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
import type { Fix } from '../../model/finding.ts';
import { literalOf } from '../../model/shell.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const lockNotEnforced: RuleOf<'workflow'> = {
  id: 'ci-lock-not-enforced',
  summary: 'a check builds the flake without refusing a flake.lock that is out of date',
  help: 'Add `--no-update-lock-file`, so that a lock that does not match flake.nix fails the check.',
  references: ['CWE-353'],
  kinds: ['workflow'],
  reasons: {
    unenforced: {
      summary: 'no Nix command of the workflow refuses to change the lock',
      levels: levels('off', 'notice'),
    },
  },
  *check({ model, path, text }) {
    if (!model.triggers.some(({ name }) => name === 'push' || name === 'pull_request')) return;
    const commands = [...nixStepsOf(model)];
    if (commands.some(({ nix }) => enforces(nix))) return;
    const first = commands.find(({ nix }) => buildsOwnFlake(nix));
    if (first === undefined) return;
    const { job, nix } = first;
    const message = `nix ${nix.subcommand} writes a new lock where flake.lock does not fit, expected --no-update-lock-file`;
    yield {
      reason: 'unenforced',
      subject: job.id,
      at: nix.head.span,
      message,
      ...lockFix(nix, path, text),
    };
  },
};

/** Unsafe: a check that passed with a lock out of date fails from then on. */
function lockFix({ verb }: NixCommand, path: string, text: string): { readonly fix?: Fix } {
  // A word that is quoted or spread over lines may not end where the flag belongs.
  if (verb === undefined || text.slice(verb.span.start, verb.span.end) !== literalOf(verb))
    return {};
  const span = { start: verb.span.end, end: verb.span.end };
  const edits = [{ path, span, text: ' --no-update-lock-file' }];
  return { fix: { title: 'refuse to change the lock', safety: 'unsafe', edits } };
}

function enforces(nix: NixCommand): boolean {
  return flagOf(nix, '--no-update-lock-file', '--locked', '--frozen') !== undefined;
}

function buildsOwnFlake(nix: NixCommand): boolean {
  if (nix.program !== 'nix' || flagOf(nix, '-f', '--file', '--expr') !== undefined) return false;
  if (!['build', 'flake check', 'run', 'develop'].includes(nix.subcommand)) return false;
  const [target] = nix.operands;
  if (target === undefined || /^[./]/.test(target.value.text)) return true;
  return flakeRefKind(target, nix) === 'worktree';
}
