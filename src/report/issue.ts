import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { type Rows, withinBytes } from './byte-budget.ts';
import { changeGroups, namedSubjects, originText } from './change-groups.ts';
import { type IssueEntry, readState, writeState } from './issue-state.ts';
import { cellCode, prose } from './markdown-escape.ts';
import { findingCounts, grouped, plural } from './summary.ts';
import { withoutCommands } from './visible.ts';

/** Marks the one issue that is kept up to date; the caller finds it by this. */
export const ISSUE_MARKER = '<!-- nix-secure-lint:audit -->';

/**
 * GitHub takes 65,536 characters, of which the state may need 30,000. In order of what a reader needs; the
 * whole report is the artefact of the run.
 */
const ROOM = { open: 16_000, resolved: 4_000, changes: 10_000, notChecked: 2_000 };

export type IssueBody = {
  readonly body: string;
  /** Whether the body differs from the previous one. */
  readonly changed: boolean;
};

/**
 * The text of the rolling issue after an audit: what is open, what is new and what was resolved since the
 * body that stands there now. Pure: the same report over the same body gives the same text, so that an audit
 * with nothing new touches nothing. A body that holds no state of ours counts as none.
 */
export function issueBody(previous: string | undefined, report: Report): IssueBody {
  const state = readState(previous ?? '');
  const before = state ?? [];
  const known = new Set(before.map(({ id }) => id));
  const now = report.findings.map(entryOf);
  const open = new Set(now.map(({ id }) => id));
  const isNew = (finding: Finding): boolean => state !== undefined && !known.has(idOf(finding));
  const resolved = before.filter(({ id }) => !open.has(id));
  const parts = [
    ISSUE_MARKER,
    headline(report),
    withinBytes(some(openTable(report.findings, isNew)), ROOM.open),
    withinBytes(some(resolvedList(resolved)), ROOM.resolved),
    withinBytes(some(changeList(report)), ROOM.changes),
    withinBytes(some(notCheckedList(report)), ROOM.notChecked),
    writeState(now),
  ];
  const body = withoutCommands(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
  return { body, changed: body !== previous };
}

function some(part: Rows): Rows[] {
  return part.rows.length === 0 ? [] : [part];
}

function headline({ findings, changeRequests, notChecked }: Report): string {
  const parts = [
    findings.length === 0 ? 'Nothing is open' : `Open: ${findingCounts(findings)}`,
    ...(changeRequests > 0 ? [plural(changeRequests, 'change request')] : []),
    ...(notChecked.length > 0 ? [`${grouped(notChecked.length)} not checked`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function openTable(findings: readonly Finding[], isNew: (finding: Finding) => boolean): Rows {
  const ordered = [...findings.filter(isNew), ...findings.filter((one) => !isNew(one))];
  const rows = ordered.map((finding) => {
    const { rule, path, subject, message, severity } = finding;
    const cells = [
      isNew(finding) ? '🆕' : '',
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

function resolvedList(resolved: readonly IssueEntry[]): Rows {
  const named = resolved.filter(({ label }) => label !== '');
  const rows = named.map(({ label }) => `- ✅ ${prose(label)}`);
  const unnamed = resolved.length - named.length;
  if (unnamed > 0) rows.push(`- ✅ ${plural(unnamed, 'finding')} more`);
  return { head: '### Resolved since last time\n', rows, foot: '', noun: 'finding' };
}

/** What came in since and asks for a decision; plain updates stand in the artefact. */
function changeList({ changes }: Report): Rows {
  const groups = changeGroups(changes).filter(({ change }) => change.verdict !== 'note');
  const rows = groups.map(({ change, subjects }) => {
    const origin = originText(change);
    const by = origin === undefined ? '' : ` (${prose(shortText(origin))})`;
    const sign = change.verdict === 'fail' ? '❌' : '👀';
    const names = namedSubjects(subjects.map(shortText), cellCode);
    const why = prose(shortText(change.message ?? change.class));
    return `- ${sign} ${cellCode(shortText(change.path))} ${names}: ${why}${by}`;
  });
  return { head: '### Changes to look at\n', rows, foot: '', noun: 'change' };
}

function notCheckedList({ notChecked }: Report): Rows {
  const rows = notChecked.map(({ path, subject, why }) => {
    const where = [path, subject].filter((part) => part !== '').map(shortText);
    return `- ${[...where.map(cellCode), prose(shortText(why))].join(' ')}`;
  });
  return { head: '### Not checked\n', rows, foot: '', noun: 'row' };
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
