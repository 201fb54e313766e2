import type { Change } from '../model/report.ts';
import { groupedBy } from './groups.ts';
import { grouped } from './summary.ts';

/** Changes that print as one line. */
export type ChangeGroup = {
  readonly change: Change;
  /** Input paths, in the order of the report. */
  readonly subjects: readonly string[];
  /** Whether they only have their class in common, so that `change` speaks for the first alone. */
  readonly isBulk: boolean;
};

const order: readonly Change['verdict'][] = ['fail', 'review', 'note'];

/** Classes of which nobody reads a line for each input, unless one needs a decision. */
const bulky: ReadonlySet<string> = new Set(['diff-input-added', 'diff-input-removed']);

/**
 * Changes by commit in the order of the report, then the worst verdict first. The same move at twelve paths is
 * one group; inputs that merely came or went are one group for each lock.
 */
export function changeGroups(changes: readonly Change[]): ChangeGroup[] {
  const commits = groupedBy(changes, ({ origin }) => origin?.commit ?? '');
  return [...commits.values()].flatMap((ofCommit) =>
    order.flatMap((verdict) => {
      const groups = groupedBy(
        ofCommit.filter((change) => change.verdict === verdict),
        keyOf,
      );
      return [...groups.values()].flatMap(groupOf);
    }),
  );
}

function groupOf(changes: readonly Change[]): ChangeGroup[] {
  const [change] = changes;
  if (change === undefined) return [];
  const subjects = changes.map(({ subject }) => subject);
  return [{ change, subjects, isBulk: isBulk(change) && changes.length > 1 }];
}

function isBulk(change: Change): boolean {
  return change.verdict === 'note' && bulky.has(change.class);
}

function keyOf(change: Change): string {
  const { class: kind, path, from, to, message } = change;
  if (isBulk(change)) return JSON.stringify([kind, path]);
  return JSON.stringify([kind, path, from ?? null, to ?? null, message ?? null]);
}

/** Subjects named before the rest is counted. */
const MAX_NAMED = 3;

/** `a, b, c and 9 more`, each name as `show` writes it. */
export function namedSubjects(
  subjects: readonly string[],
  show: (subject: string) => string,
): string {
  const named = subjects.slice(0, MAX_NAMED).map(show).join(', ');
  const more = subjects.length - MAX_NAMED;
  return more > 0 ? `${named} and ${grouped(more)} more` : named;
}

/** `commit 0123456789 of 2026-11-21 by Ann (direct push): subject`; foreign words as they are. */
export function originText({ origin }: Change): string | undefined {
  if (origin === undefined) return undefined;
  const { commit, author, time, subject, via } = origin;
  const how = via === 'pull request' ? 'pull request, by its subject' : via;
  return `commit ${commit.slice(0, 10)} of ${day(time)} by ${author} (${how}): ${subject}`;
}

/** The last moment that still prints as a date of four digits. */
const LATEST = 253_402_300_799;

function day(seconds: number): string {
  return new Date(Math.max(0, Math.min(seconds, LATEST)) * 1000).toISOString().slice(0, 10);
}
