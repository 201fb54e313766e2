import type { Finding } from '../model/finding.ts';
import type { OutputRow, Report } from '../model/report.ts';
import type { Rows } from './byte-budget.ts';
import { cellCode } from './markdown-escape.ts';
import { grouped, plural } from './summary.ts';
import { visible } from './visible.ts';

/** Lines of the table in a terminal; reports for machines and the summary of a step list all. */
const MAX_LINES = 50;

/** How a derivation with a finding is reached, as one clause; none for other findings. */
export function reachedBy({ reached, provenance, outputs }: Finding): string[] {
  const way = reached ?? provenance;
  if (way === undefined) return [];
  const count = outputs === undefined || outputs === 0 ? '' : ` (${plural(outputs, 'output')})`;
  return [`reached by ${way.join(' → ')}${count}`];
}

/** Counts per output, when there are several to compare and there is something to count. */
function rowsOf({ outputs = [] }: Report): readonly OutputRow[] {
  const isEmpty = outputs.every(({ error, warning, notice }) => error + warning + notice === 0);
  return outputs.length < 2 || isEmpty ? [] : outputs;
}

/** The table of a fleet for a terminal, the worst output first. */
export function outputLines(report: Report): string[] {
  const rows = rowsOf(report);
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MAX_LINES).map(({ output, error, warning, notice }) => {
    const counts = [error, warning, notice].map((count) => grouped(count).padStart(8));
    return `${counts.join('')}  ${visible(output)}`;
  });
  const more = rows.length - lines.length;
  return [
    '  errors warnings notices  output',
    ...lines,
    ...(more > 0 ? [`and ${grouped(more)} more outputs`] : []),
  ];
}

/** The same as Markdown. */
export function outputMarkdown(report: Report): Rows {
  const rows = rowsOf(report);
  return {
    head: `### Outputs (${grouped(rows.length)})\n\n| Output | Errors | Warnings | Notices |\n| :-- | --: | --: | --: |`,
    rows: rows.map(
      ({ output, error, warning, notice }) =>
        `| ${cellCode(output)} | ${grouped(error)} | ${grouped(warning)} | ${grouped(notice)} |`,
    ),
    foot: '',
    noun: 'output',
  };
}
