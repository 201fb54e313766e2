import type { Finding } from './model/finding.ts';
import type { Report } from './model/report.ts';
import type { Redact, Redaction } from './report/options.ts';
import { redactions } from './secrets/redact.ts';

/**
 * What must not be shown of the files of a report: whatever a detector takes for a secret, and every value a
 * finding is about. Known values and strings judged by the name of their variable are seen only that way.
 */
export function hiddenIn(report: Report): Redact {
  const byPath = new Map<string, Redaction[]>();
  const hide = ({ rule, path, span }: Finding): void => {
    if (!rule.startsWith('secret-')) return;
    const mark = `‹redacted, ${span.end - span.start} chars›`;
    byPath.set(path, [...(byPath.get(path) ?? []), { span, mark }]);
  };
  report.findings.forEach(hide);
  for (const { finding } of report.suppressed) hide(finding);
  return (path, text) => [...redactions(text), ...(byPath.get(path) ?? [])];
}
