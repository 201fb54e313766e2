import type { LockChangeDocument } from './compare/revisions.ts';
import type { Finding } from './model/finding.ts';
import type { InputChange, Verdict } from './model/lock-change.ts';
import type { Pattern, Policy } from './model/policy.ts';
import type { Change, Suppressed } from './model/report.ts';
import type { Rule } from './model/rule.ts';
import type { Applied } from './policy/apply.ts';
import { isLive } from './policy/expiry.ts';
import { fingerprint } from './policy/fingerprint.ts';
import { gradeOf, type Overrides } from './policy/grade.ts';
import { byPolicy } from './policy/suppress.ts';

export type ReviewedChanges = {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
};

type Setting = {
  readonly policy: Policy;
  readonly overrides: Overrides;
  readonly rules: readonly Rule[];
  readonly now: Date;
};

/**
 * What becomes of the changes under a policy: an approval accepts the finding of exactly one change, and
 * the verdict follows the level that the policy gives its class.
 */
export function reviewChanges(
  documents: readonly LockChangeDocument[],
  applied: Applied,
  setting: Setting,
): ReviewedChanges {
  const { policy, now } = setting;
  const approvals = new Map(
    policy.approvedChanges.filter((one) => isLive(one, now)).map((one) => [one.match, one]),
  );
  const accepted = new Set(applied.suppressed.map(({ finding }) => finding.fingerprint));
  const approved = new Map<string, Pattern>();
  const changes: Change[] = [];
  for (const document of documents) {
    for (const change of document.model.changes) {
      const id = fingerprintOf(change, document.path);
      const approval = approvals.get(change.digest);
      if (approval !== undefined) approved.set(id, approval);
      const isSettled = approval !== undefined || accepted.has(id);
      const verdict = isSettled ? 'note' : verdictOf(change, document.path, setting);
      changes.push(reported(change, document, verdict, approval));
    }
  }
  return {
    changes,
    findings: applied.findings.filter((finding) => !approved.has(finding.fingerprint)),
    suppressed: [
      ...applied.suppressed,
      ...applied.findings.flatMap((finding) => {
        const approval = approved.get(finding.fingerprint);
        return approval === undefined ? [] : [byPolicy(finding, approval)];
      }),
    ],
  };
}

/** The fingerprint that the engine gives the problem of a change. */
function fingerprintOf(change: InputChange, path: string): string {
  const { class: rule, path: subject, reason, digest: evidence } = change;
  return fingerprint({ rule, path, subject, reason, evidence });
}

function verdictOf(change: InputChange, path: string, setting: Setting): Verdict {
  const { policy, overrides, rules } = setting;
  const rule = rules.find(({ id }) => id === change.class);
  if (rule === undefined) return change.verdict;
  const { level, from } = gradeOf(rule, change, path, policy, overrides);
  if (level === 'error') return 'fail';
  if (level === 'off' && from !== 'profile') return 'note';
  if (level === 'warning' || change.verdict === 'fail') return 'review';
  return change.verdict;
}

function reported(
  change: InputChange,
  { path, model }: LockChangeDocument,
  verdict: Verdict,
  approval: Pattern | undefined,
): Change {
  const { from, to, compareUrl, digest, message } = change;
  const suffix = approval === undefined ? '' : ' (approved)';
  return {
    class: change.class,
    path,
    subject: change.path,
    ...(from && { from }),
    ...(to && { to }),
    verdict,
    message: `${message}${suffix}`,
    ...(compareUrl !== undefined && { compareUrl }),
    digest,
    ...(model.origin && { origin: model.origin }),
  };
}
