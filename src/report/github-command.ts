import type { Report } from '../model/report.ts';
import { titledMessage } from './explained.ts';
import type { Annotation } from './github.ts';
import { annotations } from './github.ts';
import { placesOf } from './places.ts';
import { summaryLine } from './summary.ts';
import { shownMessage, visible, withoutCommands } from './visible.ts';

/**
 * The log of a step in which the command line runs: annotations as workflow commands, then folded
 * findings as plain lines, then the verdict or the summary line. This file is the only one that writes commands, and a test
 * holds its bytes against those of @actions/core, which the command line is too quick to load.
 */
export function githubReport(report: Report): string {
  const { shown, folded, verdict } = annotations(report);
  const place = placesOf(report);
  const plain = folded.map((finding) => {
    const { line, column } = place(finding.path, finding.span);
    const message = `${finding.severity}: ${titledMessage(finding)} [${visible(`${finding.rule}/${finding.reason}`)}]`;
    return withoutCommands(`${visible(finding.path)}:${line}:${column}: ${message}`);
  });
  const notChecked = report.notChecked.map((item) =>
    withoutCommands(
      `not checked: ${[item.path, item.subject]
        .filter((part) => part !== '')
        .map((part) => `${visible(part)}: `)
        .join('')}${shownMessage(item.why)}`,
    ),
  );
  const last = verdict === undefined ? summaryLine(report) : commandLine({ ...verdict, title: '' });
  return [...shown.map(commandLine), ...plain, ...notChecked, last]
    .map((line) => `${line}\n`)
    .join('');
}

/** One annotation as the line @actions/core writes for it, without the line break. */
export function commandLine(annotation: Annotation): string {
  const properties = [
    ['title', annotation.title],
    ['file', annotation.file],
    ['line', annotation.startLine],
    ['endLine', annotation.endLine],
    ['col', annotation.startColumn],
    ['endColumn', annotation.endColumn],
  ] as const;
  const written = properties
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const head = written.length === 0 ? annotation.level : `${annotation.level} ${written.join(',')}`;
  return `::${head}::${escapedData(annotation.message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
