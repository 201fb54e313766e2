import { countWhile } from './model/bisect.ts';
import type { Judged } from './model/rule.ts';
import type { Span } from './model/span.ts';

/** Says of a credential in Nix settings what it is and what to do, which a search of the text cannot. */
export const surer = 'conf-credential-in-settings';

/** Rules that find the same value by its text alone. A canary or a signing key is more than a credential. */
const byText: ReadonlySet<string> = new Set([
  'secret-assignment',
  'secret-high-entropy',
  'secret-known-token',
  'secret-url-credentials',
]);

/** Leaves out what the search of a text found where the settings rule already reports a credential. */
export function withoutDoubles(judged: readonly Judged[]): readonly Judged[] {
  const covered = new Map<string, Span[]>();
  for (const { rule, path, problem } of judged) {
    if (rule.id !== surer || problem.reason === 'key-file') continue;
    const spans = covered.get(path);
    if (spans === undefined) covered.set(path, [problem.at]);
    else spans.push(problem.at);
  }
  if (covered.size === 0) return judged;
  for (const spans of covered.values()) spans.sort((left, right) => left.start - right.start);
  return judged.filter(
    ({ rule, path, problem }) =>
      !byText.has(rule.id) || !isCovered(covered.get(path) ?? [], problem.at),
  );
}

/**
 * Leaves out what a rule about settings says twice of one place: of a file that is judged on its own and included by
 * another one, and of a YAML value that is used again by an alias.
 */
export function withoutRepeats(judged: readonly Judged[]): readonly Judged[] {
  const own = new Set<string>();
  const placed = judged.map((one) =>
    isAboutSettings(one) ? { one, key: identity(one) } : { one },
  );
  for (const { one, key } of placed) {
    if (key !== undefined && one.problem.path === undefined) own.add(key);
  }
  const said = new Set<string>();
  const kept = placed.filter(({ key, one: { problem } }) => {
    if (key === undefined) return true;
    if (problem.path !== undefined && own.has(key)) return false;
    const graded = `${problem.grade ?? ''} ${key}`;
    return said.size < said.add(graded).size;
  });
  return kept.map(({ one }) => one);
}

function isAboutSettings({ rule }: Judged): boolean {
  return rule.kinds.includes('settings');
}

function identity({ path, problem, rule }: Judged): string {
  const { at, reason, subject } = problem;
  return JSON.stringify([rule.id, reason, path, at.start, at.end, subject]);
}

/** Whether one of some spans, which are in order and words of their own, overlaps another one. */
function isCovered(spans: readonly Span[], { start, end }: Span): boolean {
  const before = countWhile(spans, (span) => span.start < end);
  return (spans[before - 1]?.end ?? 0) > start;
}
