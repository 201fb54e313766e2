import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../src/model/json.ts';
import { MAX_JSON_DEPTH, parseJson } from '../../src/parse/json.ts';
import { fuzzRuns } from '../fuzz.ts';

/** The value as JSON.parse would give it, but `__proto__` stays an ordinary name. */
function plain(value: JsonValue): unknown {
  switch (value.type) {
    case 'object':
      return new Map(value.members.map((entry) => [entry.name, plain(entry.value)]));
    case 'array':
      return value.items.map(plain);
    case 'null':
      return null;
    case 'string':
    case 'number':
    case 'boolean':
      return value.value;
  }
}

function native(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(native);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, native(inner)]));
}

function* walk(value: JsonValue): Generator<JsonValue> {
  yield value;
  if (value.type === 'array') for (const item of value.items) yield* walk(item);
  if (value.type === 'object') for (const entry of value.members) yield* walk(entry.value);
}

/** What real Nix 2.8 says of a lock with this text in it: see the comment of each row. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['', 'text ends before a value', '0-0'],
  ['{', 'text ends inside an object', '1-1'],
  ['[1', 'text ends inside an array', '2-2'],
  ['{"a":1,}', 'comma before the closing brace', '7-8'],
  ['[1,]', 'expected a value', '3-4'],
  ['{"a" 1}', 'expected ":" after the name', '5-6'],
  ['{"a":1 "b":2}', 'expected "," or "}"', '7-10'],
  ['[1 2]', 'expected "," or "]"', '3-4'],
  ['{a:1}', 'expected a name in double quotes', '1-2'],
  ['[01]', 'malformed number', '1-3'],
  ['[1.]', 'malformed number', '1-3'],
  ['[+1]', 'expected a value, found a bare word', '1-3'],
  ['[1e999]', 'number too large', '1-6'],
  ['[nul]', 'expected a value, found a bare word', '1-4'],
  ['["\t"]', 'control character in a string, write it as \\u00XX', '1-4'],
  ['["\\x"]', 'unknown escape in a string', '1-5'],
  ['["\\u12g4"]', '\\u needs four hex digits', '1-9'],
  ['["\\ud800"]', 'half of a surrogate pair', '1-9'],
  ['["\\udc00\\ud800"]', 'half of a surrogate pair', '1-15'],
  ['["a]', 'string is not closed', '1-4'],
  ['"\\', 'string is not closed', '0-2'],
  ['"\\u', 'string is not closed', '0-3'],
  ['{} {}', 'unexpected text after the value', '3-4'],
  ['// x\n{}', 'unexpected character "/"', '0-1'],
  ['[1}', 'expected "]", found "}"', '2-3'],
  [']', 'expected a value', '0-1'],
];

describe('texts that Nix refuses are refused at the right place', () => {
  for (const [text, message, span] of REFUSED) {
    test(JSON.stringify(text), () => {
      const [first] = parseJson(text).faults;
      assert.ok(first, 'must be refused');
      assert.equal(first.message, message);
      assert.equal(`${first.span.start}-${first.span.end}`, span);
    });
  }
});

describe('texts that Nix accepts', () => {
  const accepted: readonly (readonly [string, unknown])[] = [
    ['\ufeff{"a":1}', new Map([['a', 1]])],
    ['{"a":1}\0 anything', new Map([['a', 1]])],
    ['{"__proto__":{"x":1}}', new Map([['__proto__', new Map([['x', 1]])]])],
    ['"\\ud83d\\ude00"', '😀'],
    ['[-0.5e+3,true,false,null]', [-500, true, false, null]],
    ['\r\n\t {"lo\\u0063ked":"\\/"}', new Map([['locked', '/']])],
  ];
  for (const [text, value] of accepted) {
    test(JSON.stringify(text), () => {
      const json = parseJson(text);
      assert.deepEqual(json.faults, []);
      assert.ok(json.value);
      assert.deepEqual(plain(json.value), value);
    });
  }
});

test('repeated names are all kept, with their places', () => {
  const text = '{"rev":"a","rev":"b"}';
  const { value } = parseJson(text);
  assert.ok(value?.type === 'object');
  const shown = value.members.map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end));
  assert.deepEqual(shown, ['"rev"', '"rev"']);
  assert.deepEqual(
    value.members.map((entry) => plain(entry.value)),
    ['a', 'b'],
  );
});

test('several mistakes are all found and the rest is read', () => {
  const { value, faults } = parseJson('{"a":1,,"b":tru,"c":3 "d":4}');
  assert.equal(faults.length, 3);
  assert.ok(value?.type === 'object');
  assert.deepEqual(
    value.members.map((entry) => entry.name),
    ['a', 'b', 'c', 'd'],
  );
});

test('nesting is limited, not the stack', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  assert.deepEqual(parseJson(deep(MAX_JSON_DEPTH)).faults, []);
  const [fault] = parseJson(deep(1_000_000)).faults;
  assert.equal(fault?.cause, 'limit');
});

const runs = fuzzRuns(500);
test('agrees with JSON.parse on every JSON text', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const json = parseJson(text);
      assert.deepEqual(json.faults, []);
      assert.ok(json.value);
      assert.deepEqual(plain(json.value), native(JSON.parse(text)));
    }),
    { numRuns: runs },
  );
});

const soup = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ua1.-e+ntf\n\0\ufeff/é'), maxLength: 60 }),
  fc.string({ unit: 'binary' }),
);
test('no text makes it throw; it accepts only what JSON.parse accepts; spans stay inside', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const json = parseJson(text);
      if (json.faults.length === 0) assertNativeAccepts(text);
      for (const value of json.value ? walk(json.value) : []) {
        assert.ok(0 <= value.span.start && value.span.start < value.span.end);
        assert.ok(value.span.end <= text.length);
      }
      for (const { span } of json.faults)
        assert.ok(span.start <= span.end && span.end <= text.length);
    }),
    { numRuns: runs },
  );
});

/** JSON.parse takes neither a byte order mark nor text after a NUL, which Nix does, and takes lone surrogates. */
function assertNativeAccepts(text: string): void {
  const withoutMark = text.startsWith('\ufeff') ? text.slice(1) : text;
  const nul = withoutMark.indexOf('\0');
  JSON.parse(nul < 0 ? withoutMark : withoutMark.slice(0, nul));
}
