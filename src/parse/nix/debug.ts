import type { NixFault, NixTree } from '../../model/nix.ts';
import { lineIndex, type Position } from '../../model/span.ts';
import { checkNix } from './check.ts';
import type { NixDialect } from './merge.ts';
import { parseNix } from './parse.ts';
import { printNix } from './print.ts';
import { undefinedNames } from './undefined-names.ts';

export type DebugParse =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly position: Position };

/**
 * What `nix-instantiate --parse` prints for a text that lies in an absolute directory, without the line
 * break after it, or the first thing it refuses and where. `home` is what `~/…` stands for.
 */
export function debugParse(
  text: string,
  basePath: string,
  home = '/homeless-shelter',
  dialect: NixDialect = '2.8',
): DebugParse {
  const tree = parseNix(text);
  const [first] = faultsOf(tree, dialect);
  if (first === undefined) {
    return { ok: true, text: printNix(tree.root, { basePath, home, dialect }) };
  }
  const position = lineIndex(text).position(first.span.start);
  return { ok: false, message: first.message, position };
}

/** Mistakes of one stage hide those of the next, as in Nix. */
function faultsOf({ root, errors }: NixTree, dialect: NixDialect): readonly NixFault[] {
  if (errors.length > 0) return errors;
  const twice = checkNix(root, dialect);
  return twice.length > 0 ? twice : undefinedNames(root, dialect);
}
