import bundle from '../../data/advisories.json' with { type: 'json' };
import type { UndoneFix } from '../diff/context.ts';
import type { Advisory } from '../model/advisory.ts';
import { glob } from '../policy/glob.ts';

/**
 * Finds the advisory whose fix a rollback undoes. Where the fix is a date, content of that day or later goes back
 * to older content; where it is a revision, that very revision is left, since only the forge knows which others
 * have it; and a listed bad revision undoes it in any case.
 */
export function undoneFixes(advisories: readonly Advisory[]): UndoneFix {
  const known = advisories.map((advisory) => ({
    ...advisory,
    pattern: glob(advisory.source, 'source'),
    bad: new Set(advisory.badRevs),
    since: dateOf(advisory.fixedAfter),
  }));
  return (source, before, after) => {
    const found = known.find(({ pattern, bad, since, fixedAfter }) => {
      if (!pattern.matches(source)) return false;
      if (bad.has(after.rev ?? '') && !bad.has(before.rev ?? '')) return true;
      if (since === undefined) return before.rev === fixedAfter;
      return before.time >= since && after.time < since;
    });
    return found && { id: found.id, fixedAfter: found.fixedAfter };
  };
}

/** Seconds since 1970 of a date; undefined for a revision. */
function dateOf(fixedAfter: string): number | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(fixedAfter) ? Date.parse(fixedAfter) / 1000 : undefined;
}

/** By the advisories that are shipped. */
export const undoneFix = undoneFixes(bundle.advisories);
