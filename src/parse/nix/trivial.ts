import type { NixExpr, NixLambda } from '../../model/nix.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import { lookup, openSet, type Binding } from './scope.ts';
import { staticText } from './static-text.ts';

/**
 * What Nix sees in a value it does not evaluate (src/libexpr/eval.cc, `maybeThunk` and `isTrivial`):
 * literals, names bound to them, and set, list and function literals. Everything else is a thunk.
 */
export type TrivialValue =
  | { readonly kind: 'string'; readonly value: string; readonly expr: NixExpr }
  | { readonly kind: 'path'; readonly value: string; readonly expr: NixExpr }
  | { readonly kind: 'integer'; readonly value: bigint; readonly expr: NixExpr }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly expr: NixExpr }
  | { readonly kind: 'float' | 'null' | 'thunk'; readonly expr: NixExpr }
  | {
      readonly kind: 'set';
      readonly attrs: ReadonlyMap<string, NixThunk>;
      readonly expr: NixExpr;
    }
  | { readonly kind: 'list'; readonly items: readonly NixThunk[]; readonly expr: NixExpr }
  | { readonly kind: 'function'; readonly lambda?: NixLambda; readonly expr: NixExpr };

/** How many names are followed from one to the next. */
const maxNames = 50;

export function trivialValue(thunk: NixThunk): TrivialValue {
  let at = thunk;
  for (let step = 0; step < maxNames; step++) {
    const { expr, scope } = at;
    if (expr.type !== 'variable') return literalValue(at);
    const found = lookup(expr.name, scope);
    if (found.kind === 'builtin') return builtinValue(expr.name, expr);
    if (found.kind !== 'defined' || notYetFilled(at, found)) return { kind: 'thunk', expr };
    at = found.thunk;
  }
  return { kind: 'thunk', expr: thunk.expr };
}

/** Nix fills a recursive set in order: an attribute of it cannot take over one that comes later. */
function notYetFilled(from: NixThunk, to: Extract<Binding, { kind: 'defined' }>): boolean {
  const later = (to.thunk.nameSpan?.start ?? 0) > (from.nameSpan?.start ?? 0);
  return later && from.owner === to.names;
}

function literalValue({ expr, scope }: NixThunk): TrivialValue {
  const text = staticText(expr);
  if (text !== undefined) return { kind: 'string', value: text, expr };
  if (expr.type === 'integer') return { kind: 'integer', value: expr.value, expr };
  if (expr.type === 'float') return { kind: 'float', expr };
  if (expr.type === 'lambda') return { kind: 'function', lambda: expr, expr };
  if (expr.type === 'list') {
    return { kind: 'list', items: expr.items.map((item) => ({ expr: item, scope })), expr };
  }
  if (expr.type === 'set') {
    const { attrs, dynamic } = openSet(expr, scope);
    return dynamic.length > 0 ? { kind: 'thunk', expr } : { kind: 'set', attrs, expr };
  }
  const [only, more] = expr.type === 'path' ? expr.parts : [];
  if (only?.type !== 'text' || more !== undefined) return { kind: 'thunk', expr };
  return { kind: 'path', value: only.value, expr };
}

function builtinValue(name: string, expr: NixExpr): TrivialValue {
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true', expr };
  if (name === 'null') return { kind: 'null', expr };
  if (name === 'builtins') return { kind: 'set', attrs: new Map(), expr };
  return { kind: 'function', expr };
}

const shown: Readonly<Record<TrivialValue['kind'], string>> = {
  string: 'a string',
  path: 'a path',
  integer: 'an integer',
  boolean: 'a Boolean',
  float: 'a float',
  null: 'null',
  set: 'a set',
  list: 'a list',
  function: 'a function',
  thunk: 'an expression that Nix does not evaluate here',
};

/** The kind of a value in a message, with its article. */
export function shownKind(value: TrivialValue): string {
  return shown[value.kind];
}
