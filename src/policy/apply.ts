import type { Finding } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import type { AcceptanceFault } from '../model/policy-review.ts';
import type { Suppressed } from '../model/report.ts';
import type { Judged, Rule } from '../model/rule.ts';
import type { LineIndex } from '../model/span.ts';
import { lineIndex } from '../model/span.ts';
import type { Ran } from './acceptance-faults.ts';
import {
  acceptanceFaults,
  baselineFaults,
  commentFaults,
  namedAcceptances,
} from './acceptance-faults.ts';
import type { Baseline } from './baseline.ts';
import { matchBaseline } from './baseline.ts';
import type { Comment } from './comments.ts';
import { filledHelp } from './fill-help.ts';
import { fingerprint } from './fingerprint.ts';
import { byCodeUnit } from './glob.ts';
import type { Overrides } from './grade.ts';
import { gradeOf } from './grade.ts';
import type { LockedInput } from './inventory.ts';
import { usedByInputs } from './inventory.ts';
import type { Used } from './suppress.ts';
import { suppressor } from './suppress.ts';

/** Everything that decides what becomes of a problem. */
export type Decisions = {
  readonly policy: Policy;
  readonly overrides: Overrides;
  /** Comments of every text that was judged. */
  readonly comments: readonly Comment[];
  readonly baseline?: Baseline;
  /** Inputs of every lock that was judged. */
  readonly seen: readonly LockedInput[];
  /** Texts by path, to find the line of a finding. */
  readonly texts: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
  /** Whether a rule had a chance to fire; entries for others are not called unused. Default: all. */
  readonly ran?: Ran;
  readonly now: Date;
};

export type Applied = {
  /** Sorted by path, position, rule and subject. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** For the document of kind `policy`. */
  readonly faults: readonly AcceptanceFault[];
};

/** Grades problems and takes out what policy, comments and baseline accept. */
export function applyPolicy(judged: readonly Judged[], decisions: Decisions): Applied {
  const { policy, overrides, comments, baseline, now } = decisions;
  const used: Used = { ignores: new Set(), comments: new Set() };
  const fixed = new Set(decisions.rules.filter((rule) => rule.neverDemoted).map(({ id }) => id));
  // What a directory cannot lower, the change under review cannot silence from beside its code.
  const inPlace = comments.filter(({ rule }) => rule === undefined || !fixed.has(rule));
  const suppress = suppressor(policy.ignore, inPlace, now, used);
  const lineOf = lineFinder(decisions.texts, comments);
  const suppressed: Suppressed[] = [];
  const open: Finding[] = [];
  const subjects = new Map<string, Set<string>>();
  for (const finding of gradeAll(judged, policy, overrides)) {
    subjects.set(finding.rule, (subjects.get(finding.rule) ?? new Set()).add(finding.subject));
    const found = suppress(finding, lineOf(finding));
    if (found === undefined) open.push(finding);
    else suppressed.push(found);
  }
  const match = baseline && matchBaseline(baseline, open);
  const accepted = match?.accepted ?? [];
  const ran = decisions.ran ?? (() => true);
  const ids = new Set(decisions.rules.map(({ id }) => id));
  const named = [
    ...namedAcceptances(policy, used, ran, (rule) => subjects.get(rule) ?? new Set()),
    ...usedByInputs(policy, decisions.seen),
  ];
  return {
    findings: match?.fresh ?? open,
    suppressed: [...suppressed, ...accepted.map(byBaseline)],
    faults: [
      ...acceptanceFaults(named, now),
      ...commentFaults(comments, used, ids, ran),
      ...baselineFaults(baseline?.path ?? '', match?.spare ?? [], ran),
    ],
  };
}

/** Findings of problems that are not off, sorted. Also for rules over the policy, which nothing suppresses. */
export function gradeAll(
  judged: readonly Judged[],
  policy: Policy,
  overrides: Overrides,
): Finding[] {
  return judged.flatMap((one) => toFinding(one, policy, overrides)).toSorted(compareFindings);
}

function toFinding({ rule, path, problem }: Judged, policy: Policy, overrides: Overrides) {
  const { level } = gradeOf(rule, problem, path, policy, overrides);
  if (level === 'off') return [];
  const { reason, subject, message, evidence, fix } = problem;
  const graded = rule.reasons[problem.grade ?? reason] ?? rule.reasons[reason];
  const identity = {
    rule: rule.id,
    path,
    subject,
    reason,
    ...(evidence !== undefined && { evidence }),
  };
  const finding: Finding = {
    rule: rule.id,
    reason,
    severity: level,
    path,
    span: problem.at,
    subject,
    message,
    help: filledHelp(
      problem.help ?? graded?.help ?? rule.reasons[reason]?.help ?? rule.help,
      path,
      subject,
    ),
    fingerprint: fingerprint(identity),
    related: problem.related ?? [],
    ...(fix !== undefined && { fix }),
  };
  return [finding];
}

/** Order of findings in every report; total, so that equal input gives equal output. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.path, b.path) ||
    a.span.start - b.span.start ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.subject, b.subject) ||
    byCodeUnit(a.reason, b.reason) ||
    byCodeUnit(a.message, b.message)
  );
}

function byBaseline(finding: Finding): Suppressed {
  return { finding, by: 'baseline' };
}

/** Lines matter only to comments: texts without one are not indexed. */
function lineFinder(
  texts: ReadonlyMap<string, string>,
  comments: readonly Comment[],
): (finding: Finding) => number {
  const indexes = new Map<string, LineIndex>();
  for (const { path } of comments) {
    if (!indexes.has(path)) indexes.set(path, lineIndex(texts.get(path) ?? ''));
  }
  return ({ path, span }) => indexes.get(path)?.position(span.start).line ?? 0;
}
