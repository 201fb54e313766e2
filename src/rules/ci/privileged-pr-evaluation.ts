import { headEvaluation } from '../../ci/checkout.ts';
import { isMergedOnly, privilegedTrigger } from '../../ci/job.ts';
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
    'head-evaluated/own-branch': {
      summary:
        'the same with nothing but a branch name from the pull request, which without `repository:` is one of the base',
      levels: levels('notice'),
      help: 'Check out the base by its own name, or the pull request under `pull_request`.',
    },
  },
  *check({ model, path }) {
    const trigger = privilegedTrigger(model);
    if (trigger === undefined) return;
    for (const job of model.jobs) {
      const found = isMergedOnly(job) ? undefined : headEvaluation(model, job);
      if (found === undefined) continue;
      const { evaluation, head } = found;
      const what = head.ownBranch
        ? 'the branch of the base that has the name of the head'
        : 'code of a pull request';
      yield {
        reason: 'head-evaluated',
        ...(head.ownBranch && { grade: 'head-evaluated/own-branch' }),
        subject: job.id,
        at: evaluation.at,
        message: `${evaluation.by} evaluates ${what} under ${trigger.name}, expected code of the base only`,
        related: [
          { path, span: trigger.span, message: 'runs with secrets and a write token' },
          { path, span: head.at, message: 'checks the pull request out' },
        ],
      };
    }
  },
};
