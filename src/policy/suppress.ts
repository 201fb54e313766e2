import type { Finding } from '../model/finding.ts';
import type { Acceptance, Ignore } from '../model/policy.ts';
import type { Suppressed } from '../model/report.ts';
import type { Comment } from './comments.ts';
import { isLive } from './expiry.ts';
import type { Glob } from './glob.ts';
import { bySpecificity, glob } from './glob.ts';

/** Which entries and comments took effect; the others are reported as unused. */
export type Used = { readonly ignores: Set<Ignore>; readonly comments: Set<Comment> };

type Selector = { readonly ignore: Ignore; readonly file: Glob; readonly subject: Glob };

/** Decides about findings: suppressed, by which entry, or not. */
export type Suppressor = (finding: Finding, line: number) => Suppressed | undefined;

/**
 * Applies `ignore` entries, then comments. The most specific matching entry is named; every matching
 * one counts as used. Expired entries and comments without a reason have no effect.
 */
export function suppressor(
  ignores: readonly Ignore[],
  comments: readonly Comment[],
  now: Date,
  used: Used,
): Suppressor {
  const live = ignores.filter((ignore) => isLive(ignore, now)).map(selectorOf);
  const selectors = groupBy(live, ({ ignore }) => ignore.rule);
  for (const list of selectors.values()) list.sort(mostSpecificFirst);
  const places = groupBy(comments, (comment) => place(comment.path, comment.line));
  return (finding, line) => {
    const matching = (selectors.get(finding.rule) ?? []).filter((one) => selects(one, finding));
    for (const { ignore } of matching) used.ignores.add(ignore);
    const comment = places
      .get(place(finding.path, line))
      ?.find(({ rule, reason }) => rule === finding.rule && reason !== undefined);
    if (comment !== undefined) used.comments.add(comment);
    const first = matching[0]?.ignore;
    if (first !== undefined) return byPolicy(finding, first);
    return comment?.reason === undefined
      ? undefined
      : { finding, by: 'comment', reason: comment.reason };
  };
}

/** A finding accepted by an entry of the policy, in the words of that entry. */
export function byPolicy(finding: Finding, { reason, owner, until }: Acceptance): Suppressed {
  return {
    finding,
    by: 'policy',
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
  };
}

function selectorOf(ignore: Ignore): Selector {
  return {
    ignore,
    file: glob(ignore.file ?? '**', 'path'),
    subject: glob(ignore.subject ?? '**', 'path'),
  };
}

function selects({ ignore, file, subject }: Selector, finding: Finding): boolean {
  if (ignore.reasonCode !== undefined && ignore.reasonCode !== finding.reason) return false;
  if (ignore.file !== undefined && !file.matches(finding.path)) return false;
  return ignore.subject === undefined || subject.matches(finding.subject);
}

/** The subject says more than the file, the file more than the reason. */
function mostSpecificFirst(a: Selector, b: Selector): number {
  return (
    bySpecificity(a.subject, b.subject) ||
    bySpecificity(a.file, b.file) ||
    Number(b.ignore.reasonCode !== undefined) - Number(a.ignore.reasonCode !== undefined)
  );
}

/** `Map.groupBy` of Node 21. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function place(path: string, line: number): string {
  return `${line}:${path}`;
}
