import { inputOf, nixAction } from '../../ci/actions.ts';
import { expressionsIn } from '../../model/expression.ts';
import { secretVariables } from '../../ci/job.ts';
import type { NixCommand } from '../../ci/nix-command.ts';
import { flagOf } from '../../ci/nix-command.ts';
import { nixStepsOf, stepsOf } from '../../ci/steps.ts';
import { mappedSpan } from '../../model/mapped-text.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { shownWord } from '../../model/shell.ts';
import type { NamedText, Workflow } from '../../model/workflow.ts';

export const impureInput: RuleOf<'workflow'> = {
  id: 'ci-impure-input',
  summary: 'a build in CI takes code or values that no lock pins',
  help: 'Take it from flake.lock or another pin, or name a full revision.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['workflow'],
  reasons: {
    channel: { summary: 'a channel is added or updated', levels: levels('off', 'notice') },
    'lookup-path': {
      summary: 'NIX_PATH or `-I` names a channel or the archive of a branch',
      levels: levels('off', 'notice'),
    },
    'unpinned-shell': {
      summary: '`nix-shell -p` takes packages from whatever `<nixpkgs>` is',
      levels: levels('off', 'notice'),
    },
    impure: {
      summary: '`--impure` lets evaluation read its surroundings',
      levels: levels('off', 'notice'),
    },
    'impure/secrets': {
      summary: 'the same with secrets in the environment',
      levels: levels('off', 'warning'),
    },
  },
  *check({ model }) {
    yield* lookupPaths(model);
    for (const { job, step, nix } of nixStepsOf(model)) {
      const secrets = secretVariables(model, job, step).size > 0;
      yield* commandProblems(nix, secrets, job.id);
    }
  },
};

/** `NIX_PATH` in the environment, and inputs of installers that set it. */
function* lookupPaths(workflow: Workflow): Generator<Problem> {
  const variables = [workflow.env, ...workflow.jobs.map(({ env }) => env)].flat();
  for (const entry of variables) if (entry.name === 'NIX_PATH') yield* lookupPath(entry);
  for (const { step } of stepsOf(workflow)) {
    for (const entry of step.env) if (entry.name === 'NIX_PATH') yield* lookupPath(entry);
    for (const name of nixAction(step.uses)?.nixPath ?? []) {
      const input = inputOf(step, name);
      if (input !== undefined) yield* lookupPath(input);
    }
  }
}

function* lookupPath(entry: NamedText): Generator<Problem> {
  const { text } = entry.value;
  if (!isMoving(text)) return;
  const message = `${entry.name} is ${text}, which changes over time, expected a full revision`;
  yield { reason: 'lookup-path', subject: entry.name, at: mappedSpan(entry.value), message };
}

/** A channel, or a URL without a commit id or a release number in it; what an expression fills in is not known. */
function isMoving(text: string): boolean {
  if (expressionsIn(text).length > 0 || text.includes('$')) return false;
  return (
    text.split(':').length > 1 && /channel:|https?:\/\//.test(text) && !/[0-9a-f]{40}/.test(text)
  );
}

function* commandProblems(nix: NixCommand, secrets: boolean, job: string): Generator<Problem> {
  const at = nix.head.span;
  const [operand] = nix.operands;
  if (nix.program === 'nix-channel' && flagOf(nix, '--add', '--update') !== undefined) {
    const message = 'nix-channel takes what a channel holds that day, expected a pinned source';
    yield { reason: 'channel', subject: job, at, message };
  }
  for (const { name, values, word } of nix.flags) {
    const value = values[0];
    if ((name !== '-I' && name !== '--include') || value === undefined) continue;
    if (!isMoving(value.value.text)) continue;
    const message = `-I ${shownWord(value)} changes over time, expected a full revision`;
    yield { reason: 'lookup-path', subject: job, at: word.span, message };
  }
  const packages = flagOf(nix, '-p', '--packages');
  if (nix.program === 'nix-shell' && packages !== undefined && flagOf(nix, '-I') === undefined) {
    const message = `nix-shell -p takes ${operand === undefined ? 'packages' : shownWord(operand)} from whatever <nixpkgs> is, expected a pinned source`;
    yield { reason: 'unpinned-shell', subject: job, at: packages.word.span, message };
  }
  const impure = flagOf(nix, '--impure');
  if (impure === undefined) return;
  const grade = secrets ? { grade: 'impure/secrets' } : {};
  const what = secrets ? 'the environment with its secrets' : 'files and environment';
  const message = `--impure lets evaluation read ${what}, expected a pure evaluation`;
  yield { reason: 'impure', ...grade, subject: job, at: impure.word.span, message };
}
