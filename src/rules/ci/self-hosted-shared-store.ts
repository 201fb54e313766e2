import { isNixJob, pullRequestTrigger, selfHosted } from '../../ci/job.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const selfHostedSharedStore: RuleOf<'workflow'> = {
  id: 'ci-self-hosted-shared-store',
  summary: 'pull requests run Nix on a self-hosted runner, whose store outlives the job',
  help: 'Run pull requests on ephemeral machines, or give them a store and an untrusted user of their own.',
  references: ['CWE-653', 'T1195.002'],
  kinds: ['workflow'],
  reasons: {
    shared: {
      summary: 'a job with a `self-hosted` label runs Nix for pull requests',
      levels: levels('off', 'error'),
    },
  },
  *check({ model, path }) {
    const trigger = pullRequestTrigger(model);
    if (trigger === undefined) return;
    for (const job of model.jobs) {
      const label = selfHosted(job);
      if (label === undefined || !isNixJob(job)) continue;
      yield {
        reason: 'shared',
        subject: job.id,
        at: label.span,
        message: `${trigger.name} runs Nix on a self-hosted runner, expected a machine that is thrown away`,
        related: [{ path, span: trigger.span, message: 'triggered here' }],
      };
    }
  },
};
