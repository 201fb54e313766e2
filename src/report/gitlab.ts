import type { Report } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { explained } from './explained.ts';
import { jsonText } from './json-text.ts';
import { placesOf, repositoryPath } from './places.ts';
import { visible } from './visible.ts';

/** GitLab's words, of which `blocker` stays unused: a merge is blocked by the exit code. */
const gitlabSeverity: Readonly<Record<Severity, 'critical' | 'major' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  notice: 'info',
};

/**
 * GitLab's Code Quality report (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"):
 * an array whose entries have distinct fingerprints and relative paths, those of the store included.
 */
export function gitlabReport(report: Report): string {
  const place = placesOf(report);
  const seen = new Map<string, number>();
  return jsonText(
    report.findings.map((finding) => {
      const count = (seen.get(finding.fingerprint) ?? 0) + 1;
      seen.set(finding.fingerprint, count);
      const at = place(finding.path, finding.span);
      return {
        description: explained(finding),
        check_name: finding.rule,
        fingerprint: count === 1 ? finding.fingerprint : `${finding.fingerprint}-${count}`,
        severity: gitlabSeverity[finding.severity],
        location: {
          path: visible(repositoryPath(report, finding.path) ?? finding.path.replace(/^\/+/, '')),
          lines: { begin: at.line, end: at.endLine },
        },
      };
    }),
  );
}
