import type { NixApply, NixBind, NixExpr, NixSet } from '../model/nix.ts';
import type { NixScope, NixValue } from '../model/nix-value.ts';
import type { Span } from '../model/span.ts';
import { calleeName, lastName } from '../parse/nix/callee.ts';
import type { NixEvaluator } from '../parse/nix/evaluate.ts';
import { isTestCall, isTestSet } from '../parse/nix/module-places.ts';
import { lookup } from '../parse/nix/scope.ts';
import { walkScoped, type EnclosingCall } from '../parse/nix/walk-scoped.ts';

/** An expression with what surrounds it. */
export type Site = {
  readonly expr: NixExpr;
  readonly scope: NixScope;
  readonly within: EnclosingCall;
  readonly inTest: boolean;
};

/** A call of something that has a name. */
export type CallSite = Site & {
  readonly expr: NixApply;
  /** Dotted, aliases followed. */
  readonly name: string;
  /** Its last part. */
  readonly fn: string;
};

/** `name = value;` of a set; of a longer attribute path the last name. */
export type BindSite = Site & { readonly name: string; readonly bind: NixBind };

/** What a collector of facts works with. */
export type Work = {
  readonly evaluator: NixEvaluator;
  readonly calls: readonly CallSite[];
  readonly binds: readonly BindSite[];
  readonly others: readonly Site[];
  /** Where an expression may not be used: branches, fallbacks, comparisons. */
  readonly conditional: readonly Span[];
};

/** Walks a tree once and sorts what the collectors look at: calls, attributes, names and search paths. */
export function survey(root: NixExpr, evaluator: NixEvaluator): Work {
  const calls: CallSite[] = [];
  const binds: BindSite[] = [];
  const others: Site[] = [];
  const conditional: Span[] = [];
  // Parents come before children in the order of the text, so one end tells whether a test is still open.
  let testEnd = 0;
  for (const { expr, scope, within } of walkScoped(root)) {
    const name = expr.type === 'apply' ? calleeName(expr.fn, scope) : undefined;
    if (isTest(expr, name)) testEnd = Math.max(testEnd, expr.span.end);
    const site = { expr, scope, within, inTest: expr.span.start < testEnd };
    if (expr.type === 'apply' && name !== undefined && !isLocalFunction(expr.fn, scope)) {
      calls.push({ ...site, expr, name, fn: lastName(name) ?? name });
    } else if (expr.type === 'set') binds.push(...bindSites(expr, site));
    else if (expr.type === 'search-path' || expr.type === 'select' || expr.type === 'string')
      others.push(site);
    else if (expr.type === 'variable' && expr.name.startsWith('fake')) others.push(site);
    conditional.push(...conditionalSpans(expr));
  }
  return { evaluator, calls, binds, others, conditional };
}

function isTest(expr: NixExpr, name: string | undefined): boolean {
  if (expr.type === 'set') {
    const names = expr.bindings.flatMap((one) => (one.type === 'bind' ? nameAt(one, 0) : []));
    return isTestSet(new Map(names.map((name) => [name, true])));
  }
  return name !== undefined && (isTestCall(name) || name.split('.').at(-2) === 'testers');
}

function nameAt({ path }: NixBind, index: number): string[] {
  const name = path.at(index);
  return name?.type === 'name' ? [name.name] : [];
}

function bindSites(set: NixSet, site: Site): BindSite[] {
  return set.bindings.flatMap((bind): BindSite[] => {
    if (bind.type !== 'bind') return [];
    return nameAt(bind, -1).map((name) => ({ ...site, expr: bind.value, name, bind }));
  });
}

/** A function the file defines itself is not the library's of the same name. */
function isLocalFunction(fn: NixExpr, scope: NixScope): boolean {
  if (fn.type !== 'variable') return fn.type !== 'select';
  const found = lookup(fn.name, scope);
  if (found.kind !== 'defined') return false;
  const { type } = found.thunk.expr;
  return type !== 'variable' && type !== 'select';
}

function conditionalSpans(expr: NixExpr): Span[] {
  if (expr.type === 'if') return [expr.span];
  if (expr.type === 'assert') return [expr.condition.span];
  if (expr.type === 'select') return expr.fallback ? [expr.fallback.span] : [];
  if (expr.type === 'binary') return expr.op === '==' || expr.op === '!=' ? [expr.span] : [];
  if (expr.type !== 'lambda') return [];
  return (expr.formals?.items ?? []).flatMap(({ fallback }) => (fallback ? [fallback.span] : []));
}

/** The values an expression may have; an unknown one counts as one. */
export function possible(value: NixValue): readonly NixValue[] {
  return value.kind === 'either' ? value.options : [value];
}

/** Text of a string or path as far as it is known; U+FFFC stands for each part that is not. */
export function knownText(value: NixValue): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'path') return value.complete ? value.value : `${value.value}${unknownPart}`;
  if (value.kind !== 'partial') return undefined;
  return value.pieces.map((piece) => piece ?? unknownPart).join('');
}

/** The object replacement character: no name in a file or URL has it. */
export const unknownPart = '\ufffc';
