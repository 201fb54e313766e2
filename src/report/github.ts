import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import type { Place, Places } from './places.ts';
import { placesOf, repositoryPath } from './places.ts';
import { bySeverity, grouped, summaryLine, worstFirst } from './summary.ts';
import { shortened, shownMessage, visible } from './visible.ts';

/** The arguments of an annotation function of @actions/core, as plain values: nothing is escaped yet. */
export type Annotation = {
  readonly level: Severity;
  readonly message: string;
  readonly title: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
};

export type Annotations = {
  /** Worst first; at most as many of each level as the runner shows. */
  readonly shown: readonly Annotation[];
  /** Findings the runner would have dropped, in the order of the report. */
  readonly folded: readonly Finding[];
  /**
   * The last word: what came out and how many findings are folded. An error when the run fails, to be
   * written with `setFailed` (its place is reserved); absent when there is nothing to say.
   */
  readonly verdict?: { readonly level: 'error' | 'notice'; readonly message: string };
};

/** The runner shows ten annotations of each level per step (actions/runner, _maxCountPerIssueType). */
const maxPerLevel = 10;

/** The runner cuts messages here (_maxIssueMessageLength); titles of check annotations end at 255. */
const maxMessage = 4_096;
const maxTitle = 200;

/** The annotations of one step, errors first, within the limits of the runner. */
export function annotations(report: Report): Annotations {
  const failed = report.conclusion.exitCode !== 0;
  const count = bySeverity(report.findings);
  const overflows = worstFirst.some((severity) => count[severity] > maxPerLevel);
  const level = failed ? 'error' : 'notice';
  const speaks = failed || overflows;
  const room = (severity: Severity) => maxPerLevel - (speaks && severity === level ? 1 : 0);
  const kept = new Set(
    worstFirst.flatMap((severity) =>
      report.findings.filter((one) => one.severity === severity).slice(0, room(severity)),
    ),
  );
  const folded = report.findings.filter((finding) => !kept.has(finding));
  const place = placesOf(report);
  const shown = [...kept].map((finding) => annotationOf(finding, report, place));
  if (!speaks) return { shown, folded };
  return { shown, folded, verdict: { level, message: verdictMessage(report, folded) } };
}

function verdictMessage(report: Report, folded: readonly Finding[]): string {
  const { exitCode, why } = report.conclusion;
  const parts = [
    `nix-secure-lint: ${summaryLine(report)}`,
    ...(exitCode === 3 ? [`incomplete: ${why}`] : []),
    ...(folded.length === 0 ? [] : [`${grouped(folded.length)} not annotated but in the log`]),
  ];
  return visible(parts.join('; '));
}

/** One finding as an annotation; without a file when its name cannot be given to GitHub. */
export function annotationOf(finding: Finding, report: Report, place: Places): Annotation {
  const help = finding.help === '' ? '' : `\nhelp: ${shownMessage(finding.help)}`;
  const file = annotatedFile(report, finding.path);
  const where = file === undefined ? `${visible(finding.path)}: ` : '';
  return {
    level: finding.severity,
    message: shortened(`${where}${shownMessage(finding.message)}${help}`, maxMessage - 40),
    title: shortened(visible(`${finding.rule}/${finding.reason}`), maxTitle),
    ...(file === undefined ? {} : { file, ...range(place(finding.path, finding.span)) }),
  };
}

/** A file the runner can find; a name with hidden characters is spelt out in the message instead. */
function annotatedFile(report: Report, path: string): string | undefined {
  const file = repositoryPath(report, path);
  return file === undefined || file !== visible(file) ? undefined : file;
}

/** The runner drops columns of ranges over several lines, so they are not sent. */
function range({ line, column, endLine, endColumn }: Place): Partial<Annotation> {
  if (line !== endLine) return { startLine: line, endLine };
  return { startLine: line, endLine, startColumn: column, endColumn };
}
