import { flakeRefKind, flakeRefs } from '../../ci/flake-ref.ts';
import { canWrite, privilegedTrigger, secretsNearNix } from '../../ci/job.ts';
import { nixStepsOf } from '../../ci/steps.ts';
import { shownWord } from '../../model/shell.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Job, Workflow } from '../../model/workflow.ts';

export const unpinnedFlakeRef: RuleOf<'workflow'> = {
  id: 'ci-unpinned-flake-ref',
  summary: 'a Nix command runs or builds a flake that is fetched without a revision',
  help: 'Name a full revision (`github:owner/repo/<commit>`), or make it an input of your flake and use it from there.',
  references: ['CWE-494', 'T1195.001'],
  kinds: ['workflow'],
  reasons: {
    source: {
      summary: 'a forge, Git or tarball reference names no full revision',
      levels: levels('warning'),
    },
    'source/privileged': {
      summary: 'the same where secrets, write permission or a privileged trigger are within reach',
      levels: levels('error'),
    },
    registry: {
      summary: 'a name is looked up in the flake registry of the machine',
      levels: levels('off', 'notice'),
      help: 'Use `--inputs-from .` to take it from flake.lock, or name a full revision.',
    },
  },
  *check({ model }) {
    const privileged = new Set(model.jobs.filter((job) => isPrivileged(model, job)));
    for (const { job, nix } of nixStepsOf(model)) {
      for (const word of flakeRefs(nix)) {
        const kind = flakeRefKind(word, nix);
        const subject = shownWord(word);
        const command = `${nix.program} ${nix.subcommand}`.trim();
        if (kind === 'unpinned') {
          yield {
            reason: 'source',
            ...(privileged.has(job) && { grade: 'source/privileged' }),
            subject,
            at: word.span,
            message: `${command} fetches ${subject} as it is that day, expected a full revision`,
          };
        } else if (kind === 'registry') {
          const message = `${command} looks ${subject} up in the registry, expected a locked source`;
          yield { reason: 'registry', subject, at: word.span, message };
        }
      }
    }
  },
};

function isPrivileged(workflow: Workflow, job: Job): boolean {
  return (
    privilegedTrigger(workflow) !== undefined ||
    canWrite(workflow, job) ||
    secretsNearNix(workflow, job)
  );
}
