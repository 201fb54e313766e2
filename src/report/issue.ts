import { type Finding, saysIncomplete } from '../model/finding.ts';
import { changeClasses } from '../model/lock-change.ts';
import type { Change, Report } from '../model/report.ts';
import { type Rows, withinBytes } from './byte-budget.ts';
import { type ChangeGroup, changeGroups, namedSubjects, originText } from './change-groups.ts';
import { type IssueEntry, readState, writeState } from './issue-state.ts';
import { cellCode, prose } from './markdown-escape.ts';
import { findingCounts, grouped, plural, worstFirst } from './summary.ts';
import { withoutCommands } from './visible.ts';

/** Marks the one issue that is kept up to date; the caller finds it by this. */
export const ISSUE_MARKER = '<!-- nix-secure-lint:audit -->';

/**
 * GitHub takes 65,536 characters, of which the state may need 31,000. In order of what a reader needs; the
 * whole report is the artefact of the run.
 */
const ROOM = { open: 14_000, changes: 9_000, earlier: 3_000, resolved: 4_000, notChecked: 2_000 };

/** Heading of what the audit could not judge, by which the next one knows that this was said. */
const NOT_CHECKED = '### Not checked\n';

export type IssueBody = {
  readonly body: string;
  /** Whether it tells of something that the previous body did not. */
  readonly hasNews: boolean;
  /** Whether nothing in it waits for anybody. */
  readonly isSettled: boolean;
};

/** The issue as the audit finds it: what it says, and whether somebody closed it. */
export type PreviousIssue = { readonly body: string; readonly isClosed: boolean };

/**
 * The text of the rolling issue after an audit: what is open, what is new and what was resolved since the
 * body that stands there now. A refused change is no state that could be resolved but a fact: once the
 * audited stretch has moved on it stays listed until somebody closes the issue. Pure: the same report over
 * the same body gives the same text, so that an audit with nothing new touches nothing. A body that holds
 * no state of ours counts as none.
 */
export function issueBody(previous: PreviousIssue | undefined, report: Report): IssueBody {
  const state = readState(previous?.body ?? '');
  const before = state ?? [];
  const known = new Set(before.map(({ id }) => id));
  const isNew = (id: string): boolean => state !== undefined && !known.has(id);
  const findings = report.findings.filter(({ rule }) => !classes.has(rule));
  const changes = changeGroups(report.changes).filter(({ change }) => change.verdict !== 'note');
  const now = [...findings.map(entryOf), ...changes.map(({ change }) => changeEntry(change))];
  const open = new Set(now.map(({ id }) => id));
  const gone = before.filter(({ id }) => !open.has(id));
  const refused = gone.filter(({ change }) => change === 'refused');
  const earlier = previous?.isClosed === true ? [] : refused;
  const resolved = gone.filter(({ change }) => change === undefined);
  const parts = [
    ISSUE_MARKER,
    headline(report, findings),
    withinBytes(some(openTable(findings, isNew)), ROOM.open),
    withinBytes(changeLists(changes, isNew), ROOM.changes),
    withinBytes(some(earlierList(earlier)), ROOM.earlier),
    withinBytes(some(resolvedList(resolved, report)), ROOM.resolved),
    withinBytes(some(notCheckedList(report)), ROOM.notChecked),
    writeState([...now, ...earlier]),
  ];
  const isIncomplete = report.notChecked.length > 0;
  return {
    body: withoutCommands(`${parts.filter((part) => part !== '').join('\n\n')}\n`),
    hasNews:
      now.some(({ id }) => !known.has(id)) ||
      (isIncomplete && previous?.body.includes(NOT_CHECKED) !== true),
    isSettled: now.length + earlier.length === 0 && !isIncomplete,
  };
}

const classes: ReadonlySet<string> = new Set(changeClasses);

function some(part: Rows): Rows[] {
  return part.rows.length === 0 ? [] : [part];
}

