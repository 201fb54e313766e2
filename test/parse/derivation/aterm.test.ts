import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isDerivation, outputKind } from '../../../src/model/derivation.ts';
import type { Derivation, DerivationFault } from '../../../src/model/derivation.ts';
import { envEntries, parseAterm } from '../../../src/parse/derivation/aterm.ts';
import { decodeQuoted, encodeUtf8, quote } from '../../../src/parse/derivation/strings.ts';
import { writeAterm } from '../../../src/parse/derivation/write.ts';
import type { DerivationParts, OutputNode } from '../../../src/parse/derivation/write.ts';

const minimal = 'Derive([],[],[],"s","b",[],[])';

function parsed(text: string): Derivation {
  const result = parseAterm(text);
  assert.ok(isDerivation(result), JSON.stringify(result));
  return result;
}

function fault(text: string): DerivationFault {
  const result = parseAterm(text);
  assert.ok(!isDerivation(result), 'should be refused');
  return result;
}

test('the escapes Nix writes, others it reads, and bytes that are no UTF-8', () => {
  const text = `Derive([],[],[],"s","b",["\\n\\r\\t\\"\\\\","\\x\\0"],[("k","${encodeUtf8('ü€')}"),("l","\xff\xfe")])`;
  const drv = parsed(text);
  const decoded = (spans: Derivation['args']): string[] =>
    spans.map((span) => decodeQuoted(text, span));
  assert.deepEqual(decoded(drv.args), ['\n\r\t"\\', 'x0']);
  assert.deepEqual(decoded(envEntries(drv).map(({ value }) => value)), ['ü€', 'ÿþ']);
});

test('every kind of output', () => {
  const output = (path: string, algorithm: string, hash: string): string =>
    `("out","${path}","${algorithm}","${hash}")`;
  const cases = [
    [output('/p', '', ''), 'input-addressed'],
    [output('/p', 'r:sha256', '00'), 'fixed'],
    [output('/p', 'text:sha256', '00'), 'fixed'],
    [output('', 'r:sha256', ''), 'floating'],
    [output('', '', ''), 'deferred'],
    [output('', 'r:sha256', 'impure'), 'impure'],
  ] as const;
  for (const [written, kind] of cases) {
    const [only] = parsed(`Derive([${written}],[],[],"s","b",[],[])`).outputs;
    assert.ok(only);
    assert.equal(outputKind(only), kind);
  }
});

test('outputs of outputs', () => {
  const node = '(["out"],[("dev",["lib"]),("doc",(["a"],[("b",["c"])]))])';
  const text = `DrvWithVersion("xp-dyn-drv",[],[("/d",${node}),("/e",["out"])],[],"s","b",[],[])`;
  const drv = parsed(text);
  assert.equal(drv.version, 'xp-dyn-drv');
  const [first] = drv.inputDrvs;
  assert.equal(first && text.slice(first.outputs.start, first.outputs.end), node);
  assert.equal(
    fault(text.replace('DrvWithVersion("xp-dyn-drv",', 'Derive(')).problem,
    'another byte, expected `[`',
  );
});

test('faults say what was expected and at which byte', () => {
  const cases: readonly [string, string, number][] = [
    ['', 'starts with neither `Derive(` nor `DrvWithVersion(`', 0],
    ['DeriveWithVersion("x",', 'starts with neither `Derive(` nor `DrvWithVersion(`', 0],
    ['DrvWithVersion("xp-future",[]', 'version `xp-future`, expected `xp-dyn-drv`', 15],
    ['Derive([', 'the end of the file, expected `(`', 8],
    ['Derive([],[],[],"s', 'string without a closing quote', 16],
    ['Derive([],[],[],"s\\"', 'string without a closing quote', 16],
    [`${minimal}\n`, 'bytes after the end of the derivation', 30],
    [minimal.replace(',', ', '), 'another byte, expected `[`', 10],
  ];
  for (const [text, problem, offset] of cases) {
    assert.deepEqual(fault(text), { cause: 'parse', problem, offset }, text);
  }
});

