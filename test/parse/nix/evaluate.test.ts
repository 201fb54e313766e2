import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import type { NixValue } from '../../../src/model/nix-value.ts';
import { nixEvaluator, type NixEvaluator } from '../../../src/parse/nix/evaluate.ts';
import { parseNix } from '../../../src/parse/nix/parse.ts';
import { findNix } from '../../nix.ts';

/** A value as JSON has it; what is not known becomes a word in angle brackets. */
function plain(value: NixValue, evaluator: NixEvaluator): unknown {
  switch (value.kind) {
    case 'string':
    case 'boolean':
    case 'float':
      return value.value;
    case 'integer':
      return Number(value.value);
    case 'null':
      return null;
    case 'list':
      return [
        ...value.items.map((item) => plain(evaluator.force(item), evaluator)),
        ...(value.open ? ['<more>'] : []),
      ];
    case 'set':
      return Object.fromEntries([
        ...[...value.attrs]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, thunk]) => [name, plain(evaluator.force(thunk), evaluator)]),
        ...(value.open ? [['<more>', true]] : []),
      ]);
    case 'either':
      return { either: value.options.map((option) => plain(option, evaluator)) };
    case 'partial':
      return value.pieces.map((piece) => piece ?? '<?>').join('');
    case 'path':
      return `<path ${value.value}${value.complete ? '' : '…'}>`;
    case 'unknown':
      return `<${value.why}>`;
    case 'function':
    default:
      return '<function>';
  }
}

function evaluated(text: string): unknown {
  const { root, errors } = parseNix(text);
  assert.deepEqual(errors, []);
  const evaluator = nixEvaluator();
  return plain(evaluator.value(root, undefined), evaluator);
}

/** Expressions that are known in full: real Nix has to find the same. */
const known = [
  '{ a.b = 1; a.c = 2; a = { d = 3; }; }',
  'let x = "a"; y = x + "b"; in "${y}-${x}"',
  'rec { a = "x"; b = { inherit a; c = a; }; }',
  'let s = { a = 1; b.c = 2; }; in { inherit (s) a; inherit (s.b) c; d = s.x or 5; e = s.b.c or 6; }',
  '{ a = 1; b = 1; } // { b = 2; c = 3; }',
  '[ 1 2 ] ++ [ "x" ] ++ (if true then [ true ] else [ ])',
  'let a = 1; in let b = a; in rec { a = 2; c = [ a b ]; }',
  'with { x = 1; }; let x = 2; in x',
  'let { x = "in"; body = x + "side"; }',
  "''\n  a\n    b ${\"c\"}\n''",
  '{ ${"a" + "b"} = 1; ${null} = 2; "c${"d"}" = 3; }',
  'if !true || false then 1 else -2',
  'let true = false; in [ true null ]',
  'assert true; [ (let a = { b = a.c; c = 7; }; in a.b) ]',
  '[ http://example.org/x "$${x}" 1.5 ]',
  'true && false',
  'let x = { inherit (y) a; }; y = { a = "z"; }; in x.a',
];

const nix = findNix('2.34');
test('what is known is what real Nix finds', { skip: nix.skip }, () => {
  const [command, ...args] = [
    ...nix.command,
    'nix-instantiate',
    '--eval',
    '--strict',
    '--json',
    '-E',
    `[ ${known.map((text) => `(${text})`).join('\n')} ]`,
  ];
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  const answers: unknown = JSON.parse(stdout === '' ? JSON.stringify(stderr) : stdout);
  assert.deepEqual(known.map(evaluated), answers);
});

describe('what is not known says so', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['x: x', '<function>'],
    ['{ lib, ... }: { a = lib.b; }', '<function>'],
    ['let f = x: { a = x; b = 1; }; in [ f (f 1) ]', ['<function>', '<call>']],
    ['with y; [ y ]', ['<unbound>']],
    ['let a = b; b = a; in [ a ]', ['<cycle>']],
    ['{ a = if x then 1 else 2; }', { a: { either: [1, 2] } }],
    ['"a${x}b"', 'a<?>b'],
    ['{ a = 1; } // x', { '<more>': true }],
    ['x // { a = 1; }', { a: 1, '<more>': true }],
    ['[ 1 ] ++ x', [1, '<more>']],
    ['{ ${x} = 1; b = 2; }', { '<more>': true, b: 2 }],
    ['[ ./a (./. + "/b") ./c/${x} ]', ['<path ./a>', '<path ././b>', '<path ./c/…>']],
    ['{ a = mkIf x (lib.mkForce "s"); b = lib.mkDefault 1; }', { a: 's', b: 1 }],
    ['(x: 1).a', '<operation>'],
    ['let xs = [ xs ]; in 1 + 1', '<operation>'],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(evaluated(text), expected));
  }
});

test('work is bounded where values multiply', () => {
  const doubling = (count: number) =>
    `let x0 = "ab"; ${Array.from({ length: count }, (_, at) => `x${at + 1} = x${at} + x${at};`).join(' ')} in x${count}`;
  assert.equal(evaluated(doubling(3)), 'ab'.repeat(8));
  // Past the limit the sum of two unknowns is unknown.
  assert.equal(evaluated(doubling(60)), '<operation>');
});
