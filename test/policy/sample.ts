import { levels } from '../../src/model/severity.ts';
import type { Rule } from '../../src/model/rule.ts';

/** Number of cases of each property; raise it with FUZZ_RUNS. */
export const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? 300);

function rule(id: string, reasons: Rule['reasons'], rest: Partial<Rule> = {}): Rule {
  return {
    id,
    summary: `summary of ${id}`,
    help: `mend ${id}`,
    references: [],
    kinds: [],
    reasons,
    check: () => [],
    ...rest,
  };
}

/** A few rules of every sort the policy distinguishes. */
export const rules: readonly Rule[] = [
  rule('lock-local-path', {
    home: { summary: 'home', levels: levels('error') },
    store: { summary: 'store', levels: levels('warning', 'error'), help: 'use follows' },
    transitive: { summary: 'transitive', levels: levels('off', 'notice', 'warning') },
  }),
  rule(
    'lock-unexpected-input',
    { unlisted: { summary: 'unlisted', levels: levels('error') } },
    { neverDemoted: true },
  ),
  rule('meta-parse-error', { parse: { summary: 'parse', levels: levels('error') } }),
  rule('meta-suppression', { unused: { summary: 'unused', levels: levels('notice') } }),
];
