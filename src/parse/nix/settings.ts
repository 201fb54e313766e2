import type { NixExpr, NixSet, NixVariable } from '../../model/nix.ts';
import type { NixFrame, NixSetting, NixSettings } from '../../model/nix-settings.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import { calleeName, lastName } from './callee.ts';
import { nixEvaluator, type NixEvaluator } from './evaluate.ts';
import {
  isModuleFunction,
  isModulePlace,
  isTestCall,
  isTestSet,
  moduleParts,
} from './module-places.ts';
import { isDarwinOnly } from './platform.ts';
import { innerScope, lambdaScope, lookup, openSet } from './scope.ts';
import { mergedItems, unwrap } from './wrappers.ts';

/** A place still to be looked at. */
type Visit = {
  readonly thunk: NixThunk;
  readonly path: readonly string[];
  readonly frames: readonly NixFrame[];
  readonly inTest: boolean;
  /** Under a condition that holds on macOS only. */
  readonly darwin?: true;
  /** The reference that led here, which is what the setting shows. */
  readonly via?: NixExpr;
  /** Whether `config`, `options` and `imports` have their meaning in a module here. */
  readonly moduleTop: boolean;
};

/** Places looked at in one file: ten times what the largest generated file seen has (2.6 MB). */
const maxVisits = 1_000_000;

/**
 * How often a definition is looked into from where it is used. Definitions that use each other would
 * multiply without end (`self`, fixed points); this keeps the work linear.
 */
const maxUses = 3;
/** Longest option path that is followed. */
const maxPath = 60;

/**
 * What a file sets, with `mkIf`, `mkMerge` and their like looked through, references to known sets
 * followed, both branches of conditions, and modules inside it. Works on any Nix file.
 */
export function nixSettings(
  root: NixExpr,
  evaluator: NixEvaluator = nixEvaluator(),
  visitsAllowed = maxVisits,
): NixSettings {
  const settings: NixSetting[] = [];
  const stack: Visit[] = [
    {
      thunk: { expr: root, scope: undefined },
      path: [],
      frames: [{ kind: 'file' }],
      inTest: false,
      moduleTop: true,
    },
  ];
  const work: Work = { evaluator, settings, uses: new Map() };
  let visits = 0;
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    if (++visits > visitsAllowed) return { settings, complete: false };
    const next = look(visit, work);
    for (let at = next.length - 1; at >= 0; at--) {
      const one = next[at];
      if (one !== undefined && one.path.length <= maxPath) stack.push(one);
    }
  }
  return { settings, complete: !evaluator.exhausted() };
}

type Work = {
  readonly evaluator: NixEvaluator;
  readonly settings: NixSetting[];
  /** How often each definition was followed. */
  readonly uses: Map<NixExpr, number>;
};

/** The same place, something else in it. */
function at(visit: Visit, thunk: NixThunk): Visit {
  return { ...visit, thunk };
}

function look(visit: Visit, work: Work): Visit[] {
  const { expr, scope } = visit.thunk;
  const into = (part: NixExpr): Visit => at(visit, { expr: part, scope });
  switch (expr.type) {
    case 'let':
    case 'assert':
    case 'with':
      return [{ ...visit, thunk: { expr: expr.body, scope: innerScope(expr, scope) } }];
    case 'lambda': {
      const body = { expr: expr.body, scope: lambdaScope(expr, scope) };
      return [
        isModuleFunction(expr)
          ? asModule({ ...visit, thunk: body }, expr)
          : { ...visit, thunk: body },
      ];
    }
    case 'set':
      return attributes(visit, expr, work.evaluator);
    case 'if':
      return [guarded(into(expr.consequence), expr.condition), into(expr.alternative)];
    case 'variable':
      return followVariable(visit, expr, work);
    case 'list':
      emit(visit, work);
      return expr.items.flatMap((item) => (isAtom(item) ? [] : listItem(into(item))));
    case 'apply':
      return lookCall(visit, expr, work);
    case 'binary':
      if (expr.op === '//') return [into(expr.left), into(expr.right)];
      emit(visit, work);
      return expr.op === '++' ? [] : callsIn(expr, visit);
    case 'error':
      return expr.parts.map(into);
    case 'string':
    case 'path':
    case 'select':
    case 'has':
    case 'unary':
    case 'integer':
    case 'float':
    case 'uri':
    case 'search-path':
    case 'legacy-let':
    case 'current-position':
    default:
      emit(visit, work);
      return callsIn(expr, visit);
  }
}

/** A place that counts only where a condition holds. */
function guarded(visit: Visit, condition: NixExpr | undefined, value?: NixExpr): Visit {
  if (condition === undefined || condition === value) return visit;
  return isDarwinOnly(condition, visit.thunk.scope) ? { ...visit, darwin: true } : visit;
}

function emit(visit: Visit, work: Work): void {
  const { path, frames, inTest, darwin, thunk, via } = visit;
  const value = work.evaluator.force(thunk);
  const shown = via ?? thunk.expr;
  work.settings.push({ path, expr: shown, value, frames, inTest, ...(darwin && { darwin }) });
}

