import type { Document, Source } from '../model/document.ts';
import type { FlakeNix } from '../model/flake-nix.ts';
import type { NixFault } from '../model/nix.ts';
import { parseFlakeNix } from '../parse/flake-nix.ts';
import { checkNix } from '../parse/nix/check.ts';
import { parseNix } from '../parse/nix/parse.ts';
import { moduleSettings } from '../settings/module.ts';
import { isFlake, mayBeModule } from '../settings/nix-code-look.ts';
import { flakeSettings } from '../settings/nix-config.ts';
import { ignoringFile } from './ignored.ts';
import { readNixCode } from './read-code.ts';
import type { Repository } from './repository.ts';

/**
 * The documents of one file of Nix code: its Nix settings, what Nix reads of a flake.nix, what the code does, and
 * the first place where Nix refuses it. A file with mistakes is still judged as far as it can be read.
 */
export function nixDocuments(source: Source, repository: Repository): readonly Document[] {
  const { path, text } = source;
  const flake = isFlake(source) ? parseFlakeNix(text) : undefined;
  const tree = flake?.tree ?? parseNix(text);
  const code = readNixCode(path, text, tree, repository);
  const refused = [
    ...(flake?.syntax ?? (tree.errors.length > 0 ? tree.errors : checkNix(tree.root))),
  ];
  const blocks = [
    ...(flake === undefined ? [] : flakeSettings(flake, text).blocks),
    ...(mayBeModule(text) ? moduleSettings(tree, text).blocks : []),
  ];
  return [
    ...unreadable(source, [...refused, ...refusedFlake(flake), ...code.limits]),
    ...(blocks.length === 0 ? [] : [{ ...source, kind: 'settings' as const, model: { blocks } }]),
    { ...source, kind: 'nix', model: code },
    ...(flake === undefined
      ? []
      : [{ ...source, kind: 'flake-nix' as const, model: withIgnored(flake, path, repository) }]),
  ];
}

function withIgnored(flake: FlakeNix, path: string, repository: Repository): FlakeNix {
  const lockIgnoredBy = ignoringFile(path.replace(/flake\.nix$/, 'flake.lock'), repository);
  return lockIgnoredBy === undefined ? flake : { ...flake, lockIgnoredBy };
}

/** What Nix of every version refuses before it evaluates an output. */
function refusedFlake(flake: FlakeNix | undefined): NixFault[] {
  return (flake?.faults ?? []).flatMap(({ reason, at, message }): NixFault[] => {
    if (reason === 'version' || reason === 'syntax' || reason === 'limit') return [];
    return [{ cause: 'parse', message, span: at }];
  });
}

/** The first mistake stands for all: those after it often follow from it. */
function unreadable(source: Source, faults: readonly NixFault[]): Document[] {
  const first = faults.find(({ cause }) => cause === 'limit') ?? faults[0];
  if (first === undefined) return [];
  const { cause, message, span } = first;
  const help =
    cause === 'limit'
      ? 'Split the file, or leave it out with files.exclude in the policy.'
      : 'Repair the file: Nix refuses it, and what follows the mistake may not be checked.';
  const model = { cause, problem: message, at: span, help } as const;
  return [{ ...source, kind: 'unreadable', model }];
}
