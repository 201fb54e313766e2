import type { NixExpr } from '../../model/nix.ts';
import type { NixScope } from '../../model/nix-value.ts';
import { lookup } from './scope.ts';

/** How many names are followed to find out what a function is called. */
const maxAliases = 20;

/**
 * Dotted name of what is called, e.g. `pkgs.mkShell`, with `let` and `inherit` aliases followed:
 * `let fetch = builtins.fetchTarball; in fetch { … }` calls `builtins.fetchTarball`. A name out of a
 * `with` stands alone. Undefined when the callee is no name.
 */
export function calleeName(callee: NixExpr, scope: NixScope): string | undefined {
  const names: string[] = [];
  let at = { expr: callee, scope };
  for (let step = 0; step < maxAliases; step++) {
    const { expr } = at;
    if (expr.type === 'select') {
      for (const name of expr.path.toReversed()) names.push(name.type === 'name' ? name.name : '*');
      at = { expr: expr.target, scope: at.scope };
    } else if (expr.type === 'variable') {
      const found = lookup(expr.name, at.scope);
      if (found.kind !== 'defined' || !isAlias(found.thunk.expr)) {
        return [expr.name, ...names.reverse()].join('.');
      }
      at = found.thunk;
    } else return names.length > 0 ? ['*', ...names.reverse()].join('.') : undefined;
  }
  return undefined;
}

function isAlias(expr: NixExpr): boolean {
  return expr.type === 'select' || expr.type === 'variable';
}

/** Last part of a dotted name: libraries are reached in many ways, their functions have one name. */
export function lastName(name: string | undefined): string | undefined {
  return name?.slice(name.lastIndexOf('.') + 1);
}
