import type { FlakeNix } from '../model/flake-nix.ts';

/**
 * Whether all inputs of a flake.nix are known. When Nix refuses the file, or a name in it is computed, its inputs
 * are not what a lock can be compared with; meta-parse-error says so then.
 */
export function isStaticallyKnown({ faults }: FlakeNix): boolean {
  return faults.every(({ reason, subject }) => {
    if (reason === 'version') return true;
    return subject === 'description' || subject.startsWith('nixConfig');
  });
}
