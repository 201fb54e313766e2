import { headCheckout } from '../../ci/checkout.ts';
import { evaluation, isMergedOnly, privilegedTrigger } from '../../ci/job.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const privilegedPrEvaluation: RuleOf<'workflow'> = {
  id: 'ci-privileged-pr-evaluation',
  summary: "Nix evaluates a pull request's code in a run that has the repository's rights",
  help: 'Evaluate under `pull_request`, which has no secrets; do only what needs rights in a second workflow that runs no code of the pull request.',
  references: ['CWE-94', 'T1059', 'T1195.002'],
  kinds: ['workflow'],
  reasons: {
    'head-evaluated': {
      summary:
        'a privileged trigger, a checkout of the pull request and a Nix evaluation meet in one job',
      levels: levels('error'),
    },
  },
  *check({ model, path }) {
    const trigger = privilegedTrigger(model);
    if (trigger === undefined) return;
    for (const job of model.jobs) {
      const checkout = isMergedOnly(job) ? undefined : headCheckout(model, job);
      const found = checkout && evaluation(job.steps.slice(checkout.index));
      if (checkout === undefined || found === undefined) continue;
      yield {
        reason: 'head-evaluated',
        subject: job.id,
        at: found.at,
        message: `${found.by} evaluates code of a pull request under ${trigger.name}, expected code of the base only`,
        related: [
          { path, span: trigger.span, message: 'runs with secrets and a write token' },
          { path, span: checkout.at, message: 'checks the pull request out' },
        ],
      };
    }
  },
};
