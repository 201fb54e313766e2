import { forkOf, hostAt } from './compare/revision-host.ts';
import { discover } from './discover.ts';
import { withoutRepeats } from './doubles.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';
import type { Finding } from './model/finding.ts';
import type { Host } from './model/host.ts';
import type { Suppressed } from './model/report.ts';
import type { Context, Rule } from './model/rule.ts';
import { gradeAll } from './policy/apply.ts';
import { exclusion, settingsFiles } from './policy/exclude.ts';
import type { Overrides } from './policy/grade.ts';
import { searchSecrets } from './search.ts';

/** Why findings of the base are not listed. */
const REASON = 'found at the base revision too';

/**
 * Takes out what the base has already: as many findings of a fingerprint as it has there, so that a
 * second one of a kind is new. They stay in the report as suppressed, and counted.
 */
export async function onlyIntroduced(
  findings: readonly Finding[],
  base: string,
  host: Host,
  rules: readonly Rule[],
  context: Omit<Context, 'document'>,
  overrides: Overrides,
): Promise<{ readonly findings: readonly Finding[]; readonly known: readonly Suppressed[] }> {
  const commit = forkOf(base, host);
  if (commit === undefined) return { findings, known: [] };
  const before = hostAt(host, commit);
  const listing = before.list();
  const isExcluded = exclusion(context.policy);
  const entries = listing.ok ? listing.entries.filter(({ path }) => !isExcluded(path)) : [];
  const paths = new Set(entries.map(({ path }) => path));
  const gathered = await gather(discover(entries, settingsFiles(context.policy)), before, paths);
  const searching = { now: context.now, entropy: context.policy.profile === 'pedantic' };
  const documents = [...gathered, ...searchSecrets(gathered, entries, before, searching).documents];
  const left = new Map<string, number>();
  for (const { fingerprint } of gradeAll(
    withoutRepeats(judge(documents, rules, { ...context, exists: (path) => paths.has(path) })),
    context.policy,
    overrides,
  )) {
    left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  }
  const fresh: Finding[] = [];
  const known: Suppressed[] = [];
  for (const finding of findings) {
    const count = left.get(finding.fingerprint) ?? 0;
    left.set(finding.fingerprint, count - 1);
    if (count > 0) known.push({ finding, by: 'baseline', reason: REASON });
    else fresh.push(finding);
  }
  return { findings: fresh, known };
}
