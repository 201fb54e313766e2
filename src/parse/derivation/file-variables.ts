import type { Span } from '../../model/span.ts';

/** A variable `<NAME>_FILE` and the store path it is set to. */
export type FileVariable = { readonly name: string; readonly path: string; readonly at: Span };

/** Longer runs of word characters are no variable. */
const MAX_NAME = 100;
const SUFFIX = '_FILE';

/**
 * Variables whose name ends in `_FILE` and whose value starts with the store directory, wherever they are
 * set in a derivation's still escaped text: as a variable of the build, or in a script, unit or JSON that is
 * written. Spans are offsets into that text.
 */
export function* fileVariables(text: string): Iterable<FileVariable> {
  for (let at = text.indexOf(SUFFIX); at >= 0; at = text.indexOf(SUFFIX, at + SUFFIX.length)) {
    const end = at + SUFFIX.length;
    const path = storePathAfter(text.slice(end, end + 400));
    if (path === undefined) continue;
    const before = /[A-Za-z0-9_]+$/.exec(text.slice(Math.max(0, at - MAX_NAME), at))?.[0];
    if (before === undefined) continue;
    yield { name: before + SUFFIX, path, at: { start: at - before.length, end } };
  }
}

/** `=`, `":"`, `","` or ` = ` with any quotes and their escapes, then a store path. */
function storePathAfter(text: string): string | undefined {
  return /^[\\"']{0,8} ?[=:,] ?[\\"']{0,8}(\/nix\/store\/[0-9a-z]{32}-[\w+\-.?=/]{1,250})/.exec(
    text,
  )?.[1];
}
