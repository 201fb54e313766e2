import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { loadPolicy } from '../../src/policy/load.ts';
import { policyJsonSchema } from '../../src/policy/schema.ts';
import { fuzzRuns, rules } from './sample.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default.default(ajv);
const schema = policyJsonSchema(rules);
const validate = ajv.compile(schema);

/** Loads a value written as JSON, which is YAML. */
function isLoaded(value: unknown): boolean {
  return loadPolicy('p.yml', JSON.stringify(value), rules).ok;
}

const text = fc.constantFrom(
  '',
  ' ',
  'a',
  'a/**',
  '/a',
  './a',
  '../a',
  'a\\b',
  'a\nb',
  'github:NixOS/*',
  '2027-02-29',
  '2028-02-29',
  '2027-13-01',
  'lock-local-path',
  'meta-suppression',
  'error',
  'off',
  'never',
  'strict',
  'https://c.example.org',
  `c-1:${'A'.repeat(43)}=`,
  '0a'.repeat(32),
  'x'.repeat(3000),
);
const scalar = fc.oneof(text, fc.constantFrom(0, 1, 2, -1, 1.5, 64, 65, 1e7, true, null));
const names = [
  'match',
  'reason',
  'owner',
  'until',
  'rule',
  'path',
  'subject',
  'reason-code',
  'url',
  'keys',
  'lock-local-path',
  'exclude',
  'settings',
  'max-nodes',
  'inventory',
  'allowed-hosts',
  'extra',
];
const inner = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...names), scalar, { maxKeys: 4 }),
);
const value = fc.oneof(
  inner,
  fc.array(inner, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...names), inner, { maxKeys: 3 }),
);
const keys = [
  'profile',
  'fail-on',
  'rules',
  'files',
  'ignore',
  'inputs',
  'trusted-caches',
  'trusted-users',
  'own-installers',
  'example-keys',
  'approved-changes',
  'baseline',
  'unknown',
];
const anything = fc
  .tuple(
    fc.constantFrom(1, 1, 1, 1, 2, '1'),
    fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }),
  )
  .map(([version, rest]) => Object.assign({ version }, rest));

/** Near misses of good policies: mostly right, so that the inner rules of the schema are reached. */
const good = fc.record(
  {
    version: fc.constant(1),
    profile: fc.constantFrom('default', 'strict', 'pedantic'),
    'fail-on': fc.constantFrom('error', 'never', 'off'),
    rules: fc.record({ 'lock-local-path': fc.constantFrom('off', 'error', 'warn') }),
    files: fc.record({
      exclude: fc.array(text, { maxLength: 2 }),
      settings: fc.array(text, { maxLength: 2 }),
    }),
    ignore: fc.array(
      fc.record(
        { rule: fc.constantFrom('lock-local-path', 'x'), reason: text, path: text, until: text },
        { requiredKeys: ['rule'] },
      ),
      { maxLength: 2 },
    ),
    inputs: fc.record(
      {
        'allowed-sources': fc.array(
          fc.oneof(text, fc.record({ match: text, until: text }, { requiredKeys: [] })),
          { maxLength: 2 },
        ),
        'max-nodes': scalar,
        'max-depth': scalar,
        inventory: text,
      },
      { requiredKeys: [] },
    ),
    'trusted-caches': fc.array(
      fc.record(
        { url: text, keys: fc.array(text, { maxLength: 2 }), until: text },
        { requiredKeys: ['url'] },
      ),
      { maxLength: 1 },
    ),
    'approved-changes': fc.array(text, { maxLength: 1 }),
    baseline: text,
  },
  { requiredKeys: ['version'] },
);

describe('policyJsonSchema', () => {
  it('names every rule with its summary', () => {
    assert.match(JSON.stringify(schema), /"description":"summary of lock-unexpected-input"/);
  });

  it('accepts exactly what the loader accepts', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(anything, good), (policy) => {
        const loaded = isLoaded(policy);
        verdicts.add(loaded);
        assert.equal(validate(policy), loaded, JSON.stringify(validate.errors));
      }),
      { numRuns: Math.max(fuzzRuns, 1000) },
    );
    assert.equal(verdicts.size, 2, 'both verdicts occur');
  });
});
