import type { NixAttrName, NixBinding, NixExpr } from '../../model/nix.ts';
import {
  endOf,
  expect,
  missing,
  peek,
  report,
  skipPast,
  spanFrom,
  startOf,
  takeText,
  found,
  maxNesting,
  type Parser,
} from './parser.ts';
import { readInterpolation, readString } from './read-text.ts';
import { staticText } from './static-text.ts';
import { T } from './token.ts';

/**
 * Reads bindings up to `close` (`}` or `in`), which is left to the caller. A binding that cannot be read
 * costs itself only: reading goes on after its semicolon.
 */
export function readBindings(p: Parser, close: number): NixBinding[] {
  const bindings: NixBinding[] = [];
  while (peek(p) !== close && peek(p) !== T.end && peek(p) !== T.braceClose) {
    if (peek(p) === T.inherit) bindings.push(readInherit(p));
    else if (startsName(peek(p))) bindings.push(readBind(p));
    else {
      report(p, `expected an attribute name, found ${found(p)}`);
      p.at++;
    }
  }
  return bindings;
}

function readBind(p: Parser): NixBinding {
  const start = startOf(p);
  const path = readAttrPath(p);
  const assigned = expect(p, T.assign, "'='");
  const value: NixExpr = assigned ? p.expression() : missing(p, 'a value');
  endBinding(p);
  return { type: 'bind', path, value, span: spanFrom(p, start) };
}

function readInherit(p: Parser): NixBinding {
  const start = startOf(p);
  p.at++;
  const from = peek(p) === T.parenOpen ? readParenthesised(p) : undefined;
  const names: NixAttrName[] = [];
  while (startsName(peek(p))) names.push(readInherited(p));
  endBinding(p);
  const span = spanFrom(p, start);
  return from === undefined
    ? { type: 'inherit', names, span }
    : { type: 'inherit', from, names, span };
}

function readInherited(p: Parser): NixAttrName {
  const name = readAttrName(p);
  if (name.type === 'dynamic') {
    p.errors.push({
      cause: 'parse',
      message: 'dynamic attributes are not allowed in inherit',
      span: name.span,
    });
  }
  return name;
}

function endBinding(p: Parser): void {
  if (!expect(p, T.semicolon, "';'")) skipPast(p, T.semicolon);
}

/** Reads `( expression )`; the parentheses leave no node. */
export function readParenthesised(p: Parser): NixExpr {
  p.at++;
  const expr = p.expression();
  if (!expect(p, T.parenClose, "')'")) recoverParen(p);
  return expr;
}

/** Tokens within which a `)` is looked for: many that are open look at the same tokens again and again. */
const maxAhead = 1000;

/** Without a `)` before the end of the binding, the binding is what goes on. */
function recoverParen(p: Parser): void {
  const { at } = p;
  if (!skipPast(p, T.parenClose, maxAhead)) p.at = at;
}

/** Reads `a.b."c".${d}`. A path is nested sets in short: more names than that have no meaning here. */
export function readAttrPath(p: Parser): NixAttrName[] {
  const start = startOf(p);
  const path = [readAttrName(p)];
  while (peek(p) === T.dot) {
    p.at++;
    path.push(readAttrName(p));
  }
  if (path.length <= maxNesting) return path;
  const message = `attribute path of more than ${maxNesting} names`;
  p.errors.push({ cause: 'limit', message, span: spanFrom(p, start) });
  return path.slice(0, maxNesting);
}

function startsName(kind: number): boolean {
  return kind === T.identifier || kind === T.or || kind === T.quote || kind === T.antiquote;
}

function readAttrName(p: Parser): NixAttrName {
  const start = startOf(p);
  if (peek(p) === T.quote) return asName(readString(p));
  if (peek(p) === T.antiquote) {
    const { expr, span } = readInterpolation(p);
    return { ...asName(expr), span };
  }
  if (!startsName(peek(p))) {
    const expr = missing(p, 'an attribute name');
    return { type: 'dynamic', expr, span: expr.span };
  }
  return { type: 'name', name: takeText(p), span: { start, end: endOf(p) } };
}

/** A string without interpolation names its attribute statically, however it is written. */
function asName(expr: NixExpr): NixAttrName {
  const { span } = expr;
  const name = staticText(expr);
  return name === undefined ? { type: 'dynamic', expr, span } : { type: 'name', name, span };
}
