import type { NixError, NixExpr, NixFault } from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';
import { T, type Tokens } from './token.ts';

/** Where the parser stands. `expression` closes the circle of the files that read parts of expressions. */
export type Parser = {
  readonly text: string;
  readonly tokens: Tokens;
  readonly errors: NixFault[];
  readonly expression: () => NixExpr;
  /** Index of the next token. */
  at: number;
  /** Brackets that are open. */
  depth: number;
  /** Token at which a fault was last reported: one token is blamed once. */
  faultAt: number;
};

/** Kind of the next token, or of a later one. */
export function peek(p: Parser, ahead = 0): number {
  return p.tokens.kinds[p.at + ahead] ?? T.end;
}

export function startOf(p: Parser): number {
  return p.tokens.starts[p.at] ?? p.text.length;
}

/** End of the last token taken. */
export function endOf(p: Parser): number {
  return p.at === 0 ? 0 : (p.tokens.ends[p.at - 1] ?? p.text.length);
}

/** From `start` to the last token taken. */
export function spanFrom(p: Parser, start: number): Span {
  const end = endOf(p);
  return { start: Math.min(start, end), end };
}

/** The text of the next token, which is taken. */
export function takeText(p: Parser): string {
  const text = p.text.slice(startOf(p), p.tokens.ends[p.at]);
  p.at++;
  return text;
}

/** Takes the next token if it is of the kind; otherwise says what was expected. */
export function expect(p: Parser, kind: number, name: string): boolean {
  if (peek(p) === kind) {
    p.at++;
    return true;
  }
  report(p, `expected ${name}, found ${found(p)}`);
  return false;
}

/** Reports a fault at the next token unless it was blamed already. */
export function report(p: Parser, message: string): void {
  if (p.faultAt === p.at) return;
  p.faultAt = p.at;
  const start = startOf(p);
  p.errors.push({
    cause: 'parse',
    message,
    span: { start, end: p.tokens.ends[p.at] ?? start },
  });
}

/** Longest piece of a token that is shown. */
const shownLength = 40;

export function found(p: Parser): string {
  if (peek(p) === T.end) return 'the end of the file';
  const text = p.text.slice(startOf(p), p.tokens.ends[p.at]);
  return text.length > shownLength ? `'${text.slice(0, shownLength)}…'` : `'${text}'`;
}

/** A node for what is missing: empty, right after the last token, so that it lies inside its parent. */
export function missing(p: Parser, what: string): NixError {
  report(p, `expected ${what}, found ${found(p)}`);
  const end = endOf(p);
  return { type: 'error', parts: [], span: { start: end, end } };
}

/**
 * Deepest nesting of brackets and `or` fallbacks that is read. The deepest of 12,000 real files has 20; the limit keeps
 * recursion far away from the end of the stack.
 */
export const maxNesting = 300;

/** Reads one level deeper, or stops the parser where the nesting is too deep. */
export function nested(p: Parser, read: (p: Parser) => NixExpr): NixExpr {
  if (p.depth >= maxNesting) return stop(p, `nested deeper than ${maxNesting} levels`);
  p.depth++;
  const expr = read(p);
  p.depth--;
  return expr;
}

/** Gives up on the rest of the text: a limit was hit at the next token. */
function stop(p: Parser, message: string): NixError {
  const start = startOf(p);
  p.errors.push({ cause: 'limit', message, span: { start, end: p.tokens.ends[p.at] ?? start } });
  p.at = p.tokens.kinds.length - 1;
  p.faultAt = p.at;
  const end = endOf(p);
  return { type: 'error', parts: [], span: { start: end, end } };
}

/**
 * Skips to the next token of the kind outside nested brackets and takes it. Stops before a brace that
 * closes more than was opened on the way (the lexer pairs those), before `in`, after `most` tokens, and at the end. Says
 * whether it was taken.
 */
export function skipPast(p: Parser, kind: number, most = Infinity): boolean {
  let braces = 0;
  let others = 0;
  const last = p.at + most;
  for (let at = peek(p); at !== T.end && p.at < last; at = peek(p)) {
    if (at === kind && braces === 0 && others === 0) {
      p.at++;
      return true;
    }
    if (at === T.in && braces === 0 && others === 0) return false;
    if (at === T.braceOpen || at === T.antiquote) braces++;
    else if (at === T.braceClose && braces-- === 0) return false;
    else if (at === T.parenOpen || at === T.bracketOpen) others++;
    else if ((at === T.parenClose || at === T.bracketClose) && braces === 0 && others-- === 0)
      return false;
    p.at++;
  }
  return false;
}
