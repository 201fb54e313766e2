import type { Related } from '../model/finding.ts';
import type { Judged } from '../model/rule.ts';

/** A problem of a derivation: where it stands, and in which derivation it was seen. */
export type Seen = {
  readonly judged: Judged;
  /** The same in the derivation itself, when `judged` stands in a tracked file. */
  readonly inStore?: Judged;
  /** Path of the `.drv`. */
  readonly drv: string;
};

/** A problem and every derivation it was seen in, the nearest first. */
export type SeenOnce = { readonly judged: Judged; readonly drvs: readonly string[] };

/** Derivations named beside a problem; their number says the rest. */
const MAX_RELATED = 10;

/**
 * One problem for each place of a tracked file, however many derivations the value went into: one line is
 * to be fixed. The first one, which is nearest to an output, speaks for the others.
 */
export function oncePerPlace(seen: readonly Seen[]): SeenOnce[] {
  const groups = new Map<unknown, [Seen, ...Seen[]]>();
  for (const one of seen) {
    const { rule, path, problem } = one.judged;
    const key =
      one.inStore === undefined
        ? one
        : JSON.stringify([rule.id, path, problem.at.start, problem.at.end]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(([first, ...others]) => ({
    judged: withRelated(first.judged, others),
    drvs: [...new Set([first, ...others].map(({ drv }) => drv))],
  }));
}

function withRelated(judged: Judged, others: readonly Seen[]): Judged {
  const related = others.slice(0, MAX_RELATED).flatMap(({ inStore }): Related[] => {
    if (inStore === undefined || inStore.problem.subject === judged.problem.subject) return [];
    const { path, problem } = inStore;
    return [{ path, span: problem.at, message: `also in ${problem.subject}` }];
  });
  if (related.length === 0) return judged;
  const known = judged.problem.related ?? [];
  return { ...judged, problem: { ...judged.problem, related: [...known, ...related] } };
}

/**
 * Problems of tracked files without the secrets that were also found on their way into the store: those
 * findings stand at the same place and know more.
 */
export function notInDerivations(
  tracked: readonly Judged[],
  derived: readonly Judged[],
): readonly Judged[] {
  const byPath = new Map<string, Judged[]>();
  for (const one of derived) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return tracked.filter(({ rule, path, problem }) => {
    if (!rule.id.startsWith('secret-') && rule.id !== 'expr-plaintext-secret') return true;
    const { start, end } = problem.at;
    return !(byPath.get(path) ?? []).some(
      (one) => one.problem.at.start < end && start < one.problem.at.end,
    );
  });
}
