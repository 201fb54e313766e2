import assert from 'node:assert/strict';
import type { DocumentOf } from '../../src/model/document.ts';
import type { Attr, AttrSet } from '../../src/model/flake-lock.ts';
import type { Problem } from '../../src/model/finding.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import type { Context, Rule } from '../../src/model/rule.ts';
import { emptySpan } from '../../src/model/span.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { flakeRules } from '../../src/rules/flake/index.ts';
import { lockRules } from '../../src/rules/lock/index.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';

/** The rules that judge a lock alone. */
export const rulesOfLocks: readonly Rule[] = [...flakeRules, ...lockRules].filter((rule) =>
  rule.kinds.includes('flake-lock'),
);

/** Everything a rule can say, including what only the pedantic profile tells. */
export const plainContext: Context = {
  now: FIXTURE_NOW,
  policy: { ...defaultPolicy, profile: 'pedantic' },
  document: () => undefined,
};

/** Attributes as the lock reader hands them over. */
export function attrSet(values: Readonly<Record<string, Attr['value']>>): AttrSet {
  const attrs = Object.entries(values).map(([name, value]): [string, Attr] => [
    name,
    { name, value, nameSpan: emptySpan, span: emptySpan },
  ]);
  return { attrs: new Map(attrs), span: emptySpan };
}

/** A lock with one direct input per entry. */
export function lockText(nodes: Readonly<Record<string, object>>): string {
  const inputs = Object.fromEntries(Object.keys(nodes).map((key) => [key, key]));
  return JSON.stringify({ nodes: { ...nodes, root: { inputs } }, root: 'root', version: 7 });
}

/** What all lock rules say about a lock that can be read; undefined when it cannot. */
export function judgeLock(
  text: string,
  context = plainContext,
  path = 'flake.lock',
): { readonly rule: Rule; readonly problem: Problem }[] | undefined {
  const parsed = parseFlakeLock(text, path.endsWith('devenv.lock') ? 'devenv' : 'flake');
  if (parsed.kind !== 'flake-lock') return undefined;
  const document: DocumentOf<'flake-lock'> = { ...parsed, path, text };
  return rulesOfLocks.flatMap((rule) => {
    // Every one of these rules takes locks: rulesOfLocks is filtered by kind.
    const problems = [...rule.check(document as never, context)];
    return problems.map((problem) => ({ rule, problem }));
  });
}

/** Every reason and grade a problem names must be one of its rule's. */
export function assertKnownReason({ rule, problem }: { rule: Rule; problem: Problem }): void {
  assert.ok(problem.reason in rule.reasons, `${rule.id} has no reason ${problem.reason}`);
  if (problem.grade !== undefined) {
    assert.ok(problem.grade in rule.reasons, `${rule.id} has no grade ${problem.grade}`);
  }
}
