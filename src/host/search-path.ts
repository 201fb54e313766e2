import { realpathSync } from 'node:fs';
import { delimiter, isAbsolute, sep } from 'node:path';

/**
 * The directories of a PATH that do not lie in `directory`, which is given as its real path: a repository could
 * bring a `nix` of its own, and package runners put its `node_modules/.bin` first. Relative ones and those
 * that are not there are left out too.
 */
export function searchPathOutside(path: string, directory: string): string {
  const kept = path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && isOutside(entry, directory));
  return kept.length === 0 ? NOWHERE : kept.join(delimiter);
}

/** An empty PATH would stand for the working directory, which is the repository. */
const NOWHERE = `${sep}nonexistent`;

function isOutside(entry: string, directory: string): boolean {
  try {
    const real = realpathSync(entry);
    return directory === sep || (real !== directory && !real.startsWith(`${directory}${sep}`));
  } catch {
    return false;
  }
}
