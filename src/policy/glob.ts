import { Minimatch } from 'minimatch';

/**
 * Longer texts match only exact patterns: a longer name is no honest path or identity, and matching
 * takes the product of both lengths.
 */
const maxTextLength = 4096;

/** A compiled pattern. `*` is anything within one segment, `**` any number of segments. */
export type Glob = {
  readonly pattern: string;
  /** Free of wildcards: matches one text only. */
  readonly exact: boolean;
  readonly matches: (text: string) => boolean;
};

/** What a pattern speaks of: a path or subject cut at `/`, or a source identity. */
export type GlobOver = 'path' | 'source';

/** Compiles a pattern of the user's. Text from a lock never becomes a pattern. */
export function glob(pattern: string, over: GlobOver): Glob {
  const form = over === 'source' ? sourceSegments : (text: string) => text;
  const exact = !pattern.includes('*');
  const wanted = form(pattern);
  const folded = foldCase(wanted);
  const match = exact ? undefined : compile(wanted);
  const matchFolded = exact || over === 'path' ? undefined : compile(folded);
  return {
    pattern,
    exact,
    matches(text) {
      const fold = over === 'source' && isForge(text);
      const given = fold ? foldCase(form(text)) : form(text);
      if (given === (fold ? folded : wanted)) return true;
      if (text.length > maxTextLength) return false;
      const matcher = fold ? matchFolded : match;
      return matcher?.match(given) ?? false;
    },
  };
}

/**
 * Orders patterns so that the most specific comes first; never by where they stand in a file. Of two
 * that match one text, an exact one has the most literal characters, and no star.
 */
export function bySpecificity(a: Glob, b: Glob): number {
  return (
    literalLength(b.pattern) - literalLength(a.pattern) ||
    count(a.pattern, '**') - count(b.pattern, '**') ||
    count(a.pattern, '*') - count(b.pattern, '*') ||
    byCodeUnit(a.pattern, b.pattern)
  );
}

/**
 * Tells whether everything a pattern matches is certainly matched by `outer`; undefined matches
 * everything. Says no when it cannot be shown: used to tell loosening from tightening.
 */
export function coverer(
  outer: string | undefined,
  over: GlobOver,
): (inner: string | undefined) => boolean {
  if (outer === undefined || outer === '**') return () => true;
  const wide = glob(outer, over);
  const stem = outer.endsWith('/**') ? outer.slice(0, -2) : '*';
  return (inner) => {
    if (inner === undefined) return false;
    if (inner === outer) return true;
    if (!inner.includes('*')) return wide.matches(inner);
    return !stem.includes('*') && inner.startsWith(stem) && !inner.includes('..');
  };
}

export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compile(pattern: string): Minimatch {
  const literal = pattern.replaceAll('\\', '\\\\').replaceAll('[', '[[]').replaceAll('?', '[?]');
  return new Minimatch(literal, {
    dot: true,
    nobrace: true,
    nocomment: true,
    noext: true,
    nonegate: true,
    optimizationLevel: 0,
    platform: 'linux',
    preserveMultipleSlashes: true,
  });
}

/**
 * Cuts an identity into segments at the scheme too, so that `git:**` reaches
 * `git:https://host/path` and `*` stays within a host. An absolute path keeps a segment of its own:
 * `path:x/**` must not reach `/x`.
 */
function sourceSegments(text: string): string {
  const cut = text.indexOf(':');
  if (cut < 0) return text;
  const rest = text.slice(cut + 1);
  const absolute = rest.startsWith('/') ? `\u0001${rest}` : rest;
  return `${text.slice(0, cut)}:/${absolute.replace('://', ':/')}`;
}

/** Forges ignore the case of owners and repositories; what other hosts do with a path is their own. */
function isForge(text: string): boolean {
  return /^(?:github|gitlab|sourcehut):/i.test(text);
}

/** ASCII only: folding all of Unicode would take the Kelvin sign for a `k`. */
function foldCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function literalLength(pattern: string): number {
  return pattern.length - count(pattern, '*');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
