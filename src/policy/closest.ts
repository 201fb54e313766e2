/** Longer names are never compared: the table below grows with the product of both lengths. */
const longestName = 64;

/** Shorter beginnings are shared by too many names. */
const shortestCut = 3;

/** The candidate a person most likely meant, or undefined when none is near. Ties go to the first. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  const wanted = name.toLowerCase();
  // A third of the letters may be wrong: beyond that a suggestion misleads.
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const distance = distanceTo(wanted, candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const best = closest(name, candidates);
  return best === undefined ? '' : `; did you mean "${best}"?`;
}

/** A name cut short is one slip, however much is missing: `warn` for `warning`. */
function distanceTo(wanted: string, candidate: string): number {
  const isCut = wanted.length >= shortestCut && candidate.startsWith(wanted);
  return isCut ? 1 : editDistance(wanted, candidate);
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  if (b.length > longestName) return Infinity;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (old[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && row > 1) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    older = old;
    old = next;
  }
  return old[b.length] ?? 0;
}
