import type {
  NixApply,
  NixAttrName,
  NixBinaryOp,
  NixBinding,
  NixExpr,
  NixLambda,
  NixPath,
  NixString,
} from '../../model/nix.ts';
import { mergeBindings, type MergedSet } from './merge.ts';
import { printFloat, printName, printPath, printString, type PrintOptions } from './print-atoms.ts';
import { staticText, stringParts } from './static-text.ts';
import { byBytes, symbolOrder } from './symbols.ts';

/** What is still to be printed: finished text, an expression, or a set put together. */
type Item = string | NixExpr | MergedSet;

type Printer = PrintOptions & {
  /** Order in which formals and `let` names are printed. */
  readonly order: (a: string, b: string) => number;
};

/**
 * Prints a tree without errors in the form of `nix-instantiate --parse` (src/libexpr/nixexpr.cc, `show`):
 * operators, paths and nested attributes desugared as Nix's parser does it. Iterative: height costs no
 * call stack.
 */
export function printNix(root: NixExpr, options: PrintOptions): string {
  const order = options.dialect === '2.8' ? symbolOrder(root) : byBytes;
  const printer: Printer = { ...options, order };
  const out: string[] = [];
  const stack: Item[] = [root];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === 'string') out.push(item);
    else for (const next of show(item, printer).reverse()) stack.push(next);
  }
  return out.join('');
}

/** An expression as text around its parts. */
function show(expr: NixExpr | MergedSet, printer: Printer): Item[] {
  switch (expr.type) {
    case 'integer':
      return [String(expr.value)];
    case 'float':
      return [printFloat(expr.value)];
    case 'string':
      return showString(expr, printer);
    case 'uri':
      return [printString(expr.value, printer.dialect)];
    case 'path':
      return showPath(expr, printer);
    case 'variable':
      return [printName(expr.name, printer.dialect)];
    case 'current-position':
      return ['__curPos'];
    case 'list':
      return ['[ ', ...expr.items.flatMap((item) => ['(', item, ') ']), ']'];
    case 'set':
      return [merged(expr.bindings, expr.recursive, printer)];
    case 'merged':
      return [expr.recursive ? 'rec { ' : '{ ', ...showSet(expr, printer), '}'];
    case 'legacy-let':
      return ['(', merged(expr.bindings, true, printer), ').body'];
    case 'let':
      return ['(let ', ...showLet(expr.bindings, printer), 'in ', expr.body, ')'];
    case 'lambda':
      return showLambda(expr, printer);
    case 'select':
      return [
        '(',
        expr.target,
        ').',
        ...showNames(expr.path, printer),
        ...(expr.fallback ? [' or (', expr.fallback, ')'] : []),
      ];
    case 'has':
      return ['((', expr.target, ') ? ', ...showNames(expr.path, printer), ')'];
    case 'if':
      return ['(if ', expr.condition, ' then ', expr.consequence, ' else ', expr.alternative, ')'];
    case 'assert':
      return ['assert ', expr.condition, '; ', expr.body];
    case 'with':
      return ['(with ', expr.scope, '; ', expr.body, ')'];
    case 'unary':
      return expr.op === '!' ? ['(! ', expr.operand, ')'] : showCall(expr, printer);
    case 'binary':
      return plainOps.has(expr.op)
        ? ['(', expr.left, ` ${expr.op} `, expr.right, ')']
        : showComparison(expr.op, expr, printer);
    case 'apply':
    case 'search-path':
      return showCall(expr, printer);
    case 'error':
    default:
      return ['<error>'];
  }
}

const plainOps: ReadonlySet<NixBinaryOp> = new Set(['==', '!=', '&&', '||', '->', '//', '++', '+']);

function showComparison(op: NixBinaryOp, expr: NixExpr, printer: Printer): Item[] {
  const call = showCall(expr, printer);
  return op === '<=' || op === '>=' ? ['(! ', ...call, ')'] : call;
}

/** Calls in callee position are one call with more arguments, and most operators are calls to Nix. */
function showCall(expr: NixExpr, printer: Printer): Item[] {
  // Innermost call last, each one's arguments in reverse.
  const args: Item[] = [];
  for (let at = expr; ;) {
    if (at.type === 'apply' && !isOldOr(at)) {
      args.push(...at.args.toReversed());
      at = at.fn;
    } else {
      const head = at === expr || isCall(at) ? callItems(at, printer) : [at];
      return ['(', ...joined([...head, ...args.reverse()], ' '), ')'];
    }
  }
}

function joined(items: readonly Item[], separator: string): Item[] {
  const result: Item[] = [];
  for (const item of items) {
    if (result.length > 0) result.push(separator);
    result.push(item);
  }
  return result;
}

/** `x or` makes a call of its own, whatever `x` is; nothing else makes a variable named `or`. */
function isOldOr(expr: NixApply): boolean {
  const first = expr.args[0];
  return first?.type === 'variable' && first.name === 'or';
}

function isCall(expr: NixExpr): boolean {
  if (expr.type === 'apply') return isOldOr(expr);
  if (expr.type === 'binary')
    return primitives.has(expr.op) && expr.op !== '<=' && expr.op !== '>=';
  return expr.type === 'search-path' || (expr.type === 'unary' && expr.op === '-');
}

