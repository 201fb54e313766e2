import type { NixBinaryOp, NixExpr } from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';
import { endOf, peek, report, startOf, found, type Parser } from './parser.ts';
import { readAttrPath } from './read-bindings.ts';
import { applied, readApplication } from './read-operand.ts';
import { T } from './token.ts';

type Associativity = 'left' | 'right' | 'none';
type Operator = {
  readonly op: NixBinaryOp | '|>' | '<|';
  readonly level: number;
  readonly associativity: Associativity;
};

const pipeLevel = 0;
const notLevel = 7;
const hasLevel = 11;
const negateLevel = 12;

/** Binary operators from loose to tight, as parser.y declares them; pipes have rules of their own. */
const operators: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  [T.pipeInto, { op: '|>', level: pipeLevel, associativity: 'left' }],
  [T.pipeFrom, { op: '<|', level: pipeLevel, associativity: 'right' }],
  [T.implies, { op: '->', level: 1, associativity: 'right' }],
  [T.orElse, { op: '||', level: 2, associativity: 'left' }],
  [T.and, { op: '&&', level: 3, associativity: 'left' }],
  [T.equal, { op: '==', level: 4, associativity: 'none' }],
  [T.notEqual, { op: '!=', level: 4, associativity: 'none' }],
  [T.less, { op: '<', level: 5, associativity: 'none' }],
  [T.greater, { op: '>', level: 5, associativity: 'none' }],
  [T.lessEqual, { op: '<=', level: 5, associativity: 'none' }],
  [T.greaterEqual, { op: '>=', level: 5, associativity: 'none' }],
  [T.update, { op: '//', level: 6, associativity: 'right' }],
  [T.plus, { op: '+', level: 8, associativity: 'left' }],
  [T.minus, { op: '-', level: 8, associativity: 'left' }],
  [T.times, { op: '*', level: 9, associativity: 'left' }],
  [T.divide, { op: '/', level: 9, associativity: 'left' }],
  [T.concat, { op: '++', level: 10, associativity: 'right' }],
]);

/** An operand with the range it takes up, parentheses included. */
type Operand = { readonly expr: NixExpr; readonly start: number; readonly end: number };
type Pending =
  | { readonly kind: 'binary'; readonly operator: Operator; readonly level: number }
  | {
      readonly kind: 'unary';
      readonly op: '!' | '-';
      readonly level: number;
      readonly start: number;
    };

/**
 * Reads operands and operators (grammar: expr_op and the pipes) with two stacks instead of recursion, so
 * that long chains cost no call stack.
 */
export function readOperators(p: Parser): NixExpr {
  const operands: Operand[] = [];
  const pending: Pending[] = [];
  for (;;) {
    readPrefixes(p, pending);
    operands.push(readOperand(p));
    while (peek(p) === T.question) readHas(p, operands, pending);
    const operator = operators.get(peek(p));
    if (operator === undefined) break;
    reduceBefore(p, operands, pending, operator);
    pending.push({ kind: 'binary', operator, level: operator.level });
    p.at++;
  }
  while (pending.length > 0) reduce(operands, pending);
  return lastOperand(operands).expr;
}

function readPrefixes(p: Parser, pending: Pending[]): void {
  for (let kind = peek(p); kind === T.not || kind === T.minus; kind = peek(p)) {
    const start = startOf(p);
    if (kind === T.not) pending.push({ kind: 'unary', op: '!', level: notLevel, start });
    else pending.push({ kind: 'unary', op: '-', level: negateLevel, start });
    p.at++;
  }
}

function readOperand(p: Parser): Operand {
  const { at } = p;
  const start = startOf(p);
  const expr = readApplication(p);
  return p.at === at ? { expr, ...expr.span } : { expr, start, end: endOf(p) };
}

/** `a ? b.c` binds tighter than all but a minus sign. */
function readHas(p: Parser, operands: Operand[], pending: Pending[]): void {
  while ((pending.at(-1)?.level ?? 0) > hasLevel) reduce(operands, pending);
  p.at++;
  const path = readAttrPath(p);
  const { expr: target, start } = lastOperand(operands);
  operands.pop();
  const end = endOf(p);
  operands.push({ expr: { type: 'has', target, path, span: { start, end } }, start, end });
}

/** Builds what binds tighter than the operator that comes next. */
function reduceBefore(p: Parser, operands: Operand[], pending: Pending[], next: Operator): void {
  for (
    let top = pending.at(-1);
    top !== undefined && top.level >= next.level;
    top = pending.at(-1)
  ) {
    if (top.level === next.level) {
      checkChain(p, top, next);
      if (next.associativity === 'right') return;
    }
    reduce(operands, pending);
  }
}

/** Comparisons do not chain, and the two pipes do not mix. */
function checkChain(p: Parser, top: Pending, next: Operator): void {
  const mixed = top.kind === 'binary' && next.level === pipeLevel && top.operator.op !== next.op;
  if (next.associativity === 'none' || mixed) {
    report(p, `${found(p)} cannot follow an operator of the same rank without parentheses`);
  }
}

function reduce(operands: Operand[], pending: Pending[]): void {
  const top = pending.pop();
  if (top === undefined) return;
  const right = lastOperand(operands);
  operands.pop();
  if (top.kind === 'unary') {
    const span = { start: top.start, end: right.end };
    operands.push({ expr: { type: 'unary', op: top.op, operand: right.expr, span }, ...span });
    return;
  }
  const left = lastOperand(operands);
  operands.pop();
  const span = { start: left.start, end: right.end };
  operands.push({ expr: combine(top.operator, left.expr, right.expr, span), ...span });
}

function combine({ op }: Operator, left: NixExpr, right: NixExpr, span: Span): NixExpr {
  if (op === '|>') return applied(right, [left], span);
  if (op === '<|') return applied(left, [right], span);
  return { type: 'binary', op, left, right, span };
}

function lastOperand(operands: readonly Operand[]): Operand {
  const last = operands.at(-1);
  // Every reduction is paired with operands read before it; nothing here depends on the text.
  if (last === undefined) throw new Error('operator without operand');
  return last;
}
