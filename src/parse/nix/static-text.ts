import type { NixExpr, NixString, NixStringPart } from '../../model/nix.ts';
import type { NixDialect } from './merge.ts';

/** The parts of a string as a dialect keeps them: 2.34 drops empty texts of indented strings. */
export function stringParts(expr: NixString, dialect: NixDialect): readonly NixStringPart[] {
  if (dialect === '2.8' || !expr.indented) return expr.parts;
  return expr.parts.filter((part) => part.type !== 'text' || part.value !== '');
}

/**
 * The text of what Nix's parser makes a constant string: a literal without interpolation, a URL literal,
 * or an indented string that holds nothing but such a constant (`''${"a"}''`). Undefined for the rest.
 */
export function staticText(expr: NixExpr, dialect: NixDialect = '2.34'): string | undefined {
  for (let at = expr; ;) {
    if (at.type === 'uri') return at.value;
    if (at.type !== 'string') return undefined;
    const parts = stringParts(at, dialect);
    const only = parts[0];
    if (only === undefined) return '';
    if (parts.length > 1 || (only.type !== 'text' && !at.indented)) return undefined;
    if (only.type === 'text') return only.value;
    at = only.expr;
  }
}
