import type { Report } from '../model/report.ts';
import type { Rows } from './byte-budget.ts';
import { withinBytes } from './byte-budget.ts';
import { groupedBy } from './groups.ts';
import { cellCode, code, prose } from './markdown-escape.ts';
import { changeTables } from './markdown-changes.ts';
import { findingTables, helpList, ruleLink } from './markdown-findings.ts';
import { mermaidPicture } from './mermaid.ts';
import type { ReportOptions } from './options.ts';
import { outputMarkdown } from './outputs.ts';
import { grouped, plural, summaryLine } from './summary.ts';
import { withoutCommands } from './visible.ts';

/** GitHub refuses a step summary above 1 MiB; a page is kept for whatever else the step writes there. */
const maxBytes = 1_048_576 - 4_096;

/** Pictures are for a glance: past these, the tables have to do. */
const maxPictures = 5;

/** A larger picture is folded: it pushes the rest of the page away. */
const maxOpenNodes = 25;

/** The step summary: verdict, counts, then each part with what does not fit counted, never silent. */
export function markdownReport(report: Report, options: ReportOptions): string {
  const limit = options.markdownBytes ?? maxBytes;
  const shared: readonly (readonly [percent: number, parts: readonly Rows[]])[] = [
    [5, [verdict(report)]],
    [5, [outputMarkdown(report)].filter(hasRows)],
    [55, findingTables(report, options)],
    [5, [helpList(report, options)].filter(hasRows)],
    [10, changeTables(report, options)],
    [8, [notCheckedTable(report, options)].filter(hasRows)],
    [2, [suppressedTable(report, options)].filter(hasRows)],
    [9, pictures(report)],
  ];
  const texts: string[] = [];
  let unspent = -BETWEEN;
  for (const [percent, parts] of shared) {
    // What one part leaves is for the next: a quiet run has all the room for its changes.
    const room = Math.floor((limit * percent) / 100) + unspent;
    const text = withinBytes(parts.map(harmless), room);
    unspent = room - Buffer.byteLength(text);
    if (text !== '') texts.push(text);
  }
  return withoutCommands(`${texts.join('\n\n')}\n`);
}

/** Blank lines between the parts and the last line break. */
const BETWEEN = 32;

/** A command that is taken apart grows, so that happens before anything is measured. */
function harmless({ head, rows, foot, noun }: Rows): Rows {
  const [top, bottom] = [withoutCommands(head), withoutCommands(foot)];
  return { head: top, rows: rows.map(withoutCommands), foot: bottom, noun };
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

function notCheckedTable(report: Report, options: ReportOptions): Rows {
  return {
    head: `### Not checked (${grouped(report.notChecked.length)})\n\n| Rule | File | Subject | Why |\n| :-- | :-- | :-- | :-- |`,
    rows: report.notChecked.map(
      ({ rule, path, subject, why }) =>
        `| ${ruleLink(rule, options)} | ${path === '' ? '–' : cellCode(path)} | ${cellCode(subject)} | ${prose(why)} |`,
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

/** Graphs with flagged nodes come first, and open when small; others are folded. */
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
      head: `### Inputs of ${code(graph.path)}\n\n<details${isFlagged(graph) && graph.nodes.length <= maxOpenNodes ? ' open' : ''}><summary>${summary}</summary>\n`,
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
