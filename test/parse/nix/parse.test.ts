import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NixExpr } from '../../../src/model/nix.ts';
import { checkNix } from '../../../src/parse/nix/check.ts';
import { debugParse } from '../../../src/parse/nix/debug.ts';
import { maxNixHeight, parseNix } from '../../../src/parse/nix/parse.ts';
import { maxNesting } from '../../../src/parse/nix/parser.ts';
import { walkNix } from '../../../src/parse/nix/walk.ts';

/** Form of 2.34 in `/dir`, or the complaint with its place. */
function read(text: string): string {
  const parsed = debugParse(text, '/dir', '/home/me', '2.34');
  if (parsed.ok) return parsed.text;
  return `${parsed.position.line}:${parsed.position.column} ${parsed.message}`;
}

describe('what real Nix was seen to print', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['with { }; a.b or c or d', '(with { }; ((a).b or ((c or)) d))'],
    ['{ a ? 1, ... }@b: a', '({ a ? 1, ... } @ b: a)'],
    ['x: !x == x', '(x: ((! x) == x))'],
    ['x: -x ? y', '(x: (((__sub 0 x)) ? y))'],
    ['x: !x + x // x', '(x: ((! (x + x)) // x))'],
    ['x: y: x |> y', '(x: (y: (y x)))'],
    ['x: y: y 1 <| x', '(x: (y: (y 1 x)))'],
    ['x: (x 1 |> x) 2', '(x: (x (x 1) 2))'],
    ['with { }; (x or) 1', '(with { }; (x or 1))'],
    ['with { }; (x 1) or 2', '(with { }; ((x 1) or 2))'],
    ['[ ./a/../b /.. ~/x/../y ./. ]', '[ (/dir/b) (/) (/home/me/x/../y) (/dir) ]'],
    ['x: ./a/${x}//b', '(x: (/dir/a/ + x + "/" + "/b"))'],
    ['<a/b>', '(__findFile __nixPath "a/b")'],
    ['[ 007 1. .5e3 123456789.5 ]', '[ (7) (1) (500) (1.23457e+08) ]'],
    ['[ 00.5 ]', '[ (0) (0.5) ]'],
    ['{ a.b = 1; a.c = 2; a = { d = 3; }; }', '{ a = { b = 1; c = 2; d = 3; }; }'],
    ['{ ${"a"} = 1; "b c" = 2; ${null} = 3; }', '{ a = 1; "b c" = 2; "${null}" = 3; }'],
    ['let { body = 1; }', '(rec { body = 1; }).body'],
    ['"a\r\nb\rc\\\r"', '"a\\nb\\nc\\r"'],
    ["''\n    a\n      b\n    ${x: x}\n  ''", '("a\\n  b\\n" + (x: x) + "\\n")'],
    ["''a''$b'''c''\\nd$''", '("a" + "$" + "b" + "\'\'" + "c" + "\\n" + "d" + "$")'],
    ["''${\"y\"}''", '"y"'],
    ['"$${x}$"', '"$\\${x}$"'],
    ['x:y', '"x:y"'],
    [
      'rec { a = b; b = with { }; c; inherit map; }',
      'rec { inherit map; a = b; b = (with { }; c); }',
    ],
    ['__curPos', '__curPos'],
    ['1 # c\r2', '(1 2)'],
    ['1 \0 }', '1'],
  ];
  for (const [text, printed] of cases) {
    test(JSON.stringify(text), () => assert.equal(read(text), printed));
  }
});

describe('what Nix refuses', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{ a = 1; a.b = 2; }', "1:10 attribute 'a' is already defined"],
    ['{ a, a }: a', "1:6 function argument 'a' is already defined"],
    ['{ a }@a: a', "1:3 function argument 'a' is already defined"],
    ['let ${"a" + "b"} = 1; in 1', '1:7 dynamic attributes are not allowed in let'],
    ['{ inherit ${1}; }', '1:11 dynamic attributes are not allowed in inherit'],
    ['1 == 2 == 3', "1:8 '==' cannot follow an operator of the same rank without parentheses"],
    ['f <| 1 |> f', "1:8 '|>' cannot follow an operator of the same rank without parentheses"],
    ['./a/', '1:4 path has a trailing slash'],
    ['./a//b', '1:5 path has an empty segment'],
    ['{ a = b; }', "1:7 variable 'b' is not defined"],
    ['{ inherit a; }', "1:11 variable 'a' is not defined"],
    ['9223372036854775808', '1:1 integer does not fit into 64 bits'],
    ['1.5e999', '1:1 float is out of range'],
    ['"a\0b"', '1:2 string contains a NUL character'],
    ['/* a', '1:1 comment is never closed'],
    ['"a', '1:3 expected the end of the string, found the end of the file'],
    ['{ a = ; }', "1:7 expected an expression, found ';'"],
    ['é', '1:1 unexpected character "é"'],
    ['', '1:1 expected an expression, found the end of the file'],
  ];
  for (const [text, complaint] of cases) {
    test(JSON.stringify(text), () => assert.equal(read(text), complaint));
  }
});

