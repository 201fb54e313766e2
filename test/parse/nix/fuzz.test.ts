import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NixExpr, NixTree } from '../../../src/model/nix.ts';
import type { Span } from '../../../src/model/span.ts';
import { debugParse } from '../../../src/parse/nix/debug.ts';
import { parseNix } from '../../../src/parse/nix/parse.ts';
import { nixSettings } from '../../../src/parse/nix/settings.ts';
import { parseFlakeNix } from '../../../src/parse/flake-nix.ts';
import { nixChildren, walkNix } from '../../../src/parse/nix/walk.ts';
import { fuzzRuns } from '../../fuzz.ts';
import { brokenProgram, program } from './grammar.ts';

const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');

/** Spans lie in the text, those of children and of bindings inside their parent's. */
function checkSpans(text: string, tree: NixTree): void {
  const whole = { start: 0, end: text.length };
  inside(tree.root.span, whole, 'root');
  for (const { span } of [...tree.errors, ...tree.comments])
    inside(span, whole, 'fault or comment');
  for (const expr of walkNix(tree.root)) {
    for (const child of nixChildren(expr))
      inside(child.span, expr.span, `${child.type} in ${expr.type}`);
    for (const span of innerSpans(expr)) inside(span, expr.span, `part of ${expr.type}`);
  }
}

function inside(inner: Span, outer: Span, what: string): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${what}: ${JSON.stringify(inner)} outside of ${JSON.stringify(outer)}`,
  );
}

function innerSpans(expr: NixExpr): Span[] {
  if (expr.type === 'string' || expr.type === 'path') return expr.parts.map((part) => part.span);
  if (expr.type === 'select' || expr.type === 'has') return expr.path.map((name) => name.span);
  if (expr.type === 'lambda') {
    const formals = expr.formals === undefined ? [] : [expr.formals, ...expr.formals.items];
    return [...formals, ...(expr.argument ? [expr.argument] : [])].map(({ span }) => span);
  }
  return expr.type === 'set' || expr.type === 'let' || expr.type === 'legacy-let'
    ? expr.bindings.flatMap((binding) => [
        binding.span,
        ...(binding.type === 'bind' ? binding.path : binding.names).map((name) => name.span),
      ])
    : [];
}

function survives(text: string): void {
  const tree = parseNix(text);
  checkSpans(text, tree);
  debugParse(text, '/dir');
  for (const { expr, value } of nixSettings(tree.root).settings) {
    inside(value.expr.span, { start: 0, end: text.length }, `value at ${expr.span.start}`);
  }
  for (const { at } of parseFlakeNix(text).faults)
    inside(at, { start: 0, end: text.length }, 'fault');
}

test('no bytes make the parser throw or point outside', () => {
  const bytes = fc
    .uint8Array({ maxLength: 300 })
    .map((array) => Buffer.from(array).toString('latin1'));
  fc.assert(fc.property(bytes, survives), { numRuns: fuzzRuns(300) });
});

test('no soup of tokens makes the parser throw or point outside', () => {
  const token = fc.constantFrom(
    ...'{ } ( ) [ ] ; : , . @ ? = == ! < > <a/b> + - * / // ++ ... " $ ${ \\ a b or let in rec inherit if then else with assert 1 2.5 ./a ~/b a:b # /* */ |> <| é'.split(
      ' ',
    ),
    "''",
    "'",
    ' ',
    '\n',
    '\r',
    '\0',
    '${',
    '"',
  );
  fc.assert(
    fc.property(
      fc.array(token, { maxLength: 60 }).map((all) => all.join('')),
      survives,
    ),
    { numRuns: fuzzRuns(600) },
  );
});

test('no broken program makes the parser throw or point outside', () => {
  fc.assert(fc.property(brokenProgram, survives), { numRuns: fuzzRuns(300) });
});

/** Parentheses are all that may change: `"a${b}c"` prints as one sum of three, which reads as two sums. */
const bare = (text: string) => text.replaceAll(/[()]/g, '');

test('what is printed reads as the same tree', () => {
  let compared = 0;
  const property = fc.property(program, (text) => {
    const first = debugParse(text, '/dir', '/home', '2.34');
    // Nix prints `assert` and the old `or` without the parentheses they need, and `/`, half a path or a small float in a form of its own.
    if (!first.ok || /assert| or\b|\de[-+]\d|\/ \+ |[ ({]\/[ );,}]/.test(first.text)) return;
    const second = debugParse(first.text, '/dir', '/home', '2.34');
    assert.ok(second.ok, `${first.text}: ${JSON.stringify(second)}`);
    assert.equal(bare(second.text), bare(first.text));
    const third = debugParse(second.text, '/dir', '/home', '2.34');
    assert.deepEqual(third, second);
    compared++;
  });
  fc.assert(property, { numRuns: fuzzRuns(300) });
  assert.ok(compared > 0);
});

const skip = existsSync(corpora) ? false : `no corpora at ${corpora}`;
test('no cut, doubled or swapped piece of a real file makes the parser throw', { skip }, () => {
  const files = readdirSync(join(corpora, 'modules'))
    .filter((name) => name.endsWith('.nix'))
    .map((name) => readFileSync(join(corpora, 'modules', name), 'utf8'))
    .filter((text) => text.length < 20_000);
  const mutated = fc
    .tuple(
      fc.constantFrom(...files),
      fc.nat(),
      fc.nat({ max: 60 }),
      fc.nat(),
      fc.constantFrom('', '"', '}', '{', '(', "''", ';', '${', '\0'),
    )
    .map(([text, from, length, to, junk]) => {
      const at = from % (text.length + 1);
      const piece = text.slice(at, at + length);
      const rest = text.slice(0, at) + junk + text.slice(at + length);
      const target = to % (rest.length + 1);
      return rest.slice(0, target) + piece + rest.slice(target);
    });
  fc.assert(fc.property(mutated, survives), { numRuns: fuzzRuns(100) });
});
