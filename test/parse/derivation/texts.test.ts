import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isDerivation } from '../../../src/model/derivation.ts';
import type { Derivation } from '../../../src/model/derivation.ts';
import { parseAterm } from '../../../src/parse/derivation/aterm.ts';
import {
  derivationTexts,
  envValue,
  lineOf,
  placeLabel,
  placeName,
  textsAt,
} from '../../../src/parse/derivation/texts.ts';
import { writeAterm } from '../../../src/parse/derivation/write.ts';

function derivation(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Derivation {
  const text = writeAterm({
    outputs: [],
    inputDrvs: new Map(),
    inputSrcs: [],
    platform: 'x86_64-linux',
    builder: '/bin/sh',
    args,
    env: new Map(Object.entries(env)),
  });
  const result = parseAterm(text);
  assert.ok(isDerivation(result));
  return result;
}

function labels(drv: Derivation): Record<string, string> {
  return Object.fromEntries(
    [...derivationTexts(drv)].map(({ place, text }) => [placeLabel(place), text]),
  );
}

test('every string that is no store reference is a text', () => {
  const drv = derivation({ A: 'x\n"y"', passAsFile: 'B', B: 'long' }, ['-c', 'echo']);
  assert.deepEqual(labels(drv), {
    builder: '/bin/sh',
    'args[0]': '-c',
    'args[1]': 'echo',
    'env.A': 'x\n"y"',
    'env.B': 'long',
    'env.passAsFile': 'B',
  });
  const asFile = [...derivationTexts(drv)].find(({ place }) => place.kind === 'passAsFile');
  assert.equal(asFile && placeName(asFile.place), 'B');
});

test('structured attributes are leaves with their path', () => {
  const json = JSON.stringify({ a: { 'b.c': ['x', 7, true, null, { d: 'y' }] }, s: 'z' });
  const drv = derivation({ __json: json });
  const { builder: _, ...leaves } = labels(drv);
  assert.deepEqual(leaves, {
    'structuredAttrs.a."b.c"[0]': 'x',
    'structuredAttrs.a."b.c"[1]': '7',
    'structuredAttrs.a."b.c"[4].d': 'y',
    'structuredAttrs.s': 'z',
  });
  const deep = [...derivationTexts(drv)].find(({ text }) => text === 'y');
  assert.equal(deep && placeName(deep.place), 'd');
});

test('attributes that are no JSON, or a bomb, are still a text', () => {
  assert.equal(labels(derivation({ __json: '{"a": s3' }))['env.__json'], '{"a": s3');
  const bomb = `{"a":${'['.repeat(100)}"inner"${']'.repeat(100)}}`;
  const texts = [...derivationTexts(derivation({ __json: bomb }))].map(({ text }) => text);
  assert.ok(texts.some((text) => text.includes('"inner"')));
  const huge = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  assert.ok([...derivationTexts(derivation({ __json: huge }))].length > 0);
});

test('line of an offset in a generated text', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((offset) => lineOf('a\n\nb', offset)),
    [1, 1, 2, 3, 3],
  );
});

test('variables are found by their whole name', () => {
  const drv = derivation({ NAME: '1', NAM: '2', '': 'empty' });
  assert.deepEqual(
    ['NAME', 'NAM', '', 'N', 'AME'].map((name) => envValue(drv, name)),
    ['1', '2', 'empty', undefined, undefined],
  );
});

test('property: the text at any byte of a string is that string', () => {
  const words = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 5 });
  fc.assert(
    fc.property(words, fc.array(fc.string(), { maxLength: 4 }), (env, args) => {
      const drv = derivation(env, args);
      for (const piece of derivationTexts(drv)) {
        for (const offset of [piece.at.start, piece.at.end]) {
          assert.deepEqual(textsAt(drv, offset), [piece]);
        }
      }
      assert.deepEqual(textsAt(drv, 0), []);
    }),
  );
});
