import { execFileSync } from 'node:child_process';

/** Versions of real Nix that tests know how to find. */
export type NixVersion = '2.8' | '2.26' | '2.34';

export type FoundNix = {
  /** Words before the name of a Nix program, e.g. `['nix-2.34']`; the program's own name follows. */
  readonly command: readonly string[];
  /** False when it was found, else why the test is skipped. */
  readonly skip: false | string;
};

/**
 * Finds a real Nix of a minor version: `nix-<version> <program>` runs it, or the system's own when its
 * version fits (then the command is `env`).
 */
export function findNix(version: NixVersion): FoundNix {
  for (const program of [`nix-${version}`, 'env']) {
    try {
      const said = execFileSync(program, ['nix-instantiate', '--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      if (said.includes(` ${version}.`)) return { command: [program], skip: false };
    } catch {
      continue;
    }
  }
  const skip = `real Nix ${version} is not installed`;
  return { command: [], skip };
}
