import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { SettingType } from '../../src/settings/fact.ts';
import { intendedName, settingName } from '../../src/settings/registry.ts';
import { readValue } from '../../src/settings/value.ts';
import { fuzzRuns } from '../fuzz.ts';

function value(type: SettingType, text: string): unknown {
  const reading = readValue(type, text === '' ? [] : text.split(' '));
  return reading.ok ? reading.value : 'refused';
}

describe('values as Nix reads them', () => {
  const cases: readonly (readonly [SettingType, string, unknown])[] = [
    ['bool', 'yes', true],
    ['bool', '0', false],
    ['bool', 'True', 'refused'],
    ['bool', '', 'refused'],
    ['sandbox', 'relaxed', 'relaxed'],
    ['sandbox', 'yes', 'refused'],
    ['uint32', '+007', 7n],
    ['uint32', '4294967296', 'refused'],
    ['uint32', '5G', 1073741824n],
    ['uint64', '18446744073709551615', 18446744073709551615n],
    ['uint64', '-0', 'refused'],
    ['int64', '-3', -3n],
    ['int64', '1e3', 'refused'],
    ['jobs', 'auto', 'auto'],
    ['jobs', '2K', 'refused'],
    ['path', '/a//b/../c/.', '/a/c'],
    ['path', 'a', 'refused'],
    ['path', '', 'refused'],
    ['optional-path', '', null],
    ['string', 'a b', 'a b'],
    ['list', 'b a b', ['b', 'a', 'b']],
    ['set', 'b a b', ['a', 'b']],
    ['features', 'nix-command no-such flakes', ['flakes', 'fetch-tree', 'nix-command']],
    ['json', '[ 1 ]', { json: '[1]' }],
    ['json', '{', 'refused'],
  ];
  for (const [type, text, expected] of cases) {
    test(`${type}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(value(type, text), expected);
    });
  }
  test('of equal keys in a map the first stays, also when appended', () => {
    const first = readValue('map', ['a=1', 'bare', '=x', 'a=2', 'b=c=d']);
    assert.ok(first.ok);
    const appended = readValue('map', ['a=3', 'e='], first.value);
    assert.ok(appended.ok);
    const expected = new Map(Object.entries({ a: '1', '': 'x', b: 'c=d', e: '' }));
    assert.deepEqual(appended.value, expected);
  });
  test('no text makes a reader throw', () => {
    const types = fc.constantFrom<SettingType>(
      ...cases.map(([type]) => type),
      'map',
      'sandbox-paths',
    );
    fc.assert(
      fc.property(types, fc.array(fc.string({ unit: 'binary' })), (type, words) => {
        assert.equal(typeof readValue(type, words).ok, 'boolean');
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});

describe('names', () => {
  const known: readonly (readonly [string, string, 'set' | 'extra'])[] = [
    ['build-use-sandbox', 'sandbox', 'set'],
    ['extra-binary-caches', 'substituters', 'extra'],
    ['extra-platforms', 'extra-platforms', 'set'],
    ['extra-extra-platforms', 'extra-platforms', 'extra'],
    ['extra-access-tokens', 'access-tokens', 'extra'],
  ];
  for (const [written, canonical, operation] of known) {
    test(written, () => {
      assert.deepEqual(settingName(written), { canonical, operation, known: true });
    });
  }
  for (const written of [
    'Sandbox',
    'extra-require-sigs',
    'extra-extra-substituters',
    'extra-',
    '__proto__',
  ]) {
    test(`${written} is unknown`, () => {
      assert.deepEqual(settingName(written), {
        canonical: written,
        operation: 'set',
        known: false,
      });
    });
  }
  test('a slip of case, dash or extra is told from another name', () => {
    assert.equal(intendedName('Sandbox'), 'sandbox');
    assert.equal(intendedName('trusted_public_keys'), 'trusted-public-keys');
    assert.equal(intendedName('extra_trustedUsers'), 'extra-trusted-users');
    assert.equal(intendedName('extra-require-sigs'), 'require-sigs');
    assert.equal(intendedName('allowUnfree'), undefined);
    assert.equal(intendedName('extra-'), undefined);
  });
});
