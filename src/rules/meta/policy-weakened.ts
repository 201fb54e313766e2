import { levels } from '../../model/severity.ts';
import type { RuleOf } from '../../model/rule.ts';

const error = levels('error');

export const policyWeakened: RuleOf<'policy'> = {
  id: 'meta-policy-weakened',
  summary: 'a change loosens the policy, inventory, baseline or suppressions it is judged by',
  help: 'Take the loosening out, or have it reviewed and merged on its own; it has no effect until then.',
  references: ['CWE-284', 'T1562.001'],
  kinds: ['policy'],
  reasons: {
    accepted: { summary: 'a source, cache, key, user or change is newly accepted', levels: error },
    baseline: { summary: 'the baseline counts more findings', levels: error },
    comment: { summary: 'a comment newly suppresses a rule', levels: error },
    exclude: {
      summary: 'more files are left out, or fewer are read as Nix settings',
      levels: error,
    },
    'fail-on': { summary: 'a milder finding no longer fails the run', levels: error },
    ignore: { summary: 'more findings are ignored', levels: error },
    inventory: { summary: 'the inventory lists more inputs, or is gone', levels: error },
    level: { summary: 'the level of a rule is lowered', levels: error },
    limit: { summary: 'a lock may grow larger or deeper', levels: error },
    profile: { summary: 'a milder profile is chosen', levels: error },
    until: { summary: 'an acceptance lasts longer', levels: error },
  },
  neverDemoted: true,
  *check({ model }) {
    for (const { reason, subject, path, at, message } of model.weakenings) {
      yield { reason, subject, path, at, message };
    }
  },
};
