import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

/** Findings accepted when the baseline was written: `count` of them share a fingerprint. */
export type BaselineEntry = {
  readonly rule: string;
  readonly path: string;
  readonly subject: string;
  readonly reason: string;
  readonly fingerprint: string;
  readonly count: number;
  /** Where the entry stands in the baseline file. */
  readonly span: Span;
};

export type Baseline = { readonly path: string; readonly entries: readonly BaselineEntry[] };

/** Entries to be written. */
export type NewBaseline = readonly Omit<BaselineEntry, 'span'>[];

/** Where the baseline is written unless the policy says otherwise. */
export const defaultBaselinePath = '.github/nix-secure-lint.baseline.json';

/** These speak of the policy itself; a baseline that covered them would cover its own growth. */
const neverAccepted: ReadonlySet<string> = new Set(['meta-suppression', 'meta-policy-weakened']);

export function acceptable(finding: Finding): boolean {
  return !neverAccepted.has(finding.rule);
}

/** Counts findings by fingerprint, sorted by path, rule, subject, reason and fingerprint. */
export function baselineOf(findings: readonly Finding[]): NewBaseline {
  const entries = new Map<string, NewBaseline[number]>();
  for (const finding of findings.filter(acceptable)) {
    const { rule, path, subject, reason, fingerprint } = finding;
    const count = (entries.get(fingerprint)?.count ?? 0) + 1;
    entries.set(fingerprint, { rule, path, subject, reason, fingerprint, count });
  }
  return [...entries.values()].toSorted(byPlace);
}

/** The text of a baseline file: one entry a line, so that a diff shows what was accepted. */
export function writeBaseline(entries: NewBaseline): string {
  const lines = entries.map(({ rule, path, subject, reason, fingerprint, count }) =>
    JSON.stringify({ rule, path, subject, reason, fingerprint, count }, wellFormed),
  );
  const body = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${body}\n}\n`;
}

/** No JSON reader has to take half a surrogate pair; the names are for people, the fingerprint decides. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/[\ud800-\udfff]/gu, '\ufffd') : value;
}

export type BaselineMatch = {
  readonly fresh: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** Entries that allow more than was found, with the number to spare. */
  readonly spare: readonly { readonly entry: BaselineEntry; readonly count: number }[];
};

/** Splits findings into those the baseline counts and those beyond its counts, in order. */
export function matchBaseline(baseline: Baseline, findings: readonly Finding[]): BaselineMatch {
  const left = new Map<string, number>();
  for (const entry of baseline.entries) {
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) + entry.count);
  }
  const fresh: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const remaining = acceptable(finding) ? (left.get(finding.fingerprint) ?? 0) : 0;
    if (remaining > 0) left.set(finding.fingerprint, remaining - 1);
    (remaining > 0 ? accepted : fresh).push(finding);
  }
  return { fresh, accepted, spare: spareOf(baseline, left) };
}

function spareOf(baseline: Baseline, left: Map<string, number>): BaselineMatch['spare'] {
  return baseline.entries.flatMap((entry) => {
    const count = Math.min(entry.count, left.get(entry.fingerprint) ?? 0);
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) - count);
    return count > 0 ? [{ entry, count }] : [];
  });
}

/** The baseline without what was not found any more. It never grows. */
export function shrinkBaseline(baseline: Baseline, findings: readonly Finding[]): NewBaseline {
  return baselineOf(matchBaseline(baseline, findings).accepted);
}

function byPlace(a: NewBaseline[number], b: NewBaseline[number]): number {
  return (
    compare(a.path, b.path) ||
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject) ||
    compare(a.reason, b.reason) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
