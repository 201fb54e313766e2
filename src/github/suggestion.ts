import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { lineIndex, type LineIndex } from '../model/span.ts';
import { prose } from '../report/markdown-escape.ts';
import type { ReportOptions } from '../report/options.ts';
import { repositoryPath } from '../report/places.ts';
import { visible } from '../report/visible.ts';
import { marker } from './marker.ts';

/** A fix of one line, as a review comment offers it. */
export type Suggestion = {
  /** From the top of the repository. */
  readonly path: string;
  readonly line: number;
  /** The line as it is now. */
  readonly text: string;
  readonly mark: string;
  readonly body: string;
};

/**
 * The findings that one click can fix: those whose edits all stay on one line. A line is offered once; its
 * next fix comes with the next run. The click is a person's, so a fix that may change behaviour is offered
 * too, and says so.
 */
export function suggestions(report: Report, options: ReportOptions): Suggestion[] {
  const taken = new Set<string>();
  const lines = linesOf(report);
  const found: Suggestion[] = [];
  for (const finding of report.findings) {
    const suggestion = suggestionFor(finding, report, lines, options);
    if (suggestion === undefined) continue;
    const place = `${suggestion.line} ${suggestion.path}`;
    if (taken.has(place)) continue;
    taken.add(place);
    found.push(suggestion);
  }
  return found;
}

type Lines = (path: string) => LineIndex | undefined;

/** The lines of each file, indexed once: thousands of findings may be about one long file. */
function linesOf(report: Report): Lines {
  const indexes = new Map<string, LineIndex>();
  return (path) => {
    const text = report.texts.get(path);
    if (text === undefined) return undefined;
    const index = indexes.get(path) ?? lineIndex(text);
    indexes.set(path, index);
    return index;
  };
}

function suggestionFor(
  finding: Finding,
  report: Report,
  lines: Lines,
  options: ReportOptions,
): Suggestion | undefined {
  const edited = editedLine(finding, lines);
  if (edited === undefined) return undefined;
  const { path, line, before, after } = edited;
  const file = repositoryPath(report, path);
  if (file === undefined || !isShowable(before) || !isShowable(after)) return undefined;
  // A line with a secret on it is not repeated, not even to remove the secret.
  if (options.redact(path, before).length > 0 || options.redact(path, after).length > 0) {
    return undefined;
  }
  const mark = marker('fix', finding.fingerprint, after);
  const caution = finding.fix?.safety === 'unsafe' ? '. This fix may change behaviour.' : '';
  const fence = '`'.repeat(Math.max(3, longestRun(after) + 1));
  const body = [
    mark,
    `${prose(finding.message)} (${prose(finding.rule)})${caution}`,
    `${fence}suggestion\n${after}\n${fence}`,
  ].join('\n\n');
  return { path: file, line, text: before, mark, body };
}

type EditedLine = {
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
};

function editedLine({ fix }: Finding, lineIndexOf: Lines): EditedLine | undefined {
  const path = fix?.edits[0]?.path;
  if (fix === undefined || path === undefined) return undefined;
  const index = lineIndexOf(path);
  if (index === undefined || fix.edits.some((edit) => edit.path !== path)) return undefined;
  const lines = new Set<number>();
  for (const { span } of fix.edits) {
    lines.add(index.position(span.start).line).add(index.position(span.end).line);
  }
  const [line] = lines;
  if (lines.size !== 1 || line === undefined) return undefined;
  const before = index.line(line);
  let after = before;
  // From the end, so that earlier edits keep their places.
  for (const { span, text: replacement } of fix.edits.toSorted(
    (a, b) => b.span.start - a.span.start,
  )) {
    const from = index.position(span.start).column - 1;
    const to = index.position(span.end).column - 1;
    after = after.slice(0, from) + replacement + after.slice(to);
  }
  return after === before ? undefined : { path, line, before, after };
}

/** One click must not accept what nobody can see, and a line break would be another line. */
function isShowable(line: string): boolean {
  const plain = line.replaceAll('\t', ' ');
  return plain === visible(plain);
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).slice(0, 1_000).map((run) => run.length));
}
