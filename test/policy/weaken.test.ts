import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy } from '../../src/model/policy.ts';
import type { Baseline } from '../../src/policy/baseline.ts';
import { readComments } from '../../src/policy/comments.ts';
import type { PolicyState } from '../../src/policy/weaken.ts';
import { weakeningsOf } from '../../src/policy/weaken.ts';
import { inventoryOf, policyOf, rules } from './sample.ts';

function weakened(base: Partial<PolicyState>, head: Partial<PolicyState>): string[] {
  const state = { policy: defaultPolicy, comments: [] };
  const found = weakeningsOf({ ...state, ...base }, { ...state, ...head }, rules);
  return found.map(({ reason, subject, at }) => `${reason} ${subject} @${at.start}`);
}

const ignore = (rest: string): string => `ignore: [{rule: lock-local-path, reason: r${rest}}]`;
const sources = (list: string): string => `inputs: {allowed-sources: [${list}]}`;
const key = (letter: string): string => `c-1:${letter.repeat(43)}=`;
const caches = (...keys: readonly string[]): string =>
  `trusted-caches: [{url: "https://c.example.org", keys: [${keys.map((one) => `"${one}"`).join()}]}]`;

/** Base line, head line, what is loosened. The reverse of each must be silent unless it says so. */
const cases: readonly (readonly [
  base: string,
  head: string,
  expected: readonly string[],
  back?: readonly string[],
])[] = [
  ['profile: strict', 'profile: default', ['profile profile @11']],
  ['profile: pedantic', '', ['profile profile @0']],
  ['fail-on: warning', 'fail-on: error', ['fail-on fail-on @11']],
  ['fail-on: notice', 'fail-on: never', ['fail-on fail-on @11']],
  [
    '',
    'rules: {lock-local-path: warning}',
    ['level lock-local-path @36'],
    ['level lock-local-path @0'],
  ],
  [
    'rules: {lock-unexpected-input: error}',
    'rules: {lock-unexpected-input: off}',
    ['level lock-unexpected-input @42'],
  ],
  ['rules: {lock-local-path: error}', '', ['level lock-local-path @0']],
  ['', 'files: {exclude: ["vendor/**"]}', ['exclude vendor/** @29']],
  [
    'files: {exclude: ["vendor/a/**"]}',
    'files: {exclude: ["vendor/**"]}',
    ['exclude vendor/** @29'],
  ],
  ['files: {settings: ["a/*.conf"]}', '', ['exclude a/*.conf @0']],
  ['files: {settings: [a, b]}', 'files: {settings: [b]}', ['exclude a @19']],
  ['files: {settings: ["a/**"]}', 'files: {settings: ["a/*"]}', ['exclude a/** @19']],
  ['', ignore(''), ['ignore lock-local-path @20']],
  [ignore(', subject: a'), ignore(', subject: "*"'), ['ignore lock-local-path * @20']],
  [ignore(', path: a/b'), ignore(', path: "a/**"'), ['ignore lock-local-path in a/** @20']],
  [ignore(', reason-code: home'), ignore(''), ['ignore lock-local-path @20']],
  [ignore(', until: 2027-01-01'), ignore(', until: 2027-01-02'), ['until lock-local-path @20']],
  [ignore(', until: 2027-01-01'), ignore(''), ['until lock-local-path @20']],
  [
    '',
    sources('"github:a/*"'),
    ['accepted github:a/* @38'],
    ['accepted inputs.allowed-sources @0'],
  ],
  [sources('"github:a/b"'), sources('"github:a/*"'), ['accepted github:a/* @38']],
  [
    sources('a, "github:a/**"'),
    sources('a, "github:a/b", "github:A/**"'),
    ['accepted github:A/** @55'],
    ['accepted github:a/** @41'],
  ],
  ['', 'inputs: {allowed-hosts: [h]}', ['accepted h @36'], ['accepted inputs.allowed-sources @0']],
  ['', 'inputs: {allow-local-inputs: [sub]}', ['accepted sub @41']],
  ['inputs: {max-nodes: 5}', 'inputs: {max-nodes: 6}', ['limit inputs.max-nodes @20']],
  ['inputs: {max-depth: 5}', '', ['limit inputs.max-depth @0']],
  ['', 'trusted-users: [root]', ['accepted root @27']],
  ['', 'own-installers: ["acme/*"]', ['accepted acme/* @28']],
  ['', 'example-keys: ["e-1:x"]', ['accepted e-1:x @26']],
  ['', `approved-changes: ["${'0'.repeat(64)}"]`, [`accepted ${'0'.repeat(64)} @30`]],
  [
    '',
    caches(key('A')),
    [`accepted https://c.example.org ${key('A')} @28`],
    ['accepted trusted-caches @0'],
  ],
  [
    caches(key('A')),
    caches(key('A'), key('B')),
    [`accepted https://c.example.org ${key('B')} @28`],
  ],
];

