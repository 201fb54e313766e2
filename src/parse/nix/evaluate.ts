import type { NixAttrName, NixBinary, NixExpr, NixSelect, NixSet } from '../../model/nix.ts';
import type { NixScope, NixThunk, NixValue, UnknownReason } from '../../model/nix-value.ts';
import { evaluatePath, evaluateString, joinText } from './evaluate-text.ts';
import { lookup, openSet, scopedSet } from './scope.ts';
import { unwrap } from './wrappers.ts';

/** Evaluates expressions of one file and remembers what it found. */
export type NixEvaluator = {
  /** Value of an expression in a scope, to its outermost constructor. Never throws. */
  readonly value: (expr: NixExpr, scope: NixScope) => NixValue;
  /** Value of a thunk, found out once. */
  readonly force: (thunk: NixThunk) => NixValue;
  /** Whether the work allowed is used up: what was found since may be less than what is there. */
  readonly exhausted: () => boolean;
};

/** Evaluation steps allowed for one file: fifty times what the largest generated file seen needs. */
const maxSteps = 5_000_000;

/** Nesting of evaluations; deeper is unknown. Keeps recursion far from the end of the stack. */
const maxDepth = 150;

/** How many values an expression may have before it counts as unknown. */
const maxOptions = 16;

type State = {
  steps: number;
  depth: number;
  readonly known: WeakMap<NixThunk, NixValue>;
  readonly busy: WeakSet<NixThunk>;
};

/** Makes an evaluator for one file. */
export function nixEvaluator(): NixEvaluator {
  const state: State = { steps: 0, depth: 0, known: new WeakMap(), busy: new WeakSet() };
  const evaluator: NixEvaluator = {
    value: (expr, scope) => limited(state, expr, () => evaluate(expr, scope, evaluator)),
    force: (thunk) => force(thunk, state, evaluator),
    exhausted: () => state.steps > maxSteps,
  };
  return evaluator;
}

function limited(state: State, expr: NixExpr, evaluation: () => NixValue): NixValue {
  if (++state.steps > maxSteps || state.depth >= maxDepth) return unknown(expr, 'limit');
  state.depth++;
  const value = evaluation();
  state.depth--;
  return value;
}

function force(thunk: NixThunk, state: State, evaluator: NixEvaluator): NixValue {
  const known = state.known.get(thunk);
  if (known !== undefined) return known;
  if (state.busy.has(thunk)) return unknown(thunk.expr, 'cycle');
  state.busy.add(thunk);
  const value = evaluator.value(thunk.expr, thunk.scope);
  state.busy.delete(thunk);
  state.known.set(thunk, value);
  return value;
}

function unknown(expr: NixExpr, why: UnknownReason): NixValue {
  return { kind: 'unknown', why, expr };
}

function evaluate(expr: NixExpr, scope: NixScope, evaluator: NixEvaluator): NixValue {
  switch (expr.type) {
    case 'integer':
    case 'float':
      return literal(expr);
    case 'string':
      return evaluateString(expr, scope, evaluator.value);
    case 'uri':
      return { kind: 'string', value: expr.value, expr };
    case 'path':
      return evaluatePath(expr, scope, evaluator.value);
    case 'variable':
      return variable(expr.name, expr, scope, evaluator);
    case 'list':
      return {
        kind: 'list',
        items: expr.items.map((item) => ({ expr: item, scope })),
        open: false,
        expr,
      };
    case 'set':
      return setValue(expr, scope, evaluator);
    case 'legacy-let': {
      const body = scopedSet(expr.bindings, true, scope).attrs.get('body');
      return body === undefined ? unknown(expr, 'error') : evaluator.force(body);
    }
    case 'let':
      return evaluator.value(expr.body, scopedSet(expr.bindings, true, scope).scope);
    case 'lambda':
      return { kind: 'function', lambda: expr, scope, expr };
    case 'select':
      return select(expr, scope, evaluator);
    case 'if':
      return conditional(
        expr.condition,
        [expr.consequence, expr.alternative],
        expr,
        scope,
        evaluator,
      );
    case 'with':
      return evaluator.value(expr.body, { names: 'with', parent: scope });
    case 'assert':
      return evaluator.value(expr.body, scope);
    case 'unary':
      return not(expr.op, evaluator.value(expr.operand, scope), expr);
    case 'binary':
      return binary(expr, scope, evaluator);
    case 'apply':
      return call(expr, scope, evaluator);
    case 'error':
      return unknown(expr, 'error');
    case 'has':
    case 'search-path':
    case 'current-position':
    default:
      return unknown(expr, 'operation');
  }
}

function literal(expr: Extract<NixExpr, { type: 'integer' | 'float' }>): NixValue {
  return expr.type === 'integer'
    ? { kind: 'integer', value: expr.value, expr }
    : { kind: 'float', value: expr.value, expr };
}

function variable(name: string, expr: NixExpr, scope: NixScope, evaluator: NixEvaluator): NixValue {
  const found = lookup(name, scope);
  if (found.kind === 'defined') return evaluator.force(found.thunk);
  if (found.kind === 'argument') return unknown(expr, 'argument');
  if (found.kind === 'unbound') return unknown(expr, 'unbound');
  return constant(name, expr);
}

function constant(name: string, expr: NixExpr): NixValue {
  if (name === 'null') return { kind: 'null', expr };
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true', expr };
  return unknown(expr, 'call');
}

