import type { Finding } from '../model/finding.ts';
import type { Change, LockedSource, Report } from '../model/report.ts';
import type { JsonReport } from './json-schema.ts';
import { jsonText } from './json-text.ts';
import type { Places } from './places.ts';
import { placesOf } from './places.ts';
import { bySeverity } from './summary.ts';

/** The report for programs, version 1: `schemas/report.json` fixes its form. */
export function jsonReport(report: Report): string {
  const place = placesOf(report);
  const value: JsonReport = {
    schemaVersion: 1,
    tool: { name: 'nix-secure-lint', version: report.version },
    summary: summary(report),
    findings: report.findings.map((finding) => jsonFinding(finding, place)),
    suppressed: report.suppressed.map(({ finding, reason, until, by }) => ({
      rule: finding.rule,
      path: finding.path,
      subject: finding.subject,
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
      by,
    })),
    notChecked: report.notChecked.map(({ rule, subject, path, why }) => ({
      rule,
      subject,
      path,
      why,
    })),
    changes: report.changes.map(jsonChange),
  };
  return jsonText(value);
}

function summary(report: Report): JsonReport['summary'] {
  const count = bySeverity(report.findings);
  return {
    errors: count.error,
    warnings: count.warning,
    notices: count.notice,
    suppressed: report.suppressed.length,
    notChecked: report.notChecked.length,
    changeRequests: report.changeRequests,
    files: report.counts.files,
    derivations: report.counts.derivations,
  };
}

function jsonFinding(finding: Finding, place: Places): JsonReport['findings'][number] {
  const { derivation, provenance, outputs } = finding;
  return {
    rule: finding.rule,
    reason: finding.reason,
    severity: finding.severity,
    path: finding.path,
    ...place(finding.path, finding.span),
    subject: finding.subject,
    message: finding.message,
    help: finding.help,
    url: `docs/rules/${finding.rule}.md`,
    fingerprint: finding.fingerprint,
    related: finding.related.map(({ path, span, message }) => {
      const { line, column } = place(path, span);
      return { path, line, column, message };
    }),
    ...(derivation === undefined ? {} : { derivation }),
    ...(provenance === undefined ? {} : { provenance: [...provenance] }),
    ...(outputs === undefined ? {} : { outputs }),
  };
}

function jsonChange(change: Change): JsonReport['changes'][number] {
  const { from, to, message, compareUrl, digest, origin } = change;
  return {
    class: change.class,
    path: change.path,
    subject: change.subject,
    ...(from === undefined ? {} : { from: lockedSource(from) }),
    ...(to === undefined ? {} : { to: lockedSource(to) }),
    verdict: change.verdict,
    ...(message === undefined ? {} : { message }),
    ...(compareUrl === undefined ? {} : { compareUrl }),
    ...(digest === undefined ? {} : { digest }),
    ...(origin === undefined
      ? {}
      : {
          origin: {
            commit: origin.commit,
            author: origin.author,
            time: origin.time,
            subject: origin.subject,
            via: origin.via,
          },
        }),
  };
}

/** The known members only and in one order, whatever object the caller put together. */
function lockedSource(source: LockedSource): LockedSource {
  const { ref, rev, narHash, lastModified } = source;
  return {
    source: source.source,
    ...(ref === undefined ? {} : { ref }),
    ...(rev === undefined ? {} : { rev }),
    ...(narHash === undefined ? {} : { narHash }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}
