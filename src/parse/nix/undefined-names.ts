import type { NixBinding, NixExpr, NixFault } from '../../model/nix.ts';
import type { NixScope } from '../../model/nix-value.ts';
import type { Span } from '../../model/span.ts';
import { baseNames } from './base-names.ts';
import type { NixDialect } from './merge.ts';
import { walkScoped } from './walk-scoped.ts';

/**
 * Variables that nothing binds: Nix refuses the file when it binds names after parsing (nixexpr.cc,
 * bindVars). Inside a `with` every name may be bound. In the order of the text.
 */
export function undefinedNames(root: NixExpr, dialect: NixDialect): NixFault[] {
  const base = baseNames(dialect);
  const faults: NixFault[] = [];
  const check = (name: string, scope: NixScope, span: Span) => {
    if (base.has(name) || isBound(name, scope)) return;
    faults.push({ cause: 'parse', message: `variable '${name}' is not defined`, span });
  };
  for (const { expr, scope } of walkScoped(root)) {
    if (expr.type === 'variable') check(expr.name, scope, expr.span);
    else if (expr.type === 'set' || expr.type === 'let' || expr.type === 'legacy-let') {
      for (const { name, span } of inheritedNames(expr.bindings)) check(name, scope, span);
    }
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

function isBound(name: string, scope: NixScope): boolean {
  for (let at = scope; at !== undefined; at = at.parent) {
    if (at.names === 'with' || at.names.has(name)) return true;
  }
  return false;
}

/** `inherit a;` takes `a` from around the set. */
function inheritedNames(bindings: readonly NixBinding[]) {
  return bindings.flatMap((binding) =>
    binding.type === 'inherit' && binding.from === undefined
      ? binding.names.flatMap((name) => (name.type === 'name' ? name : []))
      : [],
  );
}