function setValue(expr: NixSet, scope: NixScope, evaluator: NixEvaluator): NixValue {
  const { attrs, dynamic } = openSet(expr, scope);
  if (dynamic.length === 0) return { kind: 'set', attrs, open: false, expr };
  const all = new Map(attrs);
  let open = false;
  for (const { name, value } of dynamic) {
    const known = evaluator.force(name);
    // A name that is null leaves its attribute out.
    if (known.kind === 'string') all.set(known.value, value);
    else if (known.kind !== 'null') open = true;
  }
  return { kind: 'set', attrs: all, open, expr };
}

/** Applies a function to each value an expression may have. */
function each(value: NixValue, expr: NixExpr, apply: (option: NixValue) => NixValue): NixValue {
  return value.kind === 'either' ? either(value.options.map(apply), expr) : apply(value);
}

/** One of several values; none is lost, too many are unknown. */
function either(values: readonly NixValue[], expr: NixExpr): NixValue {
  const options = values.flatMap((value) => (value.kind === 'either' ? value.options : value));
  const [first] = options;
  if (options.length === 1 && first !== undefined) return first;
  return options.length === 0 || options.length > maxOptions
    ? unknown(expr, 'limit')
    : { kind: 'either', options, expr };
}

function conditional(
  condition: NixExpr,
  branches: readonly [NixExpr, NixExpr],
  expr: NixExpr,
  scope: NixScope,
  evaluator: NixEvaluator,
): NixValue {
  const known = evaluator.value(condition, scope);
  if (known.kind === 'boolean') return evaluator.value(branches[known.value ? 0 : 1], scope);
  return either(
    branches.map((branch) => evaluator.value(branch, scope)),
    expr,
  );
}

function not(op: '!' | '-', value: NixValue, expr: NixExpr): NixValue {
  if (op === '!' && value.kind === 'boolean') return { kind: 'boolean', value: !value.value, expr };
  if (op === '-' && value.kind === 'integer') return { kind: 'integer', value: -value.value, expr };
  return unknown(expr, 'operation');
}

function select(expr: NixSelect, scope: NixScope, evaluator: NixEvaluator): NixValue {
  const target = evaluator.value(expr.target, scope);
  const { fallback } = expr;
  const missing = () =>
    fallback === undefined ? unknown(expr, 'operation') : evaluator.value(fallback, scope);
  return each(target, expr, (option) => walkPath(option, expr, scope, evaluator) ?? missing());
}

/** Undefined when an attribute is certainly not there. */
function walkPath(
  start: NixValue,
  expr: NixSelect,
  scope: NixScope,
  evaluator: NixEvaluator,
): NixValue | undefined {
  let value = start;
  for (const [index, segment] of expr.path.entries()) {
    const name = staticName(segment, scope, evaluator);
    if (value.kind === 'unknown') return { ...value, expr };
    if (value.kind !== 'set' || name === undefined) return unknown(expr, 'operation');
    const next = value.attrs.get(name);
    if (next === undefined) return value.open ? unknown(expr, 'operation') : undefined;
    value = evaluator.force(next);
    // A choice in the middle of a path is only followed at its end.
    if (value.kind === 'either' && index < expr.path.length - 1) return unknown(expr, 'operation');
  }
  return value;
}

function staticName(
  name: NixAttrName,
  scope: NixScope,
  evaluator: NixEvaluator,
): string | undefined {
  if (name.type === 'name') return name.name;
  const value = evaluator.value(name.expr, scope);
  return value.kind === 'string' ? value.value : undefined;
}

function binary(expr: NixBinary, scope: NixScope, evaluator: NixEvaluator): NixValue {
  const left = evaluator.value(expr.left, scope);
  if (expr.op === '+') return joinText(left, evaluator.value(expr.right, scope), expr);
  if (expr.op === '//') {
    const right = evaluator.value(expr.right, scope);
    return each(left, expr, (a) => each(right, expr, (b) => update(a, b, expr)));
  }
  if (expr.op === '++') return concatenate(left, evaluator.value(expr.right, scope), expr);
  if (expr.op !== '&&' && expr.op !== '||') return unknown(expr, 'operation');
  const short = expr.op === '||';
  if (left.kind !== 'boolean') return unknown(expr, 'operation');
  return left.value === short ? left : evaluator.value(expr.right, scope);
}

function update(left: NixValue, right: NixValue, expr: NixExpr): NixValue {
  if (left.kind !== 'set' && right.kind !== 'set') return unknown(expr, 'operation');
  if (right.kind !== 'set') {
    // Anything on the right may replace what is known on the left.
    return { kind: 'set', attrs: new Map(), open: true, expr };
  }
  if (left.kind !== 'set') return { ...right, open: true, expr };
  return {
    kind: 'set',
    attrs: new Map([...left.attrs, ...right.attrs]),
    open: left.open || right.open,
    expr,
  };
}

function concatenate(left: NixValue, right: NixValue, expr: NixExpr): NixValue {
  const known = [left, right].flatMap((value) => (value.kind === 'list' ? value : []));
  if (known.length === 0) return unknown(expr, 'operation');
  const open = known.length === 1 || known.some((value) => value.open);
  return { kind: 'list', items: known.flatMap((value) => value.items), open, expr };
}

function call(expr: NixExpr, scope: NixScope, evaluator: NixEvaluator): NixValue {
  const wrapped = unwrap(expr, scope);
  if (wrapped === undefined) return unknown(expr, 'call');
  if (wrapped.name !== 'optional') return evaluator.value(wrapped.value, scope);
  return { kind: 'list', items: [{ expr: wrapped.value, scope }], open: false, expr };
}