describe('weakeningsOf', () => {
  for (const [base, head, expected, back = []] of cases) {
    it(`${base || 'nothing'} → ${head || 'nothing'}`, () => {
      const [was, is] = [policyOf(base), policyOf(head)];
      assert.deepEqual(weakened({ policy: was }, { policy: is }), expected);
      assert.deepEqual(weakened({ policy: is }, { policy: was }), back, 'the way back');
      assert.deepEqual(weakened({ policy: is }, { policy: is }), [], 'no change');
    });
  }

  it('a policy that is gone counts as the defaults', () => {
    const policy = policyOf('profile: strict', 'fail-on: notice');
    const found = weakeningsOf(
      { policy, comments: [] },
      { policy: defaultPolicy, comments: [] },
      rules,
    );
    assert.deepEqual(
      found.map(({ path, message }) => `${path}: ${message}`),
      [
        'nix-secure-lint.yml: fail-on is loosened: notice before, error now',
        'nix-secure-lint.yml: profile is loosened: strict before, default now',
      ],
    );
  });

  it('a reworded, reordered or better explained policy is not weaker', () => {
    const base = policyOf(
      'files: {exclude: [a, b]}',
      ignore(''),
      sources('"github:a/b", "github:c/d"'),
    );
    const head = policyOf(
      sources('"github:c/d", {match: "github:A/B", reason: ours, owner: "@me", until: 2027-01-01}'),
      'ignore: [{rule: lock-local-path, subject: x, reason: another}]',
      'files: {exclude: [b]}',
    );
    assert.deepEqual(weakened({ policy: base }, { policy: head }), []);
  });

  it('inventory: entries added, widened, prolonged, or the whole list gone', () => {
    const base = inventoryOf(
      '  - {input: a, source: "github:x/a"}',
      '  - {input: b, source: "github:x/b", until: 2027-01-01}',
    );
    const head = inventoryOf(
      '  - {input: a, source: "github:x/*"}',
      '  - {input: b, source: "github:x/b", until: 2028-01-01}',
      '  - {input: c, source: "github:x/c"}',
      '  - {input: a, source: "github:x/a", lock: flake.lock}',
    );
    assert.deepEqual(weakened({ inventory: base }, { inventory: head }), [
      'inventory a = github:x/* @23',
      'until b = github:x/b @60',
      'inventory c = github:x/c @116',
    ]);
    assert.deepEqual(weakened({ inventory: base }, {}), ['inventory inputs.inventory @0']);
    assert.deepEqual(weakened({}, { inventory: head }), [], 'a first inventory only forbids');
    assert.deepEqual(weakened({ inventory: head }, { inventory: inventoryOf() }), []);
  });

  it('baseline: new fingerprints and higher counts', () => {
    const baseline = (...counts: readonly (readonly [string, number])[]): Baseline => ({
      path: 'base.json',
      entries: counts.map(([fingerprint, count], index) => ({
        rule: 'r',
        path: 'p',
        subject: fingerprint,
        reason: 'x',
        fingerprint,
        count,
        span: { start: index, end: index + 1 },
      })),
    });
    const base = baseline(['a', 2], ['b', 1]);
    const head = baseline(['b', 1], ['a', 3], ['c', 1]);
    assert.deepEqual(weakened({ baseline: base }, { baseline: head }), [
      'baseline r a @1',
      'baseline r c @2',
    ]);
    assert.deepEqual(weakened({ baseline: head }, { baseline: base }), []);
    assert.deepEqual(weakened({}, { baseline: base }), ['baseline r a @0', 'baseline r b @1']);
    assert.deepEqual(weakened({ baseline: base }, {}), []);
    assert.deepEqual(
      weakened({ baseline: base }, { baseline: baseline(['b', 1], ['b', 1]) }),
      ['baseline r b @1'],
      'an entry split in two counts as both',
    );
  });

  it('comments: told apart by file, rule and the code they speak of, wherever they stand', () => {
    const comment = '# nix-secure-lint: ignore lock-local-path -- why\ncode\n';
    const comments = (text: string) => ({ comments: readComments('a.nix', text) });
    assert.deepEqual(weakened(comments(''), comments(comment)), ['comment lock-local-path @0']);
    assert.deepEqual(weakened(comments(comment), comments(`x\n${comment}`)), []);
    assert.deepEqual(weakened(comments(comment), comments(comment + comment)), [
      'comment lock-local-path @54',
    ]);
    assert.deepEqual(
      weakened(comments(comment), comments(comment.replace('code', 'other'))),
      ['comment lock-local-path @0'],
      'moved to other code',
    );
    assert.deepEqual(
      weakened(comments(''), comments('# nix-secure-lint: ignore x\n')),
      [],
      'no reason, no effect',
    );
    assert.deepEqual(weakened(comments(comment), comments('')), []);
  });
});
