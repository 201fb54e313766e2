import type { Log, Notification, Run } from 'sarif';
import type { NotChecked, Report } from '../model/report.ts';
import { jsonText } from './json-text.ts';
import type { ReportOptions } from './options.ts';
import { sarifLocation } from './sarif-location.ts';
import { sarifResults } from './sarif-results.ts';
import { sarifRule } from './sarif-rules.ts';
import { grouped, plural } from './summary.ts';
import { shownMessage, visible } from './visible.ts';
import { emptySpan } from '../model/span.ts';

/** Notifications are for people: past this many, one more says how many there were. */
const maxNotifications = 1_000;

/** SARIF 2.1.0 (OASIS, errata 01), in the form GitHub's code scanning reads best. */
export function sarifReport(report: Report, options: ReportOptions): string {
  const { results, left } = sarifResults(report, options);
  const category = options.category === undefined ? '' : `${encodeURIComponent(options.category)}/`;
  const run: Run = {
    tool: {
      driver: {
        name: 'nix-secure-lint',
        version: report.version,
        semanticVersion: report.version,
        ...(options.docs === undefined ? {} : { informationUri: `${options.docs}README.md` }),
        rules: report.rules.map((rule) => sarifRule(rule, report, options)),
      },
    },
    automationDetails: { id: `nix-secure-lint/${category}` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      '%SRCROOT%': { description: { text: 'The top of the repository.' } },
    },
    invocations: [
      {
        executionSuccessful: report.conclusion.exitCode !== 3,
        exitCode: report.conclusion.exitCode,
        exitCodeDescription: visible(report.conclusion.why),
        toolExecutionNotifications: notifications(report, left),
      },
    ],
    results,
  };
  const log: Log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return jsonText(log);
}

/** What was not checked, remarks on the run, and what the limits left out. */
function notifications(report: Report, left: number): Notification[] {
  const shown = report.notChecked.slice(0, maxNotifications);
  const unshown = report.notChecked.length - shown.length;
  return [
    ...shown.map((item) => notChecked(item, report)),
    ...remark('error', unshown > 0 && `${grouped(unshown)} more were not checked`),
    ...remark('error', left > 0 && `${plural(left, 'result')} left out, the mildest first`),
    ...report.notes.flatMap((note) => remark('note', note)),
  ];
}

function notChecked(item: NotChecked, report: Report): Notification {
  const subject = item.subject === '' ? '' : `${item.subject}: `;
  const notification: Notification = {
    level: 'error',
    associatedRule: { id: item.rule },
    message: { text: shownMessage(`not checked: ${subject}${item.why}`) },
  };
  if (item.path === '') return notification;
  return { ...notification, locations: [sarifLocation(report, wholeFile, item.path, emptySpan)] };
}

function wholeFile() {
  return { line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function remark(level: 'error' | 'note', text: string | false): Notification[] {
  return text === false ? [] : [{ level, message: { text: shownMessage(text) } }];
}
