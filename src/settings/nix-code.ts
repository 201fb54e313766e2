import type { DocumentOf, Source } from '../model/document.ts';
import { parseFlakeNix } from '../parse/flake-nix.ts';
import { parseNix } from '../parse/nix/parse.ts';
import { moduleSettings } from './module.ts';
import { isFlake, mayBeModule } from './nix-code-look.ts';
import { flakeSettings } from './nix-config.ts';

/** The settings in a file of Nix code: `nixConfig` when it is a flake.nix, and what it sets as a module. */
export function nixCodeSettings(source: Source): readonly DocumentOf<'settings'>[] {
  const { text } = source;
  const flake = isFlake(source) && text.includes('nixConfig') ? parseFlakeNix(text) : undefined;
  const tree = mayBeModule(text) ? (flake?.tree ?? parseNix(text)) : undefined;
  const blocks = [
    ...(flake === undefined ? [] : flakeSettings(flake, text).blocks),
    ...(tree === undefined ? [] : moduleSettings(tree, text).blocks),
  ];
  return blocks.length === 0 ? [] : [{ ...source, kind: 'settings', model: { blocks } }];
}
