import type { Finding } from './model/finding.ts';
import type { Conclusion, NotChecked, Report } from './model/report.ts';
import { atLeast } from './model/severity.ts';

/** Findings that say the run is incomplete rather than that something is wrong. */
const INCOMPLETE = new Set(['meta-parse-error', 'meta-limit-reached']);

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
    ({ rule, severity }) =>
      failOn !== 'never' && atLeast(severity, failOn) && !INCOMPLETE.has(rule),
  );
  if (failing.length > 0)
    return {
      exitCode: 1,
      why: counted(failing.length, failOn === 'error' ? 'error' : `${failOn} or worse`),
    };
  const unread = findings.filter(
    ({ rule, severity }) => INCOMPLETE.has(rule) && severity === 'error',
  );
  const missing = unread.length + notChecked.length;
  if (missing > 0) return { exitCode: 3, why: `${missing} not checked` };
  return { exitCode: 0, why: 'clean' };
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'} of severity ${what}`;
}