test('a nest that would exhaust the stack is a limit', () => {
  const deep = '([],[("o",'.repeat(100_000);
  const found = fault(`DrvWithVersion("xp-dyn-drv",[],[("/d",${deep}`);
  assert.equal(found.cause, 'limit');
});

test('runs of backslashes cost linear time', () => {
  const text = `Derive([],[],[],"s","b",["${'\\\\'.repeat(2_000_000)}"],[])`;
  assert.equal(parsed(text).args.length, 1);
  const many = `Derive([],[],[],"s","b",["${'\\"'.repeat(1_000_000)}`;
  assert.equal(fault(many).problem, 'string without a closing quote');
});

const word = fc.string({ unit: 'binary', maxLength: 12 });
const node: fc.Arbitrary<OutputNode> = fc.letrec<{ node: OutputNode }>((tie) => ({
  node: fc.record({
    outputs: fc.uniqueArray(word, { maxLength: 3 }),
    dynamic: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'node' },
      fc.constant(new Map<string, OutputNode>()),
      fc.array(fc.tuple(word, tie('node')), { maxLength: 2 }).map((pairs) => new Map(pairs)),
    ),
  }),
})).node;
const parts: fc.Arbitrary<DerivationParts> = fc.record({
  outputs: fc.array(fc.record({ name: word, path: word, methodAlgo: word, hash: word }), {
    maxLength: 3,
  }),
  inputDrvs: fc.array(fc.tuple(word, node), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  inputSrcs: fc.uniqueArray(word, { maxLength: 3 }),
  platform: word,
  builder: word,
  args: fc.array(word, { maxLength: 3 }),
  env: fc.array(fc.tuple(word, word), { maxLength: 4 }).map((pairs) => new Map(pairs)),
});

test('property: what is written is read back', () => {
  fc.assert(
    fc.property(parts, (written) => {
      const text = writeAterm(written);
      const drv = parsed(text);
      const read = (span: { start: number; end: number }): string => decodeQuoted(text, span);
      assert.deepEqual(drv.args.map(read), written.args);
      assert.equal(read(drv.builder), written.builder);
      assert.equal(drv.platform, written.platform);
      assert.deepEqual(new Set(drv.inputSrcs), new Set(written.inputSrcs));
      assert.deepEqual(
        new Map(envEntries(drv).map(({ name, value }) => [read(name), read(value)])),
        written.env,
      );
      assert.deepEqual(
        new Set(drv.inputDrvs.map(({ path }) => read(path))),
        new Set(written.inputDrvs.keys()),
      );
      const outputs = drv.outputs.map(({ name, path, methodAlgo, hash }) => ({
        name,
        path,
        methodAlgo,
        hash,
      }));
      assert.equal(outputs.length, written.outputs.length);
      for (const output of written.outputs) {
        assert.ok(outputs.some((other) => JSON.stringify(other) === JSON.stringify(output)));
      }
    }),
  );
});

test('property: a damaged file never makes the reader throw', () => {
  const damage = fc.record({
    at: fc.nat(),
    remove: fc.nat(20),
    insert: fc.string({ maxLength: 5 }),
  });
  fc.assert(
    fc.property(parts, damage, (written, { at, remove, insert }) => {
      const text = writeAterm(written);
      const start = at % (text.length + 1);
      const damaged = text.slice(0, start) + insert + text.slice(start + remove);
      const result = parseAterm(damaged);
      if (isDerivation(result)) return;
      assert.ok(result.offset >= 0 && result.offset <= damaged.length);
      assert.ok(result.problem.length < 120);
    }),
  );
});

test('property: quoting is undone by decoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const quoted = quote(encodeUtf8(value));
      assert.equal(decodeQuoted(quoted, { start: 1, end: quoted.length - 1 }), value);
    }),
  );
});
