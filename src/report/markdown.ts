import type { Change, LockedSource, Report } from '../model/report.ts';
import type { Rows } from './byte-budget.ts';
import { withinBytes } from './byte-budget.ts';
import { changeGroups, namedSubjects, originText, type ChangeGroup } from './change-groups.ts';
import { groupedBy } from './groups.ts';
import { cellCode, code, prose } from './markdown-escape.ts';
import { findingTables, helpList, ruleLink } from './markdown-findings.ts';
import { mermaidPicture } from './mermaid.ts';
import type { ReportOptions } from './options.ts';
import { grouped, plural, summaryLine } from './summary.ts';
import { withoutCommands } from './visible.ts';

/** GitHub refuses a step summary above 1 MiB; a page is kept for whatever else the step writes there. */
const maxBytes = 1_048_576 - 4_096;

/** Pictures are for a glance: past these, the tables have to do. */
const maxPictures = 5;

/** The step summary: verdict, counts, then each part with what does not fit counted, never silent. */
export function markdownReport(report: Report, options: ReportOptions): string {
  const limit = options.markdownBytes ?? maxBytes;
  const share = (percent: number) => Math.floor((limit * percent) / 100);
  const parts = [
    withinBytes([verdict(report)], share(5)),
    withinBytes(findingTables(report, options), share(60)),
    withinBytes([helpList(report, options)].filter(hasRows), share(5)),
    withinBytes([changeTable(report, options)].filter(hasRows), share(10)),
    withinBytes([notCheckedTable(report, options)].filter(hasRows), share(8)),
    withinBytes([suppressedTable(report, options)].filter(hasRows), share(2)),
    withinBytes(pictures(report), share(9)),
  ];
  return withoutCommands(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function hasRows(part: Rows): boolean {
  return part.rows.length > 0;
}

function verdict(report: Report): Rows {
  const { exitCode, why } = report.conclusion;
  const sign = { 0: '✅', 1: '❌', 3: '⚠️' }[exitCode];
  const incomplete = exitCode === 3 ? 'incomplete: ' : '';
  return {
    head: `## ${sign} nix-secure-lint: ${incomplete}${summaryLine(report)}\n`,
    rows: [
      `Profile ${code(report.profile)}, fails on ${code(report.failOn)}, version ${code(report.version)}${why === '' ? '' : `: ${prose(why)}`}.`,
      ...report.notes.map((note) => `\n${prose(note)}`),
    ],
    foot: '',
    noun: 'note',
  };
}

const verdictWords: Readonly<Record<Change['verdict'], string>> = {
  fail: '❌ refused',
  review: '👀 review',
  note: 'note',
};

function changeTable(report: Report, options: ReportOptions): Rows {
  const rows = changeGroups(report.changes).map((group) => changeRow(group, options));
  const requests = grouped(report.changeRequests);
  return {
    head: `### Changed inputs (change requests: ${requests})\n\n| | Lock | Input | From | To | Why |\n| :-- | :-- | :-- | :-- | :-- | :-- |`,
    rows,
    foot: '',
    noun: 'change',
  };
}

function changeRow({ change, subjects, isBulk }: ChangeGroup, options: ReportOptions): string {
  const isSingle = !isBulk;
  const origin = originText(change);
  const why = change.message === undefined || isBulk ? '' : prose(change.message);
  const link = isSingle ? compareLink(change.compareUrl) : '';
  const cells = [
    verdictWords[change.verdict],
    cellCode(change.path),
    namedSubjects(subjects, cellCode),
    isSingle ? sourceCell(change.from) : '–',
    isSingle ? sourceCell(change.to) : '–',
    [ruleLink(change.class, options), why, link, origin === undefined ? '' : `(${prose(origin)})`]
      .filter(Boolean)
      .join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sourceCell(source: LockedSource | undefined): string {
  if (source === undefined) return '–';
  const rev = source.rev === undefined ? '' : ` ${cellCode(source.rev.slice(0, 12))}`;
  return `${cellCode(source.source)}${rev}`;
}

/** Forges a reader knows: the host of a lock may be anybody's, and a report is no place to click on it. */
const linkedForges = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org|git\.sr\.ht)\//;

/** Nothing in such a URL can end a link or leave a table cell. */
const plainUrl = /^[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]{1,500}$/;

function compareLink(url: string | undefined): string {
  if (url === undefined) return '';
  return linkedForges.test(url) && plainUrl.test(url) ? `([compare](${url}))` : cellCode(url);
}

function notCheckedTable(report: Report, options: ReportOptions): Rows {
  return {
    head: `### Not checked (${grouped(report.notChecked.length)})\n\n| Rule | File | Subject | Why |\n| :-- | :-- | :-- | :-- |`,
    rows: report.notChecked.map(
      ({ rule, path, subject, why }) =>
        `| ${ruleLink(rule, options)} | ${cellCode(path)} | ${cellCode(subject)} | ${prose(why)} |`,
    ),
    foot: '',
    noun: 'row',
  };
}

function suppressedTable(report: Report, options: ReportOptions): Rows {
  const groups = groupedBy(report.suppressed, ({ finding, by }) => `${finding.rule} ${by}`);
  return {
    head: `### Suppressed (${grouped(report.suppressed.length)})\n\n| Rule | By | Findings |\n| :-- | :-- | --: |`,
    rows: [...groups.values()].flatMap((group) =>
      group
        .slice(0, 1)
        .map(
          ({ finding, by }) =>
            `| ${ruleLink(finding.rule, options)} | ${by} | ${grouped(group.length)} |`,
        ),
    ),
    foot: '',
    noun: 'row',
  };
}

/** Graphs with flagged nodes come first and open; others are folded. */
function pictures(report: Report): Rows[] {
  const isFlagged = (graph: Report['graphs'][number]) =>
    graph.nodes.some(({ flagged }) => flagged !== undefined);
  const ordered = [
    ...report.graphs.filter(isFlagged),
    ...report.graphs.filter((graph) => !isFlagged(graph)),
  ];
  const shown = ordered.slice(0, maxPictures).map((graph): Rows => {
    const { source, cut } = mermaidPicture(graph);
    const inputs = plural(Math.max(0, graph.nodes.length - 1), 'input');
    const summary = isFlagged(graph) ? inputs : `${inputs}, none flagged`;
    return {
      head: `### Inputs of ${code(graph.path)}\n\n<details${isFlagged(graph) ? ' open' : ''}><summary>${summary}</summary>\n`,
      rows: [`\`\`\`mermaid\n${source}\n\`\`\`${cut === undefined ? '' : `\n\n${cut}`}`],
      foot: '\n</details>',
      noun: 'picture',
    };
  });
  const more = ordered.length - shown.length;
  if (more <= 0) return shown;
  const note = `_Input graphs of ${grouped(more)} more locks are not drawn._`;
  return [...shown, { head: note, rows: [], foot: '', noun: 'note' }];
}
