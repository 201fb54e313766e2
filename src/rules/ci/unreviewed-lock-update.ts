import { lockUpdate, unreviewed } from '../../ci/lock-update.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Job } from '../../model/workflow.ts';
import { invocationsOf } from '../../ci/invocation.ts';
import { commandsOf } from '../../ci/steps.ts';

const mergeHelp =
  'Make a check that judges lock changes required on the default branch and accept this finding, or wait with `gh pr checks --watch` before the merge.';

export const unreviewedLockUpdate: RuleOf<'workflow'> = {
  id: 'ci-unreviewed-lock-update',
  summary: 'inputs are updated and the result is merged, pushed or deployed without a review',
  help: 'Open a pull request, and let it be merged only after a required check has judged the lock changes, or after `gh pr checks --watch` in the same job.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['workflow'],
  reasons: {
    unreviewed: {
      summary: 'a job updates pins and also pushes, merges or deploys what comes of it',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model, path }) {
    for (const job of model.jobs) {
      const first = job.steps.findIndex((step) => lockUpdate(step) !== undefined);
      const step = job.steps[first];
      const update = step && lockUpdate(step);
      if (update === undefined) continue;
      const outcome = job.steps
        .slice(first)
        .map(unreviewed)
        .find((found) => found !== undefined && !isExcused(found.by, job));
      if (outcome === undefined) continue;
      yield {
        reason: 'unreviewed',
        subject: job.id,
        at: outcome.at,
        ...(/auto-?merge/i.test(outcome.by) || outcome.by === 'gh pr merge'
          ? { help: mergeHelp }
          : {}),
        message: `${outcome.by} takes what ${update.by} brought without a review, expected a pull request`,
        related: [{ path, span: update.at, message: 'inputs are updated here' }],
      };
    }
  },
};

/** A push to a branch that has or gets a pull request, and a merge after a wait for its checks. */
function isExcused(by: string, job: Job): boolean {
  if (by === 'git push') return opensPullRequest(job) || runsGh(job, 'checkout');
  return by === 'gh pr merge' && runsGh(job, 'checks', '--watch');
}

function opensPullRequest(job: Job): boolean {
  const action = 'peter-evans/create-pull-request';
  return job.steps.some((step) => step.uses?.repository === action) || runsGh(job, 'create');
}

/** Whether a job runs `gh pr <verb>`, with a flag when one is given. */
function runsGh(job: Job, verb: string, flag?: string): boolean {
  const calls = job.steps.flatMap(commandsOf).flatMap(invocationsOf);
  return calls.some(({ program, args }) => {
    const words = args.map(({ value }) => value.text);
    const isVerb = program === 'gh' && words[0] === 'pr' && words[1] === verb;
    return isVerb && (flag === undefined || words.includes(flag));
  });
}
