import { type Hit, secretRuleIds } from '../model/secret.ts';

/**
 * Keeps one hit where several overlap: the surer rule, then a proved one over a shape, then the
 * longer one, then the first. The result is ordered by offset and does not depend on the order given.
 */
export function resolveOverlaps(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits;
  const ordered = [...hits].sort((a, b) => a.span.start - b.span.start || compareCertainty(a, b));
  const kept: Hit[] = [];
  for (const hit of ordered) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= hit.span.start) kept.push(hit);
    else if (compareCertainty(hit, last) < 0) replaceLast(kept, hit);
  }
  return kept;
}

/** A surer hit drops every kept one it overlaps that is less sure; kept ones never overlap each other. */
function replaceLast(kept: Hit[], hit: Hit): void {
  kept.pop();
  kept.push(hit);
}

function compareCertainty(a: Hit, b: Hit): number {
  return (
    secretRuleIds.indexOf(a.rule) - secretRuleIds.indexOf(b.rule) ||
    Number(b.verified) - Number(a.verified) ||
    length(b) - length(a) ||
    a.span.start - b.span.start ||
    compareText(a.family, b.family)
  );
}

function length(hit: Hit): number {
  return hit.span.end - hit.span.start;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
