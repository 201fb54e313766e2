import { nixAction } from '../../ci/actions.ts';
import { stepsOf } from '../../ci/steps.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Uses } from '../../model/workflow.ts';

export const unpinnedNixAction: RuleOf<'workflow'> = {
  id: 'ci-unpinned-nix-action',
  summary: 'an action that installs, configures or caches Nix is named by a ref that can move',
  help: 'Pin the action to a full commit id and keep the version in a comment.',
  references: ['CWE-1357', 'T1195.002'],
  kinds: ['workflow'],
  reasons: {
    tag: { summary: 'the ref looks like a version tag', levels: levels('off', 'notice') },
    branch: { summary: 'the ref is a branch, or missing', levels: levels('off', 'warning') },
  },
  *check({ model }) {
    for (const { step } of stepsOf(model)) {
      const problem = step.uses === undefined ? undefined : problemOf(step.uses);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(uses: Uses): Problem | undefined {
  const action = nixAction(uses);
  if (action === undefined) return undefined;
  const ref = uses.ref ?? '';
  // A workflow lockfile or an expression decides what is not written here.
  if (/^[0-9a-f]{40}$/.test(ref) || ref.includes('${{')) return undefined;
  const tag = /^v?\d/.test(ref);
  return {
    reason: tag ? 'tag' : 'branch',
    subject: action.repository,
    at: uses.refSpan,
    evidence: ref,
    message: `${action.repository} is taken from ${tag ? 'tag' : 'branch'} ${ref}, expected a full commit id`,
  };
}
