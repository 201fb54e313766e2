import type { NixBinding, NixExpr, NixLambda, NixSet } from '../../model/nix.ts';
import type { NixScope, NixThunk } from '../../model/nix-value.ts';
import type { Span } from '../../model/span.ts';
import { mergeBindings, type MergedAttr, type MergedSet, type MergedValue } from './merge.ts';

/** A set literal in its scope: what is bound to which name, and what to names not known. */
export type ScopedSet = {
  readonly attrs: ReadonlyMap<string, NixThunk>;
  readonly dynamic: readonly { readonly name: NixThunk; readonly value: NixThunk }[];
  /** Scope of the values: the set's own names when it is recursive or a `let`. */
  readonly scope: NixScope;
};

/** What a name leads to: its definition, an argument of a function, or nothing known. */
export type Binding =
  | {
      readonly kind: 'defined';
      readonly thunk: NixThunk;
      readonly names: ReadonlyMap<string, NixThunk | undefined>;
    }
  | { readonly kind: 'argument' }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'unbound' };

/** Names that Nix itself binds and that settle something here. */
const builtins: ReadonlySet<string> = new Set('true false null builtins import'.split(' '));

/** Looks a name up as Nix does: lexical scopes first, then the base environment, `with` last. */
export function lookup(name: string, scope: NixScope): Binding {
  for (let at = scope; at !== undefined; at = at.parent) {
    if (at.names === 'with' || !at.names.has(name)) continue;
    const thunk = at.names.get(name);
    return thunk === undefined ? { kind: 'argument' } : { kind: 'defined', thunk, names: at.names };
  }
  return builtins.has(name) ? { kind: 'builtin' } : { kind: 'unbound' };
}

/** Scope of a function's body. Defaults of formals stay aside: callers may pass anything. */
export function lambdaScope(lambda: NixLambda, parent: NixScope): NixScope {
  const names = new Map<string, undefined>();
  if (lambda.argument !== undefined) names.set(lambda.argument.name, undefined);
  for (const item of lambda.formals?.items ?? []) names.set(item.name, undefined);
  return { names, parent };
}

/** Puts a set literal or the bindings of a `let` into their scope. */
export function scopedSet(
  bindings: readonly NixBinding[],
  recursive: boolean,
  parent: NixScope,
): ScopedSet {
  return scopeMerged(mergeBindings(bindings, recursive).set, parent);
}

/** Contents of a set literal, also of one that stands for several bindings put together. */
export function openSet(set: NixSet, scope: NixScope): ScopedSet {
  const merged = joined.get(set);
  if (merged !== undefined) return scopeMerged(merged, scope);
  return scopedSet(set.bindings, set.recursive, scope);
}

function scopeMerged(set: MergedSet, parent: NixScope): ScopedSet {
  const attrs = new Map<string, NixThunk>();
  const scope: NixScope = set.recursive ? { names: attrs, parent } : parent;
  for (const [name, attr] of set.attrs) {
    attrs.set(name, { ...attrThunk(name, attr, scope, parent), owner: attrs });
  }
  const dynamic = set.dynamic.map(({ name, value, bind }) => ({
    name: { expr: name, scope },
    value: valueThunk(value, scope, bind.span),
  }));
  return { attrs, dynamic, scope };
}

function attrThunk(name: string, attr: MergedAttr, scope: NixScope, parent: NixScope): NixThunk {
  const nameSpan = attr.at;
  if (attr.kind === 'plain') return { ...valueThunk(attr.value, scope, attr.bind.span), nameSpan };
  if (attr.kind === 'inherited') {
    return { expr: { type: 'variable', name, span: nameSpan }, scope: parent, nameSpan };
  }
  const path = [{ type: 'name', name, span: nameSpan }] as const;
  const expr = { type: 'select', target: attr.from, path, span: nameSpan } as const;
  return { expr, scope, nameSpan };
}

function valueThunk(value: MergedValue, scope: NixScope, span: Span): NixThunk {
  if (value.type !== 'merged') return { expr: value, scope };
  const literal: NixSet = { type: 'set', recursive: value.recursive, bindings: [], span };
  joined.set(literal, value);
  return { expr: literal, scope };
}

/** A set that comes from several bindings has no literal of its own: an empty one stands for it. */
const joined = new WeakMap<NixSet, MergedSet>();

/** Scope of what stands inside an expression: its names are bound there. Not for the set after `with`. */
export function innerScope(expr: NixExpr, scope: NixScope): NixScope {
  if (expr.type === 'let' || expr.type === 'legacy-let') {
    return scopedSet(expr.bindings, true, scope).scope;
  }
  if (expr.type === 'set') return expr.recursive ? openSet(expr, scope).scope : scope;
  if (expr.type === 'lambda') return lambdaScope(expr, scope);
  return expr.type === 'with' ? { names: 'with', parent: scope } : scope;
}
