import type { NixBinding, NixExpr, NixFault, NixLambda } from '../../model/nix.ts';
import { mergeBindings, type NixDialect } from './merge.ts';
import { walkNix } from './walk.ts';

/**
 * What Nix's parser refuses beyond syntax: attributes and function arguments that are defined twice, and
 * dynamic names in `let`. In the order of the text.
 */
export function checkNix(root: NixExpr, dialect: NixDialect = '2.34'): NixFault[] {
  const faults: NixFault[] = [];
  for (const expr of walkNix(root)) {
    if (expr.type === 'set' || expr.type === 'legacy-let') {
      faults.push(...duplicateAttributes(expr.bindings, dialect));
    } else if (expr.type === 'let') faults.push(...letFaults(expr.bindings, dialect));
    else if (expr.type === 'lambda') faults.push(...duplicateArguments(expr));
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

function duplicateAttributes(bindings: readonly NixBinding[], dialect: NixDialect): NixFault[] {
  const { duplicates } = mergeBindings(bindings, false, dialect);
  return duplicates.map(({ name, at }) => ({
    cause: 'parse',
    message: `attribute '${name}' is already defined`,
    span: at,
  }));
}

function letFaults(bindings: readonly NixBinding[], dialect: NixDialect): NixFault[] {
  const { set } = mergeBindings(bindings, false, dialect);
  const dynamic = set.dynamic.map(({ name }): NixFault => ({
    cause: 'parse',
    message: 'dynamic attributes are not allowed in let',
    span: name.span,
  }));
  return [...dynamic, ...duplicateAttributes(bindings, dialect)];
}

function duplicateArguments(expr: NixLambda): NixFault[] {
  const seen = new Set<string>();
  if (expr.formals !== undefined && expr.argument !== undefined) seen.add(expr.argument.name);
  return (expr.formals?.items ?? []).flatMap((item): NixFault[] => {
    const known = seen.has(item.name);
    seen.add(item.name);
    if (!known) return [];
    const message = `function argument '${item.name}' is already defined`;
    return [{ cause: 'parse', message, span: item.nameSpan }];
  });
}
