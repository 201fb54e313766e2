import { type Finding, saysIncomplete } from './model/finding.ts';
import type { Conclusion, NotChecked, Report } from './model/report.ts';
import { atLeast } from './model/severity.ts';

/**
 * How a run ends. A finding at or above `failOn` gives 1. What could not be judged gives 3 whatever
 * `failOn` says, so that a file nobody could read never passes; 1 wins when both hold.
 */
export function conclude(
  findings: readonly Finding[],
  notChecked: readonly NotChecked[],
  failOn: Report['failOn'],
): Conclusion {
  const failing = findings.filter(
    (finding) =>
      failOn !== 'never' && atLeast(finding.severity, failOn) && !saysIncomplete(finding),
  );
  if (failing.length > 0)
    return {
      exitCode: 1,
      why: counted(failing.length, failOn === 'error' ? 'error' : `${failOn} or worse`),
    };
  const unread = findings.filter(
    (finding) => saysIncomplete(finding) && finding.severity === 'error',
  );
  const missing = unread.length + notChecked.length;
  if (missing > 0) return { exitCode: 3, why: `${missing} not checked` };
  return { exitCode: 0, why: 'clean' };
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'} of severity ${what}`;
}
