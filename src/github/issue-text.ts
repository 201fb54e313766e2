import type { Report } from '../model/report.ts';
import { markdownReport } from '../report/markdown.ts';
import type { ReportOptions } from '../report/options.ts';
import type { IssueText } from './rolling-issue.ts';

/** GitHub refuses an issue above 65,536 characters. */
const issueBytes = 65_000;

/** The text of the audit issue: the report itself. It is news whenever it is another text. */
export function issueText(report: Report, options: ReportOptions): IssueText {
  const body = markdownReport(report, { ...options, markdownBytes: issueBytes });
  return (previous) => ({ body, changed: body !== previous });
}
