import { DEFAULT_MAX_JUMP, type Inventory, type Policy } from '../model/policy.ts';
import type { Weakening } from '../model/policy-review.ts';
import type { Rule } from '../model/rule.ts';
import { profiles, severities } from '../model/severity.ts';
import type { Level } from '../model/severity.ts';
import { emptySpan } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import type { Baseline } from './baseline.ts';
import type { Comment } from './comments.ts';
import { byCodeUnit, coverer } from './glob.ts';
import { weakenedAcceptances } from './weaken-acceptances.ts';

/** Everything that decides what a revision accepts. */
export type PolicyState = {
  readonly policy: Policy;
  readonly inventory?: Inventory;
  readonly baseline?: Baseline;
  readonly comments: readonly Comment[];
};

/**
 * Every way in which `head` accepts more than `base`, sorted by file and place. What is merely
 * different and cannot be shown to be as strict counts as weaker; what is stricter is not mentioned.
 */
export function weakeningsOf(
  base: PolicyState,
  head: PolicyState,
  rules: readonly Rule[],
): Weakening[] {
  const found = [
    ...weakenedSettings(base.policy, head.policy),
    ...weakenedLevels(base.policy, head.policy, rules),
    ...weakenedAcceptances(base, head),
    ...grownBaseline(base.baseline, head.baseline),
    ...addedComments(base.comments, head.comments).map(weakenedByComment),
  ];
  return found.toSorted(
    (a, b) =>
      byCodeUnit(a.path, b.path) ||
      a.at.start - b.at.start ||
      byCodeUnit(a.reason, b.reason) ||
      byCodeUnit(a.subject, b.subject),
  );
}

/** Path for a loosening that leaves no line in the head: the file that used to say it. */
function fileOf(base: Policy, head: Policy): string {
  return head.path ?? base.path ?? 'nix-secure-lint.yml';
}

function spanOf(policy: Policy, key: string): Span {
  return policy.places.get(key) ?? emptySpan;
}

function weakenedSettings(base: Policy, head: Policy): Weakening[] {
  const path = fileOf(base, head);
  const found: Weakening[] = [];
  const add = (reason: Weakening['reason'], subject: string, was: unknown, now: unknown): void => {
    const message = `${subject} is loosened: ${String(was)} before, ${String(now)} now`;
    found.push({ reason, subject, path, at: spanOf(head, subject), message });
  };
  if (profiles.indexOf(head.profile) < profiles.indexOf(base.profile)) {
    add('profile', 'profile', base.profile, head.profile);
  }
  const thresholds = [...severities, 'never'];
  if (thresholds.indexOf(head.failOn) > thresholds.indexOf(base.failOn)) {
    add('fail-on', 'fail-on', base.failOn, head.failOn);
  }
  for (const [key, was, now] of [
    ['inputs.max-nodes', base.maxNodes, head.maxNodes],
    ['inputs.max-depth', base.maxDepth, head.maxDepth],
  ] as const) {
    if (was !== undefined && (now ?? Infinity) > was) add('limit', key, was, now ?? 'no limit');
  }
  const [jumpBefore, jumpNow] = [
    base.maxJump ?? DEFAULT_MAX_JUMP,
    head.maxJump ?? DEFAULT_MAX_JUMP,
  ];
  if (jumpNow > jumpBefore) add('limit', 'changes.max-jump', jumpBefore, jumpNow);
  const [waitBefore, waitNow] = [base.cooldown ?? 0, head.cooldown ?? 0];
  if (waitNow < waitBefore) add('limit', 'changes.cooldown', waitBefore, waitNow);
  const excluded = base.exclude.map((known) => coverer(known, 'path'));
  for (const [index, pattern] of head.exclude.entries()) {
    if (excluded.some((covers) => covers(pattern))) continue;
    const at = spanOf(head, `files.exclude.${index}`);
    const message = `files matching "${pattern}" are no longer linted`;
    found.push({ reason: 'exclude', subject: pattern, path, at, message });
  }
  const read = head.settingsFiles.map((known) => coverer(known, 'path'));
  for (const pattern of base.settingsFiles) {
    if (read.some((covers) => covers(pattern))) continue;
    const message = `files matching "${pattern}" are no longer read as Nix settings`;
    const at = spanOf(head, 'files.settings');
    found.push({ reason: 'exclude', subject: pattern, path, at, message });
  }
  return found;
}

/** Rules of which some reason is milder than before; a lower profile is reported once, elsewhere. */
function weakenedLevels(base: Policy, head: Policy, rules: readonly Rule[]): Weakening[] {
  const path = fileOf(base, head);
  return rules.flatMap((rule): Weakening[] => {
    const was = base.levels.get(rule.id)?.level;
    const own = head.levels.get(rule.id);
    if (was === own?.level) return [];
    const lowered = Object.values(rule.reasons)
      .map(
        ({ levels }) => [was ?? levels[base.profile], own?.level ?? levels[base.profile]] as const,
      )
      .find(([before, now]) => rank(now) < rank(before));
    if (lowered === undefined) return [];
    const message = `${rule.id} is loosened: ${lowered[0]} before, ${lowered[1]} now`;
    return [{ reason: 'level', subject: rule.id, path, at: own?.span ?? emptySpan, message }];
  });
}

function rank(level: Level): number {
  return level === 'off' ? -1 : severities.indexOf(level);
}

function grownBaseline(base: Baseline | undefined, head: Baseline | undefined): Weakening[] {
  if (head === undefined) return [];
  const left = new Map<string, number>();
  for (const { fingerprint, count } of base?.entries ?? []) {
    left.set(fingerprint, (left.get(fingerprint) ?? 0) + count);
  }
  return head.entries.flatMap((entry): Weakening[] => {
    const known = left.get(entry.fingerprint) ?? 0;
    left.set(entry.fingerprint, Math.max(0, known - entry.count));
    if (entry.count <= known) return [];
    const message = `baseline counts ${entry.count - known} more of ${entry.rule} in ${entry.path}`;
    const subject = `${entry.rule} ${entry.subject}`;
    return [{ reason: 'baseline', subject, path: head.path, at: entry.span, message }];
  });
}

/**
 * Comments of the head that the base does not have: in the same file, for the same rule, on the same code.
 * Lines move and reasons are reworded; a comment moved to other code suppresses something new.
 */
export function addedComments(base: readonly Comment[], head: readonly Comment[]): Comment[] {
  const keyOf = ({ path, rule, code }: Comment): string => JSON.stringify([path, rule, code]);
  const left = new Map<string, number>();
  for (const comment of base.filter(isEffective)) {
    left.set(keyOf(comment), (left.get(keyOf(comment)) ?? 0) + 1);
  }
  return head.filter(isEffective).filter((comment) => {
    const known = left.get(keyOf(comment)) ?? 0;
    left.set(keyOf(comment), known - 1);
    return known <= 0;
  });
}

/** How a comment that is new loosens the policy. */
export function weakenedByComment(comment: Comment): Weakening {
  const subject = comment.rule ?? '';
  const message = `comment newly suppresses ${subject}`;
  return { reason: 'comment', subject, path: comment.path, at: comment.span, message };
}

function isEffective(comment: Comment): boolean {
  return comment.rule !== undefined && comment.reason !== undefined;
}
