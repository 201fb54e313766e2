import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';

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

/** The first program of a name in the directories of a PATH, by its whole path; undefined where there is none. */
export function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((program) => isExecutable(program));
}

function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return isAbsolute(program);
  } catch {
    return false;
  }
}

function isOutside(entry: string, directory: string): boolean {
  try {
    const real = realpathSync(entry);
    return directory === sep || (real !== directory && !real.startsWith(`${directory}${sep}`));
  } catch {
    return false;
  }
}
