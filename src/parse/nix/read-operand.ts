import type { NixExpr, NixList, NixSet } from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';
import {
  expect,
  found,
  missing,
  nested,
  peek,
  report,
  spanFrom,
  startOf,
  takeText,
  type Parser,
} from './parser.ts';
import { readAttrPath, readBindings, readParenthesised } from './read-bindings.ts';
import { readIndented, readPath, readString } from './read-text.ts';
import { T } from './token.ts';

/** Reads an application `f a b`, or what stands alone (grammar: expr_app). */
export function readApplication(p: Parser): NixExpr {
  const start = startOf(p);
  const fn = readSelection(p);
  if (!startsOperand(p)) return fn;
  const args: NixExpr[] = [];
  while (startsOperand(p)) args.push(readSelection(p));
  return applied(fn, args, spanFrom(p, start));
}

/** A call of a call is one call with more arguments, as it is to Nix (parser.y, makeCall). */
export function applied(fn: NixExpr, args: readonly NixExpr[], span: Span): NixExpr {
  if (fn.type !== 'apply') return { type: 'apply', fn, args, span };
  return { type: 'apply', fn: fn.fn, args: [...fn.args, ...args], span };
}

function startsOperand(p: Parser): boolean {
  switch (peek(p)) {
    case T.identifier:
    case T.integer:
    case T.float:
    case T.uri:
    case T.searchPath:
    case T.path:
    case T.quote:
    case T.indentOpen:
    case T.braceOpen:
    case T.parenOpen:
    case T.bracketOpen:
    case T.rec:
      return true;
    case T.let:
      return peek(p, 1) === T.braceOpen;
    default:
      return false;
  }
}

/** Reads `a.b`, `a.b or c`, and the old `a or` (grammar: expr_select). */
function readSelection(p: Parser): NixExpr {
  const start = startOf(p);
  const { at } = p;
  const target = readSimple(p);
  if (p.at === at) return target;
  if (peek(p) === T.or) {
    const name = {
      type: 'variable',
      name: 'or',
      span: { start: startOf(p), end: startOf(p) + 2 },
    } as const;
    p.at++;
    return { type: 'apply', fn: target, args: [name], span: spanFrom(p, start) };
  }
  if (peek(p) !== T.dot) return target;
  p.at++;
  const path = readAttrPath(p);
  if (peek(p) !== T.or) return { type: 'select', target, path, span: spanFrom(p, start) };
  p.at++;
  // The fallback may have a fallback of its own: a chain that nests.
  const fallback = nested(p, readSelection);
  return { type: 'select', target, path, fallback, span: spanFrom(p, start) };
}

function readSimple(p: Parser): NixExpr {
  const start = startOf(p);
  switch (peek(p)) {
    case T.identifier:
      return readVariable(p);
    case T.integer:
      return readInteger(p);
    case T.float:
      return readFloat(p);
    case T.uri:
      return { type: 'uri', value: takeText(p), span: spanFrom(p, start) };
    case T.searchPath:
      return { type: 'search-path', value: takeText(p).slice(1, -1), span: spanFrom(p, start) };
    case T.path:
      return readPath(p);
    case T.quote:
      return readString(p);
    case T.indentOpen:
      return readIndented(p);
    case T.parenOpen:
      return readParenthesised(p);
    case T.bracketOpen:
      return readList(p);
    case T.braceOpen:
      return readSet(p, false);
    case T.rec:
      p.at++;
      return readSet(p, true, start);
    case T.let:
      p.at++;
      return { ...readSet(p, true, start), type: 'legacy-let' };
    default:
      return missing(p, 'an expression');
  }
}

function readSet(p: Parser, recursive: boolean, start = startOf(p)): NixSet {
  expect(p, T.braceOpen, "'{'");
  const bindings = readBindings(p, T.braceClose);
  expect(p, T.braceClose, "'}'");
  return { type: 'set', recursive, bindings, span: spanFrom(p, start) };
}

function readList(p: Parser): NixList {
  const start = startOf(p);
  p.at++;
  const items: NixExpr[] = [];
  while (peek(p) !== T.bracketClose && !endsList(peek(p))) {
    if (startsOperand(p)) items.push(nested(p, readSelection));
    else {
      report(p, `expected a list item or ']', found ${found(p)}`);
      p.at++;
    }
  }
  expect(p, T.bracketClose, "']'");
  return { type: 'list', items, span: spanFrom(p, start) };
}

/** Tokens that can only belong to what surrounds the list: its `]` is missing. */
function endsList(kind: number): boolean {
  return (
    kind === T.end ||
    kind === T.semicolon ||
    kind === T.braceClose ||
    kind === T.parenClose ||
    kind === T.in
  );
}

function readVariable(p: Parser): NixExpr {
  const start = startOf(p);
  const name = takeText(p);
  const span = spanFrom(p, start);
  return name === '__curPos'
    ? { type: 'current-position', span }
    : { type: 'variable', name, span };
}

/** Digits of the largest integer, 2^63 - 1. */
const maxIntegerDigits = 19;
const maxInteger = 2n ** 63n - 1n;

function readInteger(p: Parser): NixExpr {
  const start = startOf(p);
  const text = takeText(p).replace(/^0+/, '');
  const span = spanFrom(p, start);
  // A long run of digits is never converted: that takes more than linear time.
  const value = text.length > maxIntegerDigits ? maxInteger + 1n : BigInt(text);
  if (value <= maxInteger) return { type: 'integer', value, span };
  p.errors.push({ cause: 'parse', message: 'integer does not fit into 64 bits', span });
  return { type: 'integer', value: maxInteger, span };
}

/** Smallest positive float that strtod reads without a range error. */
const minFloat = 2.2250738585072014e-308;

function readFloat(p: Parser): NixExpr {
  const start = startOf(p);
  const text = takeText(p);
  const span = spanFrom(p, start);
  const value = Number(text);
  const tooSmall = value < minFloat && /[1-9]/.test(text.split(/e/i)[0] ?? '');
  if (tooSmall || value === Infinity) {
    p.errors.push({ cause: 'parse', message: 'float is out of range', span });
  }
  return { type: 'float', value, span };
}