/** Strings, numbers and names as list items say nothing beyond the list's own value. */
function isAtom(expr: NixExpr): boolean {
  return (
    expr.type !== 'set' &&
    expr.type !== 'apply' &&
    expr.type !== 'lambda' &&
    expr.type !== 'let' &&
    expr.type !== 'list' &&
    expr.type !== 'with'
  );
}

function listItem(visit: Visit): Visit {
  const item = { ...visit, path: [...visit.path, '*'], moduleTop: false };
  return isModulePlace(item.path) ? asModule(item, visit.thunk.expr) : item;
}

/** From here on paths count from a new module. */
function asModule(visit: Visit, at: NixExpr): Visit {
  if (visit.path.length === 0) return { ...visit, moduleTop: true };
  const frame: NixFrame = { kind: 'module', path: visit.path, span: at.span };
  return { ...visit, path: [], frames: [...visit.frames, frame], moduleTop: true };
}

function attributes(visit: Visit, expr: NixSet, evaluator: NixEvaluator): Visit[] {
  const { attrs, dynamic } = openSet(expr, visit.thunk.scope);
  const inTest = visit.inTest || isTestSet(attrs);
  const inner = { ...visit, inTest, moduleTop: false };
  const module = visit.moduleTop ? moduleParts(attrs) : undefined;
  const named = [...attrs].flatMap(([name, thunk]): Visit[] => {
    if (module?.skip.has(name) === true) return [];
    if (module?.config === thunk) return [{ ...inner, thunk }];
    return [atName(inner, name, thunk, expr)];
  });
  const unnamed = dynamic.map(({ name, value }) => {
    const known = evaluator.force(name);
    return atName(inner, known.kind === 'string' ? known.value : '*', value, expr);
  });
  return [...named, ...unnamed];
}

function atName(visit: Visit, name: string, thunk: NixThunk, set: NixSet): Visit {
  const next = { ...visit, thunk, path: [...visit.path, name] };
  return isModulePlace(next.path)
    ? asModule(next, thunk.expr.type === 'set' ? thunk.expr : set)
    : next;
}

function followVariable(visit: Visit, expr: NixVariable, work: Work): Visit[] {
  const found = lookup(expr.name, visit.thunk.scope);
  const uses = found.kind === 'defined' ? (work.uses.get(found.thunk.expr) ?? 0) : maxUses;
  if (found.kind !== 'defined' || uses >= maxUses) {
    emit(visit, work);
    return [];
  }
  work.uses.set(found.thunk.expr, uses + 1);
  return [{ ...visit, thunk: found.thunk, via: visit.via ?? expr }];
}

type Apply = Extract<NixExpr, { type: 'apply' }>;

function lookCall(visit: Visit, expr: Apply, work: Work): Visit[] {
  const { scope } = visit.thunk;
  const wrapped = unwrap(expr, scope);
  if (wrapped !== undefined) {
    const inner = at(visit, { expr: wrapped.value, scope });
    return [guarded(inner, expr.args[0], wrapped.value)];
  }
  const merged = mergedItems(expr, scope);
  if (merged !== undefined) {
    const items = work.evaluator.value(merged, scope);
    if (items.kind === 'list') return items.items.map((item) => at(visit, item));
  }
  if (expr.args.length === 2 && lastName(calleeName(expr.fn, scope)) === 'recursiveUpdate') {
    return expr.args.map((arg) => at(visit, { expr: arg, scope }));
  }
  const mapped = mappedBody(expr, visit);
  if (mapped !== undefined) return [mapped];
  emit(visit, work);
  return callArguments(expr, visit);
}

/** `genAttrs names (name: { … })` and `mapAttrs (name: value: { … }) set` make attributes of any name. */
function mappedBody(expr: Apply, visit: Visit): Visit | undefined {
  const { scope } = visit.thunk;
  const name = lastName(calleeName(expr.fn, scope));
  if (expr.args.length !== 2 || (name !== 'genAttrs' && name !== 'mapAttrs')) return undefined;
  const fn = expr.args[name === 'genAttrs' ? 1 : 0];
  if (fn?.type !== 'lambda') return undefined;
  return { ...visit, thunk: { expr: fn, scope }, path: [...visit.path, '*'], moduleTop: false };
}

function callArguments(expr: Apply, visit: Visit): Visit[] {
  const { scope } = visit.thunk;
  const name = calleeName(expr.fn, scope);
  const inTest = visit.inTest || isTestCall(name);
  return expr.args.map((arg, argument): Visit => {
    const frame: NixFrame = { kind: 'call', name, argument, path: visit.path, span: expr.span };
    const frames = [...visit.frames, frame];
    return { thunk: { expr: arg, scope }, path: [], frames, inTest, moduleTop: false };
  });
}

/** Calls interpolated into a string or used by an operator have arguments worth a look of their own. */
function callsIn(expr: NixExpr, visit: Visit): Visit[] {
  const parts =
    expr.type === 'string' || expr.type === 'path'
      ? expr.parts.flatMap((part) => (part.type === 'interpolation' ? part.expr : []))
      : expr.type === 'binary'
        ? [expr.left, expr.right]
        : [];
  return parts.flatMap((part) => (part.type === 'apply' ? callArguments(part, visit) : []));
}
