import { secretVariables } from '../../ci/job.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
import { flagOf } from '../../ci/nix-command.ts';
import { nixStepsOf } from '../../ci/steps.ts';
import { isJobToken, secretsIn } from '../../model/expression.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Word } from '../../model/shell.ts';
import type { NamedText } from '../../model/workflow.ts';

export const secretPassedToNix: RuleOf<'workflow'> = {
  id: 'ci-secret-passed-to-nix',
  summary:
    'a secret of the workflow is handed to a Nix evaluation, from where it gets into the store',
  help: 'Give the secret to the program that needs it when it runs, not to the build.',
  references: ['CWE-214', 'CWE-526', 'T1552'],
  kinds: ['workflow'],
  reasons: {
    argument: {
      summary: 'an argument of a Nix command holds a secret',
      levels: levels('error'),
    },
    'impure-env': {
      summary: 'an evaluation that may read the environment runs with a secret in it',
      levels: levels('warning'),
      help: 'Set the secret only for the step that needs it, and evaluate purely.',
    },
  },
  *check({ model }) {
    for (const { job, step, nix } of nixStepsOf(model)) {
      const variables = secretVariables(model, job, step);
      const problem = argument(nix, variables) ?? impure(nix, secretVariables(model, job, step));
      if (problem !== undefined) yield problem;
    }
  },
};

/** Flags whose values the evaluator sees, and how many of their words. */
const passing = new Set(['--arg', '--argstr', '--expr', '-E', '--override-input', '--option']);

function argument(nix: NixCommand, variables: ReadonlyMap<string, NamedText>): Problem | undefined {
  for (const { name, values } of nix.flags) {
    if (!passing.has(name)) continue;
    for (const value of values) {
      const secret = secretIn(value, variables);
      if (secret === undefined) continue;
      const message = `${name} of ${nix.program} holds the secret ${secret}, which ends up in the store or the process list`;
      return { reason: 'argument', subject: secret, at: value.span, message };
    }
  }
  return undefined;
}

function secretIn(word: Word, variables: ReadonlyMap<string, NamedText>): string | undefined {
  for (const part of word.parts) {
    if (part.kind === 'expression') {
      const secret = secretsIn(part.text).find((name) => !isJobToken(name));
      if (secret !== undefined) return secret;
    }
    if (part.kind === 'variable' && variables.has(part.name)) return part.name;
  }
  return undefined;
}

function impure(nix: NixCommand, variables: ReadonlyMap<string, NamedText>): Problem | undefined {
  const first = [...variables.values()].find(({ name }) => !isToolToken(name));
  if (first === undefined || !evaluatesImpurely(nix)) return undefined;
  const message = `${nix.program} can read the secret in ${first.name} with builtins.getEnv, expected a pure evaluation`;
  return { reason: 'impure-env', subject: first.name, at: nix.head.span, message };
}

/** Tokens that cache clients read from the environment wherever they wrap a build. */
function isToolToken(name: string): boolean {
  return /^(?:CACHIX|ATTIC|NIKS3|GITHUB|GH)_/.test(name);
}

/** Packages of `nix-shell -p` come from nixpkgs: no code of the repository sees the environment. */
function evaluatesImpurely(nix: NixCommand): boolean {
  if (nix.program === 'nix-build' || nix.program === 'nix-instantiate') return true;
  if (nix.program === 'nix-shell') return flagOf(nix, '-p', '--packages') === undefined;
  return flagOf(nix, '--impure') !== undefined;
}
