import type { NixComment, NixExpr, NixFault, NixTree } from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';
import { lex } from './lex.ts';
import {
  expect,
  found,
  missing,
  nested,
  peek,
  report,
  spanFrom,
  startOf,
  type Parser,
} from './parser.ts';
import { readBindings } from './read-bindings.ts';
import { readLambdaHead, startsLambda } from './read-lambda.ts';
import { readOperators } from './read-operators.ts';
import { T } from './token.ts';
import { heightWithin } from './walk.ts';

/** Largest text that is read: nixpkgs has a generated file of more than 10 MB, people write less than 1. */
export const maxNixLength = 32 * 1024 * 1024;

/**
 * Tallest tree that is handed out. Chains (`a + b + …`, `a: b: …`) make tall trees without nesting; code
 * that walks trees by recursion relies on this limit.
 */
export const maxNixHeight = 2000;

/**
 * Reads a Nix expression as src/libexpr/parser.y does and goes on after mistakes. Total: whatever the text
 * holds, the result is a tree and the list of what Nix refuses about its syntax. Duplicate attributes are
 * not syntax: see `checkNix`.
 */
export function parseNix(text: string): NixTree {
  if (text.length > maxNixLength) {
    return nothing({ start: 0, end: 0 }, `larger than ${maxNixLength} characters`);
  }
  const tokens = lex(text);
  const p: Parser = {
    text,
    tokens,
    errors: [...tokens.errors],
    expression: () => nested(p, readExpression),
    at: 0,
    depth: 0,
    faultAt: -1,
  };
  const root = readFile(p);
  // No tree is taller than it has tokens.
  if (tokens.kinds.length > maxNixHeight && !heightWithin(root, maxNixHeight)) {
    return nothing(root.span, `the expression is a chain of more than ${maxNixHeight} links`);
  }
  const errors = p.errors.sort((a, b) => a.span.start - b.span.start);
  return { root, comments: readComments(text, tokens.comments), errors };
}

function nothing(span: Span, message: string): NixTree {
  const fault: NixFault = { cause: 'limit', message, span };
  return { root: { type: 'error', parts: [], span }, comments: [], errors: [fault] };
}

/** What stands after the expression is read as bindings, so that a stray brace does not hide the rest. */
function readFile(p: Parser): NixExpr {
  const first = p.expression();
  if (peek(p) === T.end) return first;
  report(p, `expected the end of the file, found ${found(p)}`);
  const parts = [first];
  while (peek(p) !== T.end) {
    p.at++;
    const start = startOf(p);
    const bindings = readBindings(p, T.braceClose);
    if (bindings.length === 0) continue;
    parts.push({ type: 'set', recursive: false, bindings, span: spanFrom(p, start) });
  }
  return { type: 'error', parts, span: spanFrom(p, 0) };
}

type Wrap = (body: NixExpr) => NixExpr;

/** Reads functions, `let`, `with`, `assert` and `if` as long as they follow each other, then operators. */
function readExpression(p: Parser): NixExpr {
  const wraps: Wrap[] = [];
  for (let wrap = readPrefix(p); wrap !== undefined; wrap = readPrefix(p)) wraps.push(wrap);
  return wraps.reduceRight((body, wrap) => wrap(body), readOperators(p));
}

function readPrefix(p: Parser): Wrap | undefined {
  const start = startOf(p);
  if (startsLambda(p)) {
    const head = readLambdaHead(p);
    return (body) => ({ type: 'lambda', ...head, body, span: spanFrom(p, start) });
  }
  switch (peek(p)) {
    case T.let:
      return peek(p, 1) === T.braceOpen ? undefined : readLet(p, start);
    case T.with:
      return readWith(p, start);
    case T.assert:
      return readAssert(p, start);
    case T.if:
      return readIf(p, start);
    default:
      return undefined;
  }
}

function readLet(p: Parser, start: number): Wrap {
  p.at++;
  const bindings = readBindings(p, T.in);
  expect(p, T.in, "'in'");
  return (body) => ({ type: 'let', bindings, body, span: spanFrom(p, start) });
}

function readWith(p: Parser, start: number): Wrap {
  p.at++;
  const scope = p.expression();
  expect(p, T.semicolon, "';'");
  return (body) => ({ type: 'with', scope, body, span: spanFrom(p, start) });
}

function readAssert(p: Parser, start: number): Wrap {
  p.at++;
  const condition = p.expression();
  expect(p, T.semicolon, "';'");
  return (body) => ({ type: 'assert', condition, body, span: spanFrom(p, start) });
}

function readIf(p: Parser, start: number): Wrap {
  p.at++;
  const condition = p.expression();
  const consequence = expect(p, T.thenKeyword, "'then'") ? p.expression() : missing(p, "'then'");
  const more = expect(p, T.else, "'else'");
  // Without an `else` there is no branch to read: what follows belongs to someone else.
  const alternative = more ? undefined : missing(p, "'else'");
  return (body) => ({
    type: 'if',
    condition,
    consequence,
    alternative: alternative ?? body,
    span: spanFrom(p, start),
  });
}

function readComments(text: string, offsets: readonly number[]): NixComment[] {
  const comments: NixComment[] = [];
  for (let at = 0; at < offsets.length; at += 2) {
    const span = { start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 };
    const line = text[span.start] === '#';
    const value = line
      ? text.slice(span.start + 1, span.end)
      : text.slice(span.start + 2, span.end - 2);
    comments.push({ kind: line ? 'line' : 'block', text: value, span });
  }
  return comments;
}
