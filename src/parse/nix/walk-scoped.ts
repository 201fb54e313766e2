import type { NixApply, NixExpr } from '../../model/nix.ts';
import type { NixScope } from '../../model/nix-value.ts';
import { calleeName } from './callee.ts';
import { innerScope } from './scope.ts';
import { nixChildren } from './walk.ts';

/** The calls around an expression, innermost first. */
export type EnclosingCall =
  | {
      readonly call: NixApply;
      /** Dotted name of what is called, see `calleeName`. */
      readonly name: string | undefined;
      readonly parent: EnclosingCall;
    }
  | undefined;

export type ScopedExpr = {
  readonly expr: NixExpr;
  readonly scope: NixScope;
  readonly within: EnclosingCall;
};

/** Every expression of a tree in its scope, parents before children, in the order of the text. */
export function* walkScoped(root: NixExpr): Generator<ScopedExpr, void> {
  const stack: ScopedExpr[] = [{ expr: root, scope: undefined, within: undefined }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    yield at;
    const parts = scopedChildren(at);
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      if (part !== undefined) stack.push(part);
    }
  }
}

function scopedChildren({ expr, scope, within }: ScopedExpr): ScopedExpr[] {
  const inner = innerScope(expr, scope);
  if (expr.type === 'with') {
    return [
      { expr: expr.scope, scope, within },
      { expr: expr.body, scope: inner, within },
    ];
  }
  if (expr.type !== 'apply') {
    return nixChildren(expr).map((child) => ({ expr: child, scope: inner, within }));
  }
  const call = { call: expr, name: calleeName(expr.fn, scope), parent: within };
  return [
    { expr: expr.fn, scope, within },
    ...expr.args.map((arg) => ({ expr: arg, scope, within: call })),
  ];
}
