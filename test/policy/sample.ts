import type { Problem } from '../../src/model/finding.ts';
import type { Inventory, Policy } from '../../src/model/policy.ts';
import { levels } from '../../src/model/severity.ts';
import type { Judged, Rule } from '../../src/model/rule.ts';
import { formatFault } from '../../src/policy/fault.ts';
import { loadInventory, loadPolicy } from '../../src/policy/load.ts';

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

/** The moment of every test. */
export const now = new Date('2026-11-21T12:00:00Z');

/** The policy a text holds; the text must be right. */
export function policyOf(...lines: readonly string[]): Policy {
  const loaded = loadPolicy('nix-secure-lint.yml', ['version: 1', ...lines, ''].join('\n'), rules);
  if (!loaded.ok) throw new Error(loaded.faults.map(formatFault).join('\n'));
  return loaded.value;
}

/** The inventory whose entries are the given lines. */
export function inventoryOf(...lines: readonly string[]): Inventory {
  const text = ['version: 1', `inputs:${lines.length === 0 ? ' []' : ''}`, ...lines, ''].join('\n');
  const loaded = loadInventory('inputs.yml', text);
  if (!loaded.ok) throw new Error(loaded.faults.map(formatFault).join('\n'));
  return loaded.value;
}

/** A problem of `lock-local-path` at line 1. */
export function judgedAt(path: string, subject: string, rest: Partial<Problem> = {}): Judged {
  const [rule] = rules;
  if (rule === undefined) throw new Error('no rules');
  const problem = { reason: 'home', subject, at: { start: 0, end: 1 }, message: 'local', ...rest };
  return { rule, path, problem };
}