function headline(
  { changes, changeRequests, notChecked }: Report,
  findings: readonly Finding[],
): string {
  const refused = changes.filter(({ verdict }) => verdict === 'fail').length;
  const parts = [
    findings.length === 0 ? 'Nothing is open' : `Open: ${findingCounts(findings)}`,
    ...(refused > 0 ? [plural(refused, 'refused change')] : []),
    ...(changeRequests > 0 ? [plural(changeRequests, 'change request')] : []),
    ...(notChecked.length > 0 ? [`${grouped(notChecked.length)} not checked`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** New findings first, then the worst. */
function openTable(findings: readonly Finding[], isNew: (id: string) => boolean): Rows {
  const ordered = [true, false].flatMap((wanted) =>
    worstFirst.flatMap((level) =>
      findings.filter((one) => one.severity === level && isNew(idOf(one)) === wanted),
    ),
  );
  const rows = ordered.map((finding) => {
    const { rule, path, subject, message, severity } = finding;
    const cells = [
      isNew(idOf(finding)) ? NEW : '',
      severity,
      cellCode(rule),
      cellCode(shortText(path)),
      cellCode(shortText(subject)),
      prose(shortText(message)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head =
    '### Open\n\n| | | Rule | File | Subject | Finding |\n| :-- | :-- | :-- | :-- | :-- | :-- |';
  return { head, rows, foot: '', noun: 'finding' };
}

const NEW = '🆕';

/** What an incomplete run did not find may be there all the same. */
function resolvedList(resolved: readonly IssueEntry[], { findings, notChecked }: Report): Rows {
  const named = resolved.filter(({ label }) => label !== '');
  const isSure = notChecked.length === 0 && !findings.some(saysIncomplete);
  const sign = isSure ? '- ✅' : '-';
  const rows = named.map(({ label }) => `${sign} ${prose(label)}`);
  const unnamed = resolved.length - named.length;
  if (unnamed > 0) rows.push(`${sign} ${plural(unnamed, 'finding')} more`);
  const head = isSure
    ? '### Resolved since last time\n'
    : '### Not found this time, in a run that could not check everything\n';
  return { head, rows, foot: '', noun: 'finding' };
}

/** What came in since and must not stay, then what asks for a decision; plain updates stand in the artefact. */
function changeLists(groups: readonly ChangeGroup[], isNew: (id: string) => boolean): Rows[] {
  const list = (heading: string, verdict: Change['verdict']): Rows => ({
    head: `### ${heading}\n`,
    rows: changeRows(
      groups.filter(({ change }) => change.verdict === verdict),
      isNew,
    ),
    foot: '',
    noun: 'change',
  });
  const lists = [list('Refused changes', 'fail'), list('Changes to look at', 'review')];
  return lists.flatMap(some);
}

/** A commit stands once, above its changes. */
function changeRows(groups: readonly ChangeGroup[], isNew: (id: string) => boolean): string[] {
  let above: string | undefined;
  return groups.map(({ change, subjects }) => {
    const origin = originText(change);
    const isSame = origin === above;
    above = origin;
    const sign = change.verdict === 'fail' ? '❌' : '👀';
    const news = isNew(changeEntry(change).id) ? `${NEW} ` : '';
    const names = namedSubjects(subjects.map(shortText), cellCode);
    const why = prose(shortText(change.message ?? change.class));
    const row = `- ${news}${sign} ${cellCode(shortText(change.path))} ${names}: ${why}`;
    if (origin === undefined) return row;
    return isSame ? `  ${row}` : `- ${prose(shortText(origin))}\n  ${row}`;
  });
}

function earlierList(earlier: readonly IssueEntry[]): Rows {
  const rows = earlier.map(({ label }) => `- ❌ ${prose(label)}`);
  const head =
    '### Refused changes of earlier audits\n\nListed until somebody closes this issue.\n';
  return { head, rows, foot: '', noun: 'change' };
}

function notCheckedList({ notChecked }: Report): Rows {
  const rows = notChecked.map(({ path, subject, why }) => {
    const where = [path, subject].filter((part) => part !== '').map(shortText);
    return `- ${[...where.map(cellCode), prose(shortText(why))].join(' ')}`;
  });
  return { head: NOT_CHECKED, rows, foot: '', noun: 'row' };
}

/** Longest foreign text of a row. */
const MAX_TEXT = 160;

function shortText(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}

function entryOf(finding: Finding): IssueEntry {
  const { rule, path, subject } = finding;
  return { id: idOf(finding), label: `${rule}: ${path} ${subject}` };
}

/** Eight bytes tell the findings of one repository apart and keep the body small. */
function idOf({ fingerprint }: Finding): string {
  return fingerprint.slice(0, 16);
}

/** A change is told by what it does and where it was done. */
function changeEntry({ class: kind, path, subject, verdict, digest, origin }: Change): IssueEntry {
  const commit = origin?.commit.slice(0, 8) ?? '0'.repeat(8);
  const at = origin === undefined ? '' : ` in ${commit}`;
  return {
    id: `${(digest ?? '').slice(0, 8).padEnd(8, '0')}${commit}`,
    label: `${kind}${at}: ${path} ${subject}`,
    change: verdict === 'fail' ? 'refused' : 'review',
  };
}
