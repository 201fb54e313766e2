import { realpathSync } from 'node:fs';
import { delimiter, isAbsolute, sep } from 'node:path';

/**
 * The directories of a PATH that do not lie in `directory`, which is given as its real path: a repository could
 * bring a `nix` of its own, and package runners put its `node_modules/.bin` first. Relative ones and those
 * that are not there are left out too.
 */
export function searchPathOutside(path: string, directory: string): string {
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && isOutside(entry, directory))
    .join(delimiter);
}

function isOutside(entry: string, directory: string): boolean {
  try {
    const real = realpathSync(entry);
    return directory === sep || (real !== directory && !real.startsWith(`${directory}${sep}`));
  } catch {
    return false;
  }
}
