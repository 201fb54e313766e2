import type { NixExpr } from '../../model/nix.ts';
import type { NixScope } from '../../model/nix-value.ts';
import { calleeName, lastName } from './callee.ts';

/** Which argument of a function of lib is the value; the others decide whether or how it counts. */
const wrappers: ReadonlyMap<string, number> = new Map([
  ['mkIf', 1],
  ['mkForce', 0],
  ['mkDefault', 0],
  ['mkOptionDefault', 0],
  ['mkImageMediaOverride', 0],
  ['mkVMOverride', 0],
  ['mkOverride', 1],
  ['mkBefore', 0],
  ['mkAfter', 0],
  ['mkOrder', 1],
  ['mkAssert', 2],
  ['optionalAttrs', 1],
  ['optionalString', 1],
  ['optional', 1],
  ['optionals', 1],
  ['id', 0],
  ['dontRecurseIntoAttrs', 0],
  ['recurseIntoAttrs', 0],
]);

/** What a call of `mkIf`, `mkForce` and their like passes on, or undefined for any other call. */
export function unwrap(
  expr: NixExpr,
  scope: NixScope,
): { readonly name: string; readonly value: NixExpr } | undefined {
  if (expr.type !== 'apply') return undefined;
  const name = lastName(calleeName(expr.fn, scope));
  const place = name === undefined ? undefined : wrappers.get(name);
  if (name === undefined || place === undefined || expr.args.length !== place + 1) return undefined;
  const value = expr.args[place];
  return value === undefined ? undefined : { name, value };
}

/** Items of `mkMerge [ … ]`: all of them count. */
export function mergedItems(expr: NixExpr, scope: NixScope): NixExpr | undefined {
  if (expr.type !== 'apply' || expr.args.length !== 1) return undefined;
  return lastName(calleeName(expr.fn, scope)) === 'mkMerge' ? expr.args[0] : undefined;
}
