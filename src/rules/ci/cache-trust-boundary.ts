import type { CacheWrite } from '../../ci/cache-write.ts';
import { cacheRestore, cacheWrite } from '../../ci/cache-write.ts';
import { headCheckout } from '../../ci/checkout.ts';
import { canWrite, isMergedOnly, privilegedTrigger, selfHosted } from '../../ci/job.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Job, Workflow } from '../../model/workflow.ts';

export const cacheTrustBoundary: RuleOf<'workflow'> = {
  id: 'ci-cache-trust-boundary',
  summary: 'store paths cross from runs of untrusted code to trusted ones through a shared cache',
  help: 'Push to caches only from trusted branches; split building the pull request and pushing into two jobs.',
  references: ['CWE-349', 'T1195.002', 'T1565.001'],
  kinds: ['workflow'],
  reasons: {
    'untrusted-push': {
      summary: 'a job that runs code of a pull request can write to a binary cache',
      levels: levels('error'),
    },
    'untrusted-push/own-branch': {
      summary:
        'the same with nothing but a branch name from the pull request, which without `repository:` is one of the base',
      levels: levels('notice'),
    },
    'privileged-restore': {
      summary:
        'a job with write permission or a release trigger restores store paths that pull requests may have written',
      levels: levels('off', 'notice'),
      help: 'Build releases without a cache that other runs can write.',
    },
  },
  *check({ model, path }) {
    for (const job of model.jobs) {
      const problem = untrustedPush(model, job, path) ?? privilegedRestore(model, job);
      if (problem !== undefined) yield problem;
    }
  },
};

function untrustedPush(workflow: Workflow, job: Job, path: string): Problem | undefined {
  const write = job.steps.map(cacheWrite).find((found) => found !== undefined);
  if (write === undefined || isMergedOnly(job)) return undefined;
  const trigger = privilegedTrigger(workflow);
  const checkout = trigger && headCheckout(workflow, job);
  if (trigger !== undefined && checkout !== undefined) {
    const problem = pushProblem(job, write, `under ${trigger.name}`, [
      { path, span: trigger.span, message: 'runs with secrets and a write token' },
      { path, span: checkout.at, message: 'checks the pull request out' },
    ]);
    return checkout.ownBranch ? { ...problem, grade: 'untrusted-push/own-branch' } : problem;
  }
  const label = selfHosted(job);
  const plain = workflow.triggers.find(({ name }) => name === 'pull_request');
  if (label === undefined || plain === undefined) return undefined;
  return pushProblem(job, write, 'on a self-hosted runner', [
    { path, span: plain.span, message: 'runs code of pull requests' },
    { path, span: label.span, message: 'keeps state between jobs' },
  ]);
}

function pushProblem(
  job: Job,
  write: CacheWrite,
  where: string,
  related: Problem['related'],
): Problem {
  const message = `${write.by} can push what a pull request built ${where}, expected pushes from trusted code only`;
  return {
    reason: 'untrusted-push',
    subject: job.id,
    at: write.at,
    message,
    ...(related && { related }),
  };
}

function privilegedRestore(workflow: Workflow, job: Job): Problem | undefined {
  const restore = job.steps.map(cacheRestore).find((found) => found !== undefined);
  const release = workflow.triggers.some(({ name }) => name === 'release');
  if (restore === undefined || !(release || canWrite(workflow, job))) return undefined;
  const message = `${restore.by} restores store paths that pull requests may have written into a job that can publish`;
  return { reason: 'privileged-restore', subject: job.id, at: restore.at, message };
}
