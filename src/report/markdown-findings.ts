import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { severities } from '../model/severity.ts';
import type { Rows } from './byte-budget.ts';
import { unnamedSubject } from './explained.ts';
import { groupedBy } from './groups.ts';
import { cellCode, code, prose } from './markdown-escape.ts';
import type { ReportOptions } from './options.ts';
import { reachedBy } from './outputs.ts';
import type { Places } from './places.ts';
import { placesOf } from './places.ts';
import { findingCounts, worst } from './summary.ts';

/** A table longer than this is folded. */
const longTable = 20;

const badges: Readonly<Record<Severity, string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  notice: 'ℹ️ notice',
};

/** One table per file, the files with the worst findings first. */
export function findingTables(report: Report, options: ReportOptions): Rows[] {
  const place = placesOf(report);
  const files = [...groupedBy(report.findings.filter(notReplayed(report)), ({ path }) => path)];
  const rank = ([, findings]: (typeof files)[number]) =>
    severities.indexOf(worst(findings) ?? 'notice');
  return files
    .toSorted((a, b) => rank(b) - rank(a))
    .map(([path, findings]) => findingTable(path, findings, place, options));
}

/**
 * A change of an earlier commit has no line in the files of today, and stands below with its commit. What is
 * refused is too grave to stand only there.
 */
function notReplayed({ changes }: Report): (finding: Finding) => boolean {
  if (changes.every(({ origin }) => origin === undefined)) return () => true;
  const replayed = new Set(changes.map((change) => change.class));
  return ({ rule, severity }) => severity === 'error' || !replayed.has(rule);
}

function findingTable(
  path: string,
  findings: readonly Finding[],
  place: Places,
  options: ReportOptions,
): Rows {
  const folded = findings.length > longTable;
  const title = `### ${code(path)}\n`;
  const fold = `<details><summary>${findingCounts(findings)}</summary>\n`;
  const table = '| | Line | Rule | Finding |\n| :-- | --: | :-- | :-- |';
  return {
    head: [title, ...(folded ? [fold] : []), table].join('\n'),
    rows: findings.map((finding) => findingRow(finding, place, options)),
    foot: folded ? '\n</details>' : '',
    noun: 'finding',
  };
}

function findingRow(finding: Finding, place: Places, options: ReportOptions): string {
  const { line, column } = place(finding.path, finding.span);
  const name = ruleLink(finding.rule, options, finding.reason);
  const subject = unnamedSubject(finding);
  const lead = subject === undefined ? '' : `${cellCode(subject)}: `;
  return `| ${badges[finding.severity]} | ${line}:${column} | ${name} | ${lead}${[finding.message, ...reachedBy(finding)].map(prose).join('; ')} |`;
}

/** The rule's name, with the reason when given, linked to its page when the caller knows where pages are. */
export function ruleLink(rule: string, options: ReportOptions, reason?: string): string {
  const name = cellCode(reason === undefined ? rule : `${rule}/${reason}`);
  if (options.docs === undefined || !/^[a-z0-9-]+$/.test(rule)) return name;
  return `[${name}](${options.docs}docs/rules/${rule}.md)`;
}

/** How to fix what was found: each rule's help once, in the order of the report. */
export function helpList(report: Report, options: ReportOptions): Rows {
  const helps = new Set(
    report.findings
      .filter(({ help }) => help !== '')
      .map(({ rule, help }) => `- ${ruleLink(rule, options)}: ${prose(help)}`),
  );
  return { head: '### How to fix\n', rows: [...helps], foot: '', noun: 'hint' };
}
