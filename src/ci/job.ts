import { expressionsIn, isJobToken, secretsIn } from '../model/expression.ts';
import type { SettingEnvironment } from '../model/setting.ts';
import type {
  Job,
  NamedText,
  Permissions,
  Step,
  Text,
  Trigger,
  Workflow,
} from '../model/workflow.ts';
import { nixAction } from './actions.ts';
import { nixCommands } from './nix-command.ts';

/** Triggers that run with the repository's secrets and a write token on behalf of somebody outside. */
const privilegedTriggers = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

const pullRequestTriggers = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
]);

/** The trigger that gives outsiders a privileged run, if there is one. */
export function privilegedTrigger(workflow: Workflow): Trigger | undefined {
  return workflow.triggers.find(({ name }) => privilegedTriggers.has(name));
}

/** The trigger under which code of a pull request is built as usual. */
export function pullRequestTrigger(workflow: Workflow): Trigger | undefined {
  return workflow.triggers.find(({ name }) => pullRequestTriggers.has(name));
}

/** Scopes whose write access lets a job change code, releases, packages or the identity it proves elsewhere. */
const strongScopes = new Set([
  'contents',
  'packages',
  'id-token',
  'actions',
  'deployments',
  'attestations',
  'pages',
]);

/** Whether the job's token can change something that others trust; unknown when nothing is declared. */
export function canWrite(workflow: Workflow, job: Job): boolean {
  return writes(job.permissions ?? workflow.permissions);
}

function writes(permissions: Permissions | undefined): boolean {
  if (permissions === undefined) return false;
  if (permissions.all === 'write') return true;
  return [...permissions.scopes].some(
    ([name, value]) => value === 'write' && strongScopes.has(name),
  );
}

/** Names of the secrets a value reads, the job's own token left out. */
export function secretsOf(text: Text): readonly string[] {
  return expressionsIn(text.value.text)
    .flatMap((expression) => secretsIn(expression.text))
    .filter((name) => !isJobToken(name));
}

type Secrets = ReadonlyMap<string, NamedText>;

/** What jobs give to all of their steps, looked at once: there may be thousands of variables and of steps. */
const givenByJobs = new WeakMap<Job, Secrets>();

/** Environment variables that carry a secret: of the workflow, the job and, when given, a step; later ones win. */
export function secretVariables(workflow: Workflow, job: Job, step?: Step): Secrets {
  const known = givenByJobs.get(job);
  const given = known ?? withSecrets(new Map(), [...workflow.env, ...job.env]);
  if (known === undefined) givenByJobs.set(job, given);
  return step === undefined || step.env.length === 0 ? given : withSecrets(given, step.env);
}

function withSecrets(outer: Secrets, entries: readonly NamedText[]): Secrets {
  const all = new Map(outer);
  for (const entry of entries) {
    if (secretsOf(entry).length > 0) all.set(entry.name, entry);
    else all.delete(entry.name);
  }
  return all;
}

/** Whether a step runs Nix, by command or by action. */
export function runsNix(step: Step): boolean {
  if (nixAction(step.uses) !== undefined) return true;
  return step.run?.script !== undefined && nixCommands(step.run.script).length > 0;
}

/** Whether Nix runs anywhere in the job. */
export function isNixJob(job: Job): boolean {
  return job.steps.some(runsNix);
}

/** Whether a secret is within reach of the Nix that a job runs: in the environment of such a step or in its script. */
export function secretsNearNix(workflow: Workflow, job: Job): boolean {
  return job.steps.some((step) => {
    if (!runsNix(step)) return false;
    if (secretVariables(workflow, job, step).size > 0) return true;
    return step.run !== undefined && secretsOf(step.run).length > 0;
  });
}

/** Whether every runner of the job is known and a Mac. */
export function macosOnly(job: Job): boolean {
  return job.runsOn.length > 0 && job.runsOn.every(({ value }) => value.text.startsWith('macos-'));
}

/** What the rules about settings want to know of a job. */
export function jobEnvironment(workflow: Workflow, job: Job): Partial<SettingEnvironment> {
  const privilege = privilegeOf(workflow, job);
  return {
    ci: true,
    job: job.id,
    container: job.container !== undefined,
    macosOnly: macosOnly(job),
    privileged: privilege !== undefined,
    ...(privilege && { privilege }),
    pullRequest:
      pullRequestTrigger(workflow) !== undefined || privilegedTrigger(workflow) !== undefined,
  };
}

function privilegeOf(workflow: Workflow, job: Job): SettingEnvironment['privilege'] {
  if (privilegedTrigger(workflow) !== undefined) return 'trigger';
  if (secretsNearNix(workflow, job)) return 'secrets';
  return canWrite(workflow, job) ? 'write' : undefined;
}

/** The `self-hosted` label of a job. */
export function selfHosted(job: Job): Text | undefined {
  return job.runsOn.find(({ value }) => value.text === 'self-hosted');
}

/** Whether a job runs only once a pull request has been merged: its code has been reviewed then. */
export function isMergedOnly(job: Job): boolean {
  const condition = job.condition?.value.text.replace(/\s/g, '') ?? '';
  if (condition.includes('||')) return false;
  return /(?<!!)github\.event\.pull_request\.merged(?!_|==false|!=)/.test(condition);
}
