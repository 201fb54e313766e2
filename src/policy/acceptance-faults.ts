import type { Acceptance, Ignore, Policy } from '../model/policy.ts';
import type { AcceptanceFault } from '../model/policy-review.ts';
import type { BaselineMatch } from './baseline.ts';
import { didYouMean } from './closest.ts';
import type { Comment } from './comments.ts';
import { termOf } from './expiry.ts';
import type { Used } from './suppress.ts';

/** An acceptance with the words that name it. */
export type Named = {
  readonly subject: string;
  readonly acceptance: Acceptance;
  /** Whether it had an effect in this run; undefined when the run could not tell. */
  readonly used?: boolean;
  /** Whether it only writes down what is there, so that it needs no reason. */
  readonly record?: boolean;
  /** What was found where the acceptance expected something else. */
  readonly unused?: Unused;
};

/** Why an acceptance matches nothing, where more is known than that. */
export type Unused = { readonly message?: string; readonly help: string };

/** Every acceptance of a policy but those over inputs, which `usedByInputs` knows. */
export function namedAcceptances(
  policy: Policy,
  used: Used,
  ran: Ran,
  subjects: Subjects,
): Named[] {
  const lists = [
    policy.allowedHosts,
    policy.allowedOwners,
    policy.trustedUsers,
    policy.ownInstallers,
    policy.exampleKeys,
    policy.approvedChanges,
  ];
  return [
    ...policy.ignore.map((ignore) => namedIgnore(ignore, used, ran, subjects)),
    ...lists.flat().map((pattern) => ({ subject: pattern.match, acceptance: pattern })),
    ...(policy.trustedCaches ?? []).map((cache) => ({ subject: cache.url, acceptance: cache })),
  ];
}

/** Whether a rule had a chance to fire in this run. */
export type Ran = (rule: string) => boolean;

/** Subjects of everything a rule found in this run. */
export type Subjects = (rule: string) => ReadonlySet<string>;

function namedIgnore(ignore: Ignore, used: Used, ran: Ran, subjects: Subjects): Named {
  const subject = describeIgnore(ignore);
  if (!ran(ignore.rule)) return { subject, acceptance: ignore };
  if (used.ignores.has(ignore)) return { subject, acceptance: ignore, used: true };
  return { subject, acceptance: ignore, used: false, ...misspelt(ignore, subjects(ignore.rule)) };
}

/** Names a misspelt subject is compared with: each comparison costs thousands of steps. */
const maxCandidates = 500;

/** An entry for one subject may be a slip of the pen: its finding then stands beside it. */
function misspelt({ subject }: Ignore, seen: ReadonlySet<string>): { readonly unused?: Unused } {
  if (subject === undefined || seen.has(subject) || seen.size === 0) return {};
  const hint = didYouMean(subject, [...seen].slice(0, maxCandidates));
  return {
    unused: { help: `Check the spelling of the subject${hint || '.'} Else remove the entry.` },
  };
}

/** `lock-local-path a/b in examples/**`. */
export function describeIgnore({ rule, file, subject, reasonCode }: Ignore): string {
  const code = reasonCode === undefined ? '' : `/${reasonCode}`;
  const what = subject === undefined ? '' : ` ${subject}`;
  return `${rule}${code}${what}${file === undefined ? '' : ` in ${file}`}`;
}

/** Expired, expiring, unused and unexplained acceptances, each at its entry. */
export function acceptanceFaults(list: readonly Named[], now: Date): AcceptanceFault[] {
  return list.flatMap(({ subject, acceptance, used, unused, record }) => {
    const { path, span: at, until } = acceptance;
    const fault = (reason: AcceptanceFault['reason'], message: string, grade?: string) => ({
      reason,
      subject,
      path,
      at,
      message,
      ...(grade !== undefined && { grade }),
    });
    const faults: AcceptanceFault[] = [];
    const term = termOf(acceptance, now);
    if (term === 'expired') {
      faults.push(fault('expired', `acceptance of "${subject}" ended on ${until}`));
    } else if (used === false) {
      const message = unused?.message ?? `acceptance of "${subject}" matches nothing`;
      faults.push({ ...fault('unused', message), ...(unused && { help: unused.help }) });
    } else if (term === 'expiring') {
      faults.push(fault('expiring', `acceptance of "${subject}" ends on ${until}`));
    }
    if (acceptance.reason === undefined && record !== true) {
      const message = `acceptance of "${subject}" gives no reason`;
      faults.push(fault('no-reason', message, 'no-reason/listed'));
    }
    return faults;
  });
}

/** Comments that get a spelling suggested: each is compared with every rule, and a file can hold thousands. */
const maxHints = 100;

/** Comments that suppress nothing, and why. */
export function commentFaults(
  comments: readonly Comment[],
  used: Used,
  ids: ReadonlySet<string>,
  ran: Ran,
): AcceptanceFault[] {
  let hints = 0;
  return comments.flatMap((comment): AcceptanceFault[] => {
    const { path, span: at, rule } = comment;
    const place = { path, at, subject: rule ?? 'comment' };
    if (rule === undefined) {
      const message = 'expected "nix-secure-lint: ignore <rule> -- <reason>", found other words';
      return [{ ...place, reason: 'malformed', message }];
    }
    if (!ids.has(rule)) {
      const hint = hints++ < maxHints ? didYouMean(rule, ids) : '';
      const message = `unknown rule "${rule}"${hint}`;
      return [{ ...place, reason: 'unknown-rule', message }];
    }
    if (comment.reason === undefined) {
      const message = `suppression of ${rule} gives no reason and has no effect`;
      return [{ ...place, reason: 'no-reason', message }];
    }
    if (used.comments.has(comment) || !ran(rule)) return [];
    return [{ ...place, reason: 'unused', message: `suppression of ${rule} matches nothing` }];
  });
}

/** Baseline entries that count more than was found. */
export function baselineFaults(
  path: string,
  spare: BaselineMatch['spare'],
  ran: Ran,
): AcceptanceFault[] {
  return spare
    .filter(({ entry }) => ran(entry.rule))
    .map(({ entry, count }) => ({
      reason: 'unused',
      subject: `${entry.rule} ${entry.subject} in ${entry.path}`,
      path,
      at: entry.span,
      message: `baseline counts ${entry.count} of ${entry.rule}, found ${entry.count - count}`,
    }));
}
