import type { Problem } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import type { Rule } from '../model/rule.ts';
import type { Level, Profile } from '../model/severity.ts';

/** Levels given on the command line, by rule id; they win over the policy. */
export type Overrides = ReadonlyMap<string, Level>;

/** Directories whose content shows or tests something and is not what a repository ships. */
const demoting: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'checks',
  'fixtures',
  'examples',
  'templates',
  'docs',
]);

export type Grade = {
  readonly level: Level;
  readonly from: 'profile' | 'policy' | 'command line';
  /** The directory that lowered an error to a notice. */
  readonly demotedBy?: string;
};

/**
 * The level of a problem: that of its reason in the profile, unless the policy or the command line
 * gives the whole rule one; then an error in a demoting directory becomes a notice.
 */
export function gradeOf(
  rule: Rule,
  problem: Pick<Problem, 'reason' | 'grade'>,
  path: string,
  policy: Policy,
  overrides: Overrides,
): Grade {
  const grade = undemoted(rule, problem, policy, overrides);
  const demotedBy = rule.neverDemoted ? undefined : demotingSegment(path);
  return grade.level === 'error' && demotedBy !== undefined
    ? { level: 'notice', from: grade.from, demotedBy }
    : grade;
}

function undemoted(
  rule: Rule,
  problem: Pick<Problem, 'reason' | 'grade'>,
  policy: Policy,
  overrides: Overrides,
): Grade {
  const override = overrides.get(rule.id);
  if (override !== undefined) return { level: override, from: 'command line' };
  const own = policy.levels.get(rule.id);
  if (own !== undefined) return { level: own.level, from: 'policy' };
  const level = profileLevel(rule, problem.grade ?? problem.reason, policy.profile);
  return { level, from: 'profile' };
}

/** A reason the rule does not list is graded as an error: fail closed. */
function profileLevel(rule: Rule, reason: string, profile: Profile): Level {
  return Object.hasOwn(rule.reasons, reason)
    ? (rule.reasons[reason]?.levels[profile] ?? 'error')
    : 'error';
}

function demotingSegment(path: string): string | undefined {
  return path
    .split('/')
    .slice(0, -1)
    .find((segment) => demoting.has(segment.toLowerCase()));
}
