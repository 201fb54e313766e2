import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { severities } from '../model/severity.ts';

/** Worst first: the order in which limited space is spent. */
export const worstFirst: readonly Severity[] = severities.toReversed();

/** How many findings have each severity. */
export function bySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { notice: 0, warning: 0, error: 0 };
  for (const finding of findings) count[finding.severity]++;
  return count;
}

/** The worst severity of some findings, undefined for none. */
export function worst(findings: readonly Finding[]): Severity | undefined {
  return worstFirst.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** `1 error`, `2 errors`, `12,345 errors`: the same in every locale. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `2 errors, 1 notice`, or `no findings`. */
export function findingCounts(findings: readonly Finding[]): string {
  const count = bySeverity(findings);
  const parts = worstFirst
    .filter((severity) => count[severity] > 0)
    .map((severity) => plural(count[severity], severity));
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** `3 files`, with derivations when some were scanned. */
export function scope(report: Report): string {
  const { files, derivations } = report.counts;
  if (derivations === 0) return plural(files, 'file');
  return `${plural(files, 'file')} and ${plural(derivations, 'derivation')}`;
}

/** What a reader must know besides the findings; empty on a quiet run. */
export function asides(report: Report): string[] {
  const parts: string[] = [];
  if (report.notChecked.length > 0) parts.push(`${grouped(report.notChecked.length)} not checked`);
  if (report.changeRequests > 0) parts.push(plural(report.changeRequests, 'change request'));
  if (report.suppressed.length > 0) parts.push(`${grouped(report.suppressed.length)} suppressed`);
  return parts;
}

const NOTHING = 'nothing to lint: no lock, Nix code, settings or workflow found';

/** The run in one line: `2 errors in 3 files (1 suppressed)`. */
export function summaryLine(report: Report): string {
  const aside = asides(report);
  const tail = aside.length === 0 ? '' : ` (${aside.join(', ')})`;
  const { files, derivations } = report.counts;
  if (files + derivations + report.findings.length === 0) return `${NOTHING}${tail}`;
  return `${findingCounts(report.findings)} in ${scope(report)}${tail}`;
}
