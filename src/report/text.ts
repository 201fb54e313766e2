import type { Finding } from '../model/finding.ts';
import type { Change, NotChecked, Report } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { cells } from './cells.ts';
import { changeGroups, namedSubjects, originText, type ChangeGroup } from './change-groups.ts';
import type { Excerpt } from './excerpt.ts';
import { excerptOf } from './excerpt.ts';
import type { ReportOptions } from './options.ts';
import { placesOf } from './places.ts';
import { redactionsOf } from './redaction.ts';
import { summaryLine } from './summary.ts';
import { shownMessage, visible, withoutCommands } from './visible.ts';

/** A quiet run is one line; a loud one shows each finding at its place and ends with the same line. */
export function textReport(report: Report, options: ReportOptions): string {
  const blocks = [
    ...findingBlocks(report, options),
    ...section(changeLines(report.changes, options)),
    ...section(report.notChecked.map((item) => notCheckedLine(item, options))),
    ...section(report.notes.map((note) => `note: ${shownMessage(note)}`)),
  ];
  return withoutCommands(`${[...blocks, summaryLine(report)].join('\n\n')}\n`);
}

function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function findingBlocks(report: Report, options: ReportOptions): string[] {
  const place = placesOf(report);
  const redactions = redactionsOf(options.redact);
  return report.findings.map((finding) => {
    const at = place(finding.path, finding.span);
    const text = report.texts.get(finding.path);
    const gutter = String(at.line).length;
    const room = options.width - gutter - 3;
    const excerpt =
      text === undefined
        ? undefined
        : excerptOf(text, finding.span, redactions(finding.path, text), room);
    const related = finding.related.map((other) => {
      const there = place(other.path, other.span);
      return `${visible(other.path)}:${there.line}:${there.column}: ${shownMessage(other.message)}`;
    });
    return [
      header(finding, `${visible(finding.path)}:${at.line}:${at.column}`, options),
      ...(excerpt === undefined ? [] : excerptLines(excerpt, at.line, finding.severity, options)),
      ...remarks(finding, related, gutter, options),
    ].join('\n');
  });
}

/** `path:line:column: severity: message [rule/reason]`: the form editors jump to. */
function header(finding: Finding, where: string, options: ReportOptions): string {
  const { bold, dim, severity } = paint(options);
  const name = dim(`[${visible(finding.rule)}/${visible(finding.reason)}]`);
  const message = shownMessage(finding.message);
  return `${bold(where)}: ${severity(finding.severity, finding.severity)}: ${message} ${name}`;
}

function excerptLines(
  excerpt: Excerpt,
  line: number,
  level: Severity,
  options: ReportOptions,
): string[] {
  const { dim, severity } = paint(options);
  const blank = ' '.repeat(String(line).length);
  const room = Math.max(1, options.width - blank.length - 3 - excerpt.indent);
  const underline = severity(level, '^'.repeat(Math.min(excerpt.marked, room)));
  return [
    `${dim(`${line} |`)} ${excerpt.line}`,
    `${dim(`${blank} |`)} ${' '.repeat(excerpt.indent)}${underline}`,
  ];
}

function remarks(
  finding: Finding,
  related: readonly string[],
  gutter: number,
  options: ReportOptions,
): string[] {
  const { dim } = paint(options);
  const lines = [
    ...related.map((other) => ['see', other] as const),
    ...(finding.provenance === undefined
      ? []
      : [['from', visible(finding.provenance.join(' > '))] as const]),
    ...(finding.help === '' ? [] : [['help', shownMessage(finding.help)] as const]),
  ];
  const lead = ' '.repeat(gutter + 1);
  return lines.flatMap(([label, text]) => {
    const indent = lead.length + label.length + 4;
    return wrapped(text, options.width - indent).map((part, row) =>
      row === 0 ? `${lead}${dim('=')} ${dim(`${label}:`)} ${part}` : `${' '.repeat(indent)}${part}`,
    );
  });
}

/** One line for each group, below a line for each commit when history was replayed. */
function changeLines(changes: readonly Change[], options: ReportOptions): string[] {
  const { bold } = paint(options);
  let commit: string | undefined;
  return changeGroups(changes).flatMap((group) => {
    const line = changeLine(group, options);
    const origin = originText(group.change);
    if (origin === undefined || origin === commit) return [line];
    commit = origin;
    return [bold(shownMessage(origin)), line];
  });
}

function changeLine({ change, subjects, isBulk }: ChangeGroup, options: ReportOptions): string {
  const { bold } = paint(options);
  const verdict = { fail: 'change refused', review: 'change request', note: 'changed' };
  const where = `${visible(change.path)}: ${namedSubjects(subjects, visible)}`;
  const lead = `${bold(verdict[change.verdict])}: ${where}`;
  if (isBulk) return `${lead} [${visible(change.class)}]`;
  const sides = `${side(change.from)} -> ${side(change.to)}`;
  const why = change.message === undefined ? '' : `: ${shownMessage(change.message)}`;
  const url = change.compareUrl === undefined ? '' : ` ${visible(change.compareUrl)}`;
  return `${lead}: ${sides}${why} [${visible(change.class)}]${url}`;
}

function side(source: Change['from']): string {
  if (source === undefined) return 'none';
  const rev = source.rev === undefined ? '' : `/${source.rev.slice(0, 12)}`;
  return shownMessage(`${source.source}${rev}`);
}

function notCheckedLine(item: NotChecked, options: ReportOptions): string {
  const { bold } = paint(options);
  const subject = item.subject === '' ? '' : `${visible(item.subject)}: `;
  return `${bold('not checked')}: ${visible(item.path)}: ${subject}${shownMessage(item.why)} [${visible(item.rule)}]`;
}

/** Breaks at spaces so that lines fit; a word that is too long stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = cells(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += wide + (line === '' ? 0 : 1);
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const severityCodes: Readonly<Record<Severity, string>> = {
  error: '1;31',
  warning: '1;33',
  notice: '1;36',
};

function paint(options: ReportOptions) {
  const wrap = (code: string, text: string): string =>
    options.color ? `\u001B[${code}m${text}\u001B[0m` : text;
  return {
    bold: (text: string) => wrap('1', text),
    dim: (text: string) => wrap('2', text),
    severity: (level: Severity, text: string) => wrap(severityCodes[level], text),
  };
}
