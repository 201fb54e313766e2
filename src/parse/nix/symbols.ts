import type { NixAttrName, NixBinding, NixExpr } from '../../model/nix.ts';
import { freshBeforeLate, lateSymbols, startupSymbols } from './symbols-2.8.ts';

/** Orders names by their bytes in UTF-8, as std::string compares. */
export function byBytes(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for characters above all others, though their code units do not. */
function rank(code: number): number {
  return code >= 0xd800 && code < 0xe000 ? code + 0x10000 : code;
}

/**
 * The order in which Nix 2.8 prints formals and `let` names: it compares the addresses of symbols, which
 * follow the order of their creation, first at startup and then as the parser reduces its rules.
 */
export function symbolOrder(root: NixExpr): (a: string, b: string) => number {
  const places = new Map(startupSymbols.map((name, index) => [name, index]));
  const late = new Set(lateSymbols);
  let fresh = 0;
  for (const name of createdSymbols(root)) {
    if (late.has(name) || places.has(name)) continue;
    if (fresh++ === freshBeforeLate) for (const old of lateSymbols) places.set(old, places.size);
    places.set(name, places.size);
  }
  for (const old of lateSymbols) if (!places.has(old)) places.set(old, places.size);
  return (a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0);
}

/** Names in the order in which parser.y creates them: a string stands for itself, a tree for its names. */
function* createdSymbols(root: NixExpr): Generator<string, void> {
  const stack: (string | NixExpr)[] = [root];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === 'string') yield item;
    else for (const next of steps(item).reverse()) stack.push(next);
  }
}

function steps(expr: NixExpr): (string | NixExpr)[] {
  switch (expr.type) {
    case 'variable':
      return [expr.name];
    case 'string':
    case 'path':
      return expr.parts.flatMap((part) => (part.type === 'interpolation' ? part.expr : []));
    case 'list':
      return [...expr.items];
    case 'set':
      return expr.bindings.flatMap(ofBinding);
    case 'legacy-let':
      return [...expr.bindings.flatMap(ofBinding), 'body'];
    case 'let':
      return [...expr.bindings.flatMap(ofBinding), expr.body];
    case 'lambda':
      return ofLambda(expr);
    case 'apply':
      return [expr.fn, ...expr.args];
    case 'select':
      return [expr.target, ...expr.path.map(ofName), ...(expr.fallback ? [expr.fallback] : [])];
    case 'has':
      return [expr.target, ...expr.path.map(ofName)];
    case 'unary':
      return [expr.operand];
    case 'binary':
      return [expr.left, expr.right];
    case 'if':
      return [expr.condition, expr.consequence, expr.alternative];
    case 'assert':
      return [expr.condition, expr.body];
    case 'with':
      return [expr.scope, expr.body];
    case 'error':
    case 'integer':
    case 'float':
    case 'uri':
    case 'search-path':
    case 'current-position':
    default:
      return [];
  }
}

function ofLambda(expr: Extract<NixExpr, { type: 'lambda' }>): (string | NixExpr)[] {
  const formals = (expr.formals?.items ?? []).flatMap((item) =>
    item.fallback === undefined ? [item.name] : [item.fallback, item.name],
  );
  return [...formals, expr.body, ...(expr.argument ? [expr.argument.name] : [])];
}

function ofName(name: NixAttrName): string | NixExpr {
  return name.type === 'name' ? name.name : name.expr;
}

function ofBinding(binding: NixBinding): (string | NixExpr)[] {
  const names = (binding.type === 'bind' ? binding.path : binding.names).map(ofName);
  if (binding.type === 'bind') return [...names, binding.value];
  return binding.from === undefined ? names : [binding.from, ...names];
}
