import type { NixAttrName, NixBinding, NixExpr, NixStringPart } from '../../model/nix.ts';

type Visit = (child: NixExpr) => void;

/** Calls `visit` for each expression directly inside an expression, in the order of the text. */
export function eachNixChild(expr: NixExpr, visit: Visit): void {
  switch (expr.type) {
    case 'string':
    case 'path':
      return inParts(expr.parts, visit);
    case 'list':
      return expr.items.forEach(visit);
    case 'set':
    case 'legacy-let':
      return inBindings(expr.bindings, visit);
    case 'let':
      inBindings(expr.bindings, visit);
      return visit(expr.body);
    case 'lambda':
      for (const { fallback } of expr.formals?.items ?? []) if (fallback) visit(fallback);
      return visit(expr.body);
    case 'apply':
      visit(expr.fn);
      return expr.args.forEach(visit);
    case 'select':
      visit(expr.target);
      inNames(expr.path, visit);
      return expr.fallback && visit(expr.fallback);
    case 'has':
      visit(expr.target);
      return inNames(expr.path, visit);
    case 'unary':
      return visit(expr.operand);
    case 'binary':
      visit(expr.left);
      return visit(expr.right);
    case 'if':
      visit(expr.condition);
      visit(expr.consequence);
      return visit(expr.alternative);
    case 'assert':
      visit(expr.condition);
      return visit(expr.body);
    case 'with':
      visit(expr.scope);
      return visit(expr.body);
    case 'error':
      return expr.parts.forEach(visit);
    case 'integer':
    case 'float':
    case 'uri':
    case 'search-path':
    case 'variable':
    case 'current-position':
    default:
      return undefined;
  }
}

function inParts(parts: readonly NixStringPart[], visit: Visit): void {
  for (const part of parts) if (part.type === 'interpolation') visit(part.expr);
}

function inNames(names: readonly NixAttrName[], visit: Visit): void {
  for (const name of names) if (name.type === 'dynamic') visit(name.expr);
}

function inBindings(bindings: readonly NixBinding[], visit: Visit): void {
  for (const binding of bindings) {
    if (binding.type === 'bind') {
      inNames(binding.path, visit);
      visit(binding.value);
    } else {
      if (binding.from) visit(binding.from);
      inNames(binding.names, visit);
    }
  }
}

/** The expressions directly inside an expression, in the order of the text. */
export function nixChildren(expr: NixExpr): readonly NixExpr[] {
  const children: NixExpr[] = [];
  eachNixChild(expr, (child) => children.push(child));
  return children;
}

/** Every expression of a tree, parents before children, in the order of the text; without recursion. */
export function* walkNix(root: NixExpr): Generator<NixExpr, void> {
  const stack = [root];
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    yield expr;
    for (const child of nixChildren(expr).toReversed()) stack.push(child);
  }
}

/** Whether no path from the root to a leaf is longer than `limit`. */
export function heightWithin(root: NixExpr, limit: number): boolean {
  const stack = [root];
  const depths = [1];
  let depth = 0;
  const push = (child: NixExpr) => {
    stack.push(child);
    depths.push(depth + 1);
  };
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    depth = depths.pop() ?? 0;
    if (depth > limit) return false;
    eachNixChild(expr, push);
  }
  return true;
}