const primitives: ReadonlyMap<NixBinaryOp, string> = new Map([
  ['<', '__lessThan'],
  ['>', '__lessThan'],
  ['<=', '__lessThan'],
  ['>=', '__lessThan'],
  ['-', '__sub'],
  ['*', '__mul'],
  ['/', '__div'],
]);

/** Function and arguments of what Nix's parser turns into a call. */
function callItems(expr: NixExpr, printer: Printer): Item[] {
  if (expr.type === 'search-path') {
    return ['__findFile', '__nixPath', printString(expr.value, printer.dialect)];
  }
  if (expr.type === 'apply') return [expr.fn, ...expr.args];
  if (expr.type === 'unary') return ['__sub', '0', expr.operand];
  if (expr.type !== 'binary') return [expr];
  const primitive = primitives.get(expr.op) ?? expr.op;
  const swapped = expr.op === '>' || expr.op === '<=';
  return [primitive, ...(swapped ? [expr.right, expr.left] : [expr.left, expr.right])];
}

function showString(expr: NixString, printer: Printer): Item[] {
  const { dialect } = printer;
  const text = staticText(expr, dialect);
  if (text !== undefined) return [printString(text, dialect)];
  const parts = stringParts(expr, dialect);
  const items = parts.map((part) =>
    part.type === 'text' ? printString(part.value, dialect) : part.expr,
  );
  return ['(', ...joined(items, ' + '), ')'];
}

function showPath(expr: NixPath, printer: Printer): Item[] {
  const items = expr.parts.map((part, index) => {
    if (part.type === 'interpolation') return part.expr;
    return index === 0 ? printPath(part.value, printer) : printString(part.value, printer.dialect);
  });
  if (items.length === 1) return items;
  return ['(', ...joined(items, ' + '), ')'];
}

function showNames(path: readonly NixAttrName[], printer: Printer): Item[] {
  return path.flatMap((name, index) => {
    const dot = index === 0 ? '' : '.';
    return name.type === 'name'
      ? [dot + printName(name.name, printer.dialect)]
      : [`${dot}"\${`, name.expr, '}"'];
  });
}

function showLambda(expr: NixLambda, printer: Printer): Item[] {
  const { formals, argument } = expr;
  const name = argument === undefined ? '' : printName(argument.name, printer.dialect);
  if (formals === undefined) return [`(${name}: `, expr.body, ')'];
  const items = formals.items.toSorted((a, b) => printer.order(a.name, b.name));
  const list: Item[] = [];
  for (const item of items) {
    list.push(list.length > 0 ? ', ' : '', printName(item.name, printer.dialect));
    if (item.fallback !== undefined) list.push(' ? ', item.fallback);
  }
  if (formals.ellipsis) list.push(list.length > 0 ? ', ...' : '...');
  return ['({ ', ...list, argument === undefined ? ' }: ' : ` } @ ${name}: `, expr.body, ')'];
}

function merged(bindings: readonly NixBinding[], recursive: boolean, printer: Printer): MergedSet {
  return mergeBindings(bindings, recursive, printer.dialect).set;
}

function showLet(bindings: readonly NixBinding[], printer: Printer): Item[] {
  const set = merged(bindings, false, printer);
  if (printer.dialect === '2.34') return showSet(set, printer);
  return [...set.attrs.keys()]
    .sort(printer.order)
    .flatMap((name) => showOldAttr(set, name, printer, `inherit ${printName(name, '2.8')}; `));
}

function showSet(set: MergedSet, printer: Printer): Item[] {
  const names = [...set.attrs.keys()].sort(byBytes);
  const attrs =
    printer.dialect === '2.8'
      ? names.flatMap((name) =>
          showOldAttr(set, name, printer, `inherit ${printName(name, '2.8')} ; `),
        )
      : showAttrs(set, names, printer);
  return [
    ...attrs,
    ...set.dynamic.flatMap(({ name, value }) => ['"${', name, '}" = ', value, '; ']),
  ];
}

/** 2.8 prints attributes one by one and `inherit (x) a` as `a = (x).a`. */
function showOldAttr(set: MergedSet, name: string, printer: Printer, inherited: string): Item[] {
  const attr = set.attrs.get(name);
  if (attr === undefined || attr.kind === 'inherited') return [inherited];
  const printed = printName(name, printer.dialect);
  if (attr.kind === 'plain') return [`${printed} = `, attr.value, '; '];
  return [`${printed} = (`, attr.from, `).${printed}; `];
}

/** Later versions print what is inherited first, grouped by where it comes from. */
function showAttrs(set: MergedSet, names: readonly string[], printer: Printer): Item[] {
  const inherited: string[] = [];
  const groups = new Map<NixExpr, string[]>(set.froms.map((from) => [from, []]));
  const plain: Item[] = [];
  for (const name of names) {
    const attr = set.attrs.get(name);
    const printed = printName(name, printer.dialect);
    if (attr?.kind === 'inherited') inherited.push(` ${printed}`);
    else if (attr?.kind === 'from') groups.get(attr.from)?.push(` ${printed}`);
    else if (attr?.kind === 'plain') plain.push(`${printed} = `, attr.value, '; ');
  }
  const items: Item[] = inherited.length > 0 ? ['inherit', ...inherited, '; '] : [];
  for (const [from, group] of groups) {
    if (group.length > 0) items.push('inherit (', from, ')', ...group, '; ');
  }
  return [...items, ...plain];
}
