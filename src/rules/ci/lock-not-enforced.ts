import { nixStepsOf } from '../../ci/steps.ts';
import { flagOf } from '../../ci/nix-command.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
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
  *check({ model }) {
    if (!model.triggers.some(({ name }) => name === 'push' || name === 'pull_request')) return;
    const commands = [...nixStepsOf(model)];
    if (commands.some(({ nix }) => enforces(nix))) return;
    const first = commands.find(({ nix }) => buildsOwnFlake(nix));
    if (first === undefined) return;
    const { job, nix } = first;
    const message = `nix ${nix.subcommand} writes a new lock where flake.lock does not fit, expected --no-update-lock-file`;
    yield { reason: 'unenforced', subject: job.id, at: nix.head.span, message };
  },
};

function enforces(nix: NixCommand): boolean {
  return flagOf(nix, '--no-update-lock-file', '--locked', '--frozen') !== undefined;
}

function buildsOwnFlake(nix: NixCommand): boolean {
  if (nix.program !== 'nix' || flagOf(nix, '-f', '--file', '--expr') !== undefined) return false;
  if (!['build', 'flake check', 'run', 'develop'].includes(nix.subcommand)) return false;
  const target = nix.operands[0]?.value.text ?? '.';
  return target.startsWith('.') || target.startsWith('/');
}
