import type { DocumentOf, Source } from '../model/document.ts';
import { parseFlakeNix } from '../parse/flake-nix.ts';
import { parseNix } from '../parse/nix/parse.ts';
import { mayBeModule, moduleSettings } from './module.ts';
import { flakeSettings } from './nix-config.ts';

/**
 * The settings in a file of Nix code: `nixConfig` when it is a flake.nix, and what it sets as a module. Undefined when
 * there are none; most files are told by a look at their text, without being parsed.
 */
export function nixCodeSettings(source: Source): DocumentOf<'settings'> | undefined {
  const { path, text } = source;
  const isFlake = path === 'flake.nix' || path.endsWith('/flake.nix');
  const flake = isFlake && text.includes('nixConfig') ? parseFlakeNix(text) : undefined;
  const tree = mayBeModule(text) ? (flake?.tree ?? parseNix(text)) : undefined;
  const blocks = [
    ...(flake === undefined ? [] : flakeSettings(flake, text).blocks),
    ...(tree === undefined ? [] : moduleSettings(tree, text).blocks),
  ];
  return blocks.length === 0 ? undefined : { ...source, kind: 'settings', model: { blocks } };
}