function boundNames(root: NixExpr): string[] {
  return [...walkNix(root)].flatMap((expr) =>
    expr.type === 'set' || expr.type === 'let'
      ? expr.bindings.flatMap((binding) =>
          (binding.type === 'bind' ? binding.path : binding.names).flatMap((name) =>
            name.type === 'name' ? name.name : [],
          ),
        )
      : [],
  );
}

describe('one mistake does not hide the rest', () => {
  const cases = [
    '{ bad = [ 1 2; good = 1; }',
    '{ bad = (1 + ; good = 1; }',
    '{ bad = ; good = 1; }',
    '{ bad 1; good = 1; }',
    '{ bad = f { x = ] ; }; good = 1; }',
    '{ bad = let x = 1; y; good = 1; }',
    '{ bad = "${ ) }"; good = 1; }',
    '{ bad = 1; } } good = 1; }',
    '{ bad = { a, ; }: a; good = 1; }',
    '{ bad = if 1 then 2; good = 1; }',
    '{ % ; good = 1; }',
  ];
  for (const text of cases) {
    test(text, () => {
      const tree = parseNix(text);
      assert.ok(tree.errors.length > 0);
      assert.ok(boundNames(tree.root).includes('good'), JSON.stringify(tree.errors));
    });
  }
});

test('comments are kept with their text and place', () => {
  const text = '# one\r{ a = 1; /* two\n * */ } # three';
  const { comments } = parseNix(text);
  assert.deepEqual(
    comments.map(({ kind, text: said, span }) => [kind, said, text.slice(span.start, span.end)]),
    [
      ['line', ' one', '# one'],
      ['block', ' two\n * ', '/* two\n * */'],
      ['line', ' three', '# three'],
    ],
  );
});

describe('depth ends in one fault', () => {
  const deep = (open: string, close = '', middle = '1') =>
    open.repeat(10_000) + middle + close.repeat(10_000);
  const nested = [
    deep('(', ')'),
    deep('[', ']'),
    deep('{a=', ';}'),
    deep('"${', '}"'),
    deep("''${", "}''"),
    deep('./a${', '}'),
    deep('{a?', '}:1'),
    deep('{${', '}=1;}'),
    deep('let a='),
    deep('if '),
    deep('with '),
    deep('('),
    deep('a.b or '),
    deep('rec{a='),
  ];
  for (const text of nested) {
    test(`${text.slice(0, 12)}…`, () => {
      const { errors } = parseNix(text);
      assert.deepEqual(
        errors.map(({ cause, message }) => [cause, message]),
        [['limit', `nested deeper than ${maxNesting} levels`]],
      );
    });
  }
  test('merged sets', () => {
    const path = 'a.'.repeat(250);
    const set = `{ ${path}x = ${`{ ${path}x = `.repeat(200)}1; ${'}; '.repeat(200)} }`;
    const { root, errors } = parseNix(`{ x = ${set}; x = ${set}; }`);
    assert.deepEqual(errors, []);
    assert.ok(checkNix(root).length > 0);
  });
  test('attribute path', () => {
    const { errors } = parseNix(
      `{ x = { ${'a.'.repeat(20_000)}a = 1; }; x = { ${'a.'.repeat(20_000)}b = 1; }; }`,
    );
    assert.deepEqual(
      errors.map(({ cause }) => cause),
      ['limit', 'limit'],
    );
  });
  test('brackets that nothing closes', () => {
    const open = parseNix('(|> or '.repeat(100_000)).errors;
    assert.ok(open.every(({ cause }) => cause === 'parse') && open.length > 0);
    assert.equal(parseNix(`{ a = (x |${' y'.repeat(500)}) z; b = (; }`).errors.length, 2);
  });
  for (const link of [
    '1 + ',
    '[] ++ ',
    'x: ',
    '!',
    '- ',
    'with a; ',
    'if a then b else ',
    'a <| ',
  ]) {
    test(`chain of ${link}`, () => {
      const { errors } = parseNix(deep(link));
      assert.deepEqual(
        errors.map(({ cause, message }) => [cause, message]),
        [['limit', `the expression is a chain of more than ${maxNixHeight} links`]],
      );
    });
  }
});
