import type { NixAttrName, NixBinding, NixExpr, NixStringPart } from '../../model/nix.ts';

/** The expressions directly inside an expression, in the order of the text. */
export function nixChildren(expr: NixExpr): readonly NixExpr[] {
  switch (expr.type) {
    case 'string':
    case 'path':
      return ofParts(expr.parts);
    case 'list':
      return expr.items;
    case 'set':
    case 'legacy-let':
      return expr.bindings.flatMap(ofBinding);
    case 'let':
      return [...expr.bindings.flatMap(ofBinding), expr.body];
    case 'lambda':
      return [...(expr.formals?.items ?? []).flatMap((item) => item.fallback ?? []), expr.body];
    case 'apply':
      return [expr.fn, ...expr.args];
    case 'select':
      return [expr.target, ...ofNames(expr.path), ...(expr.fallback ? [expr.fallback] : [])];
    case 'has':
      return [expr.target, ...ofNames(expr.path)];
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
      return expr.parts;
    case 'integer':
    case 'float':
    case 'uri':
    case 'search-path':
    case 'variable':
    case 'current-position':
    default:
      return [];
  }
}

function ofParts(parts: readonly NixStringPart[]): NixExpr[] {
  return parts.flatMap((part) => (part.type === 'interpolation' ? part.expr : []));
}

function ofNames(names: readonly NixAttrName[]): NixExpr[] {
  return names.flatMap((name) => (name.type === 'dynamic' ? name.expr : []));
}

function ofBinding(binding: NixBinding): NixExpr[] {
  if (binding.type === 'bind') return [...ofNames(binding.path), binding.value];
  return [...(binding.from ? [binding.from] : []), ...ofNames(binding.names)];
}

/** Every expression of a tree, parents before children, in the order of the text; without recursion. */
export function* walkNix(root: NixExpr): Generator<NixExpr, void> {
  const stack = [root];
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    yield expr;
    const children = nixChildren(expr);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Whether no path from the root to a leaf is longer than `limit`. */
export function heightWithin(root: NixExpr, limit: number): boolean {
  const stack = [root];
  const depths = [1];
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > limit) return false;
    for (const child of nixChildren(expr)) {
      stack.push(child);
      depths.push(depth + 1);
    }
  }
  return true;
}
