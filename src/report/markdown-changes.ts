import type { Change, LockedSource, Report } from '../model/report.ts';
import type { Rows } from './byte-budget.ts';
import { type ChangeGroup, changeGroups, namedSubjects, originText } from './change-groups.ts';
import { groupedBy } from './groups.ts';
import { cellCode, code, prose } from './markdown-escape.ts';
import { ruleLink } from './markdown-findings.ts';
import type { ReportOptions } from './options.ts';
import { grouped } from './summary.ts';
import { wholeCharacters } from './visible.ts';

const verdictWords: Readonly<Record<Change['verdict'], string>> = {
  fail: '❌ refused',
  review: '👀 review',
  note: 'note',
};

/**
 * What changed, a table for each commit where history was replayed. A comment is some 850 pixels wide and does not
 * wrap inside names: what was and what is share a column, the last, where the reason is never out of sight for it,
 * and the lock has one only where there are several.
 */
export function changeTables(report: Report, options: ReportOptions): Rows[] {
  const groups = changeGroups(report.changes);
  const locks = new Set(groups.map(({ change }) => change.path));
  const [only] = locks;
  const isOne = locks.size === 1 && only !== undefined;
  const requests = `(change requests: ${grouped(report.changeRequests)})`;
  const title = isOne ? `of ${code(only)} ${requests}` : requests;
  const columns = isOne ? ['', 'Input', 'Why', 'Change'] : ['', 'Lock', 'Input', 'Why', 'Change'];
  const header = `${row(columns)}\n${row(columns.map(() => ':--'))}`;
  const commits = groupedBy(groups, ({ change }) => originText(change) ?? '');
  return [...commits].map(([origin, ofCommit], at) => ({
    head: [
      ...(at === 0 ? [`### Changed inputs ${title}\n`] : []),
      ...(origin === '' ? [] : [`#### ${prose(origin)}\n`]),
      header,
    ].join('\n'),
    rows: ofCommit.map((group) => changeRow(group, isOne, options)),
    foot: '',
    noun: 'change',
  }));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function changeRow(
  { change, subjects, isBulk }: ChangeGroup,
  isOneLock: boolean,
  options: ReportOptions,
): string {
  const why = change.message === undefined || isBulk ? '' : prose(shortWords(change.message));
  const link = isBulk ? '' : compareLink(change.compareUrl);
  return row([
    verdictWords[change.verdict],
    ...(isOneLock ? [] : [cellCode(change.path)]),
    namedSubjects(subjects, cellCode),
    [ruleLink(change.class, options), why, link].filter(Boolean).join(' '),
    isBulk ? '–' : moveCell(change.from, change.to),
  ]);
}

/** The same source is named once: then only the revision moved. */
function moveCell(from: LockedSource | undefined, to: LockedSource | undefined): string {
  if (from === undefined || to === undefined) return sourceCell(from ?? to);
  if (from.source !== to.source) return `${sourceCell(from)} → ${sourceCell(to)}`;
  const [was, is] = [revisionOf(from), revisionOf(to)];
  const move = was === is ? (is ?? '') : `${was ?? 'none'} → ${is ?? 'none'}`;
  return [cellCode(shortName(to.source)), move].filter(Boolean).join(' ');
}

function sourceCell(source: LockedSource | undefined): string {
  if (source === undefined) return '–';
  const revision = revisionOf(source);
  return `${cellCode(shortName(source.source))}${revision === undefined ? '' : ` ${revision}`}`;
}

function revisionOf({ rev }: LockedSource): string | undefined {
  return rev === undefined ? undefined : cellCode(rev.slice(0, 12));
}

/** A browser breaks no name before a column is as wide as this; the message and the JSON report have all of it. */
const MAX_NAME = 48;

function shortName(source: string): string {
  return source.length <= MAX_NAME
    ? source
    : `${source.slice(0, wholeCharacters(source, MAX_NAME))}…`;
}

function shortWords(text: string): string {
  return text.split(' ').map(shortName).join(' ');
}

/** Forges a reader knows: the host of a lock may be anybody's, and a report is no place to click on it. */
const linkedForges = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org|git\.sr\.ht)\//;

/** Nothing in such a URL can end a link or leave a table cell. */
const plainUrl = /^[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]{1,500}$/;

function compareLink(url: string | undefined): string {
  if (url === undefined) return '';
  return linkedForges.test(url) && plainUrl.test(url) ? `([compare](${url}))` : cellCode(url);
}
