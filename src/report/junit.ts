import type { Finding } from '../model/finding.ts';
import type { NotChecked, Report, Suppressed } from '../model/report.ts';
import { atLeast } from '../model/severity.ts';
import { explained, titledMessage } from './explained.ts';
import { groupedBy } from './groups.ts';
import type { Places } from './places.ts';
import { placesOf } from './places.ts';
import { summaryLine } from './summary.ts';
import { shownMessage, visible, withoutCommands } from './visible.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';
type Case = { readonly suite: string; readonly outcome: Outcome; readonly xml: string };

/**
 * JUnit XML as CI servers read it: one suite per file; a finding at or above `failOn` is a failure, a
 * milder one a passed test with output, an accepted one skipped, what was not checked an error. A clean
 * run is one passed test, for a report without tests reads as a run that never happened.
 */
export function junitReport(report: Report): string {
  const cases = allCases(report);
  const suites = groupedBy(cases, ({ suite }) => suite);
  const body = [...suites].map(
    ([name, members]) =>
      `  <testsuite name="${attribute(name)}"${totals(members, true)}>\n${members.map(({ xml }) => xml).join('')}  </testsuite>\n`,
  );
  return withoutCommands(
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nix-secure-lint"${totals(cases, false)}>\n${body.join('')}</testsuites>\n`,
  );
}

function allCases(report: Report): readonly Case[] {
  const place = placesOf(report);
  const cases = [
    ...report.findings.map((finding) => findingCase(finding, report, place)),
    ...report.suppressed.map((suppressed) => suppressedCase(suppressed, place)),
    ...report.notChecked.map(notCheckedCase),
  ];
  if (cases.length > 0) return cases;
  return [testCase('nix-secure-lint', summaryLine(report), 'passed', '')];
}

function findingCase(finding: Finding, report: Report, place: Places): Case {
  const failed = report.failOn !== 'never' && atLeast(finding.severity, report.failOn);
  const { line, column } = place(finding.path, finding.span);
  const where = `${visible(finding.path)}:${line}:${column}`;
  const text = `${where}: ${finding.severity}: ${explained(finding)}`;
  const inner = failed
    ? `<failure type="${finding.severity}" message="${escaped(titledMessage(finding))}">${escaped(text)}</failure>`
    : `<system-out>${escaped(text)}</system-out>`;
  return testCase(finding.path, nameOf(finding, line), failed ? 'failure' : 'passed', inner);
}

function suppressedCase({ finding, by, reason }: Suppressed, place: Places): Case {
  const { line } = place(finding.path, finding.span);
  const why = reason === undefined ? `accepted by ${by}` : `accepted by ${by}: ${reason}`;
  return testCase(
    finding.path,
    nameOf(finding, line),
    'skipped',
    `<skipped message="${attribute(why)}"/>`,
  );
}

function notCheckedCase({ rule, subject, path, why }: NotChecked): Case {
  const inner = `<error type="not-checked" message="${attribute(`not checked: ${why}`)}"/>`;
  return testCase(path || 'nix-secure-lint', `${rule}: ${subject}`, 'error', inner);
}

function nameOf(finding: Finding, line: number): string {
  return `${finding.rule}/${finding.reason}: ${finding.subject} (line ${line})`;
}

function testCase(suite: string, name: string, outcome: Outcome, inner: string): Case {
  const start = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}" time="0"`;
  const xml = inner === '' ? `${start}/>\n` : `${start}>${inner}</testcase>\n`;
  return { suite, outcome, xml };
}

/** Counts as attributes; `testsuites` has no `skipped` in the oldest schema readers follow. */
function totals(cases: readonly Case[], suite: boolean): string {
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  const skipped = suite ? ` skipped="${count('skipped')}"` : '';
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"${skipped} time="0"`;
}

function attribute(text: string): string {
  return escaped(shownMessage(text));
}

/** Text as XML character data; {@link visible} has removed every character XML 1.0 forbids. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
