import type { DocumentOf } from '../model/document.ts';
import type { FlakeNix } from '../model/flake-nix.ts';
import type { Context } from '../model/rule.ts';
import { besidePath } from './declared-input.ts';

/** What a lock can be compared with. */
type Declared = {
  readonly flake: FlakeNix;
  /** Where the flake.nix lies. */
  readonly path: string;
};

/** The flake.nix beside a lock; undefined when there is none, or when what it declares is not known. */
export function declaredBeside(
  { model, path }: DocumentOf<'flake-lock'>,
  context: Context,
): Declared | undefined {
  if (model.flavour !== 'flake') return undefined;
  const flakePath = besidePath(path, 'flake.nix');
  const flake = context.document(flakePath, 'flake-nix')?.model;
  if (flake === undefined || !isStaticallyKnown(flake)) return undefined;
  return { flake, path: flakePath };
}

/**
 * Whether all inputs of a flake.nix are known. When Nix refuses the file, or a name in it is computed, its inputs
 * are not what a lock can be compared with; meta-parse-error says so then.
 */
function isStaticallyKnown({ faults }: FlakeNix): boolean {
  return faults.every(({ reason, subject }) => {
    if (reason === 'version') return true;
    return subject === 'description' || subject.startsWith('nixConfig');
  });
}
