import type { NixExpr, NixFormal, NixFormals, NixName } from '../../model/nix.ts';
import {
  endOf,
  expect,
  peek,
  report,
  skipPast,
  spanFrom,
  startOf,
  takeText,
  found,
  type Parser,
} from './parser.ts';
import { T } from './token.ts';

export type LambdaHead = { readonly argument?: NixName; readonly formals?: NixFormals };

/** Whether a function starts here: `x:`, `x@{`, `{ … }:`. A few tokens decide. */
export function startsLambda(p: Parser): boolean {
  if (peek(p) === T.identifier) return peek(p, 1) === T.colon || peek(p, 1) === T.at;
  if (peek(p) !== T.braceOpen) return false;
  const first = peek(p, 1);
  if (first === T.ellipsis) return true;
  if (first === T.braceClose) return endsFormals(peek(p, 2));
  if (first !== T.identifier) return false;
  const second = peek(p, 2);
  return (
    second === T.comma ||
    second === T.question ||
    (second === T.braceClose && endsFormals(peek(p, 3)))
  );
}

function endsFormals(kind: number): boolean {
  return kind === T.colon || kind === T.at;
}

/** Reads all of a function up to and with the colon. */
export function readLambdaHead(p: Parser): LambdaHead {
  const before = peek(p) === T.identifier ? readName(p) : undefined;
  if (before !== undefined && peek(p) === T.colon) {
    p.at++;
    return { argument: before };
  }
  if (before !== undefined) p.at++;
  const formals = readFormals(p);
  const argument = before ?? readArgumentAfter(p);
  expect(p, T.colon, "':'");
  return argument === undefined ? { formals } : { argument, formals };
}

function readArgumentAfter(p: Parser): NixName | undefined {
  if (peek(p) !== T.at) return undefined;
  p.at++;
  if (peek(p) === T.identifier) return readName(p);
  report(p, `expected a name, found ${found(p)}`);
  return undefined;
}

function readName(p: Parser): NixName {
  const start = startOf(p);
  return { type: 'name', name: takeText(p), span: { start, end: endOf(p) } };
}

function readFormals(p: Parser): NixFormals {
  const start = startOf(p);
  const items: NixFormal[] = [];
  let ellipsis = false;
  expect(p, T.braceOpen, "'{'");
  while (peek(p) === T.identifier) {
    items.push(readFormal(p));
    if (peek(p) !== T.comma) break;
    p.at++;
  }
  if (peek(p) === T.ellipsis && (items.length === 0 || p.tokens.kinds[p.at - 1] === T.comma)) {
    ellipsis = true;
    p.at++;
  }
  if (!expect(p, T.braceClose, "',' or '}'")) {
    skipPast(p, T.braceClose);
    if (peek(p) === T.braceClose) p.at++;
  }
  return { items, ellipsis, span: spanFrom(p, start) };
}

function readFormal(p: Parser): NixFormal {
  const { name, span: nameSpan } = readName(p);
  if (peek(p) !== T.question) return { name, nameSpan, span: nameSpan };
  p.at++;
  const fallback: NixExpr = p.expression();
  return { name, nameSpan, fallback, span: spanFrom(p, nameSpan.start) };
}
