import { lockUpdate, unreviewed } from '../../ci/lock-update.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Job } from '../../model/workflow.ts';
import { invocationsOf } from '../../ci/invocation.ts';
import { commandsOf } from '../../ci/steps.ts';

export const unreviewedLockUpdate: RuleOf<'workflow'> = {
  id: 'ci-unreviewed-lock-update',
  summary: 'inputs are updated and the result is merged, pushed or deployed without a review',
  help: 'Open a pull request and let this check judge the lock changes before anything merges it.',
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
        .find((found) => found !== undefined);
      if (outcome === undefined || (outcome.by === 'git push' && opensPullRequest(job))) continue;
      yield {
        reason: 'unreviewed',
        subject: job.id,
        at: outcome.at,
        message: `${outcome.by} takes what ${update.by} brought without a review, expected a pull request`,
        related: [{ path, span: update.at, message: 'inputs are updated here' }],
      };
    }
  },
};

/** A branch that is pushed to open a pull request from it. */
function opensPullRequest(job: Job): boolean {
  return job.steps.some((step) => {
    if (step.uses?.repository === 'peter-evans/create-pull-request') return true;
    return commandsOf(step).some((command) =>
      invocationsOf(command).some(
        ({ program, args }) =>
          program === 'gh' && args[0]?.value.text === 'pr' && args[1]?.value.text === 'create',
      ),
    );
  });
}
