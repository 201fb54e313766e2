import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { endOfLife } from '../../src/parse/nixpkgs-channel.ts';
import { isOneEditAway, skeleton } from '../../src/parse/lookalike.ts';
import { isHonestRedirect } from '../../src/parse/tarball-redirect.ts';
import { splitUrl } from '../../src/parse/url-parts.ts';
import { fuzzRuns } from '../fuzz.ts';
import { assertKnownReason, judgeLock, lockText, plainContext } from './lock-sample.ts';

const scalar = fc.oneof(
  fc.constantFrom(
    'github',
    'git',
    'tarball',
    'path',
    'indirect',
    'NixOS',
    'nixpkgs',
    'nixos-24.11',
    '',
  ),
  fc.constantFrom('https://github.com/a/b', 'file:///x', 'http://x', '/nix/store/x', 'git://h/p'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
);
const attributes = fc.dictionary(
  fc.constantFrom(
    ...'type owner repo host url path id rev ref dir narHash lastModified dirtyRev info'.split(' '),
  ),
  scalar,
);
const key = fc.constantFrom('a', 'b', 'c', 'root', '__proto__', 'constructor', 'x/y');
const edge = fc.oneof(key, fc.array(key, { maxLength: 3 }));
const node = fc.record(
  {
    locked: attributes,
    original: attributes,
    info: attributes,
    inputs: fc.dictionary(key, edge),
    flake: fc.boolean(),
    extra: scalar,
  },
  { requiredKeys: [] },
);
const lock = fc.record({
  nodes: fc.dictionary(key, node),
  root: fc.oneof(key, scalar),
  version: fc.constantFrom(4, 5, 6, 7),
});

describe('every rule over arbitrary locks', () => {
  test('never throws, names its own reasons, stays inside the text, says nothing empty', () => {
    fc.assert(
      fc.property(lock, (value) => {
        const text = JSON.stringify(value, undefined, 2);
        for (const one of judgeLock(text) ?? []) {
          assertKnownReason(one);
          const { at, message, subject } = one.problem;
          assert.ok(at.start >= 0 && at.end <= text.length && at.start <= at.end);
          assert.notEqual(message, '');
          assert.equal(typeof subject, 'string');
        }
      }),
      { numRuns: fuzzRuns(400) },
    );
  });

  test('offered fixes keep the lock readable and end the finding', () => {
    let fixes = 0;
    fc.assert(
      fc.property(lock, (value) => {
        const text = JSON.stringify(value, undefined, 2);
        for (const { rule, problem } of judgeLock(text) ?? []) {
          const [edit, ...more] = problem.fix?.edits ?? [];
          if (edit === undefined) continue;
          assert.equal(more.length, 0);
          fixes++;
          const fixed = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
          assert.equal(parseFlakeLock(fixed, 'flake').kind, 'flake-lock', fixed);
          const same = (judgeLock(fixed) ?? []).filter(
            (after) =>
              after.rule.id === rule.id &&
              after.problem.reason === problem.reason &&
              after.problem.subject === problem.subject,
          );
          assert.deepEqual(same, []);
        }
      }),
      { numRuns: fuzzRuns(200) },
    );
    assert.ok(fixes > 0, 'no case had a fix');
  });
});

test('ten thousand alike nodes give each rule at most one finding per node', () => {
  const count = 10_000;
  const hash = `sha256-${'A'.repeat(43)}=`;
  const nodes = Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const source = { type: 'github', owner: 'a', repo: 'b', ref: 'x' };
      const locked = { ...source, repo: 'c', rev: '0'.repeat(40), narHash: hash, lastModified: at };
      return [`n${at}`, { locked, original: source }];
    }),
  );
  const perRule = new Map<string, number>();
  for (const { rule } of judgeLock(lockText(nodes)) ?? []) {
    perRule.set(rule.id, (perRule.get(rule.id) ?? 0) + 1);
  }
  assert.equal(perRule.get('lock-retargeted-input'), count);
  for (const [id, found] of perRule) assert.ok(found <= count, `${id} has ${found} findings`);
});

test('orphans next to each other can be cut together', () => {
  const text = '{"nodes":{"a":{},"b":{},"root":{},"c":{},"d":{}},"root":"root","version":7}';
  const edits = (judgeLock(text) ?? []).flatMap(({ problem }) => problem.fix?.edits ?? []);
  const cuts = edits.filter((edit) => edit.text === '').sort((x, y) => y.span.start - x.span.start);
  const left = cuts.reduce(
    (rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end),
    text,
  );
  assert.equal(cuts.length, 4);
  assert.equal(left, '{"nodes":{"root":{}},"root":"root","version":7}');
});

test('age is a finding in an audit only', () => {
  const locked = {
    type: 'github',
    owner: 'a',
    repo: 'b',
    rev: 'f'.repeat(40),
    lastModified: 1.5e9,
  };
  const text = lockText({ a: { locked, original: { type: 'github', owner: 'a', repo: 'b' } } });
  const said = (mode: 'check' | 'audit'): string[] =>
    (judgeLock(text, { ...plainContext, mode }) ?? []).map(({ rule }) => rule.id);
  assert.ok(said('audit').includes('lock-stale-input'));
  assert.ok(!said('check').includes('lock-stale-input'));
});

test('releases end as announced, others seven months after their name', () => {
  assert.equal(endOfLife('24.11'), '2025-06-30');
  assert.equal(endOfLife('20.03'), '2020-10-27');
  assert.equal(endOfLife('31.05'), '2031-12-31');
  assert.equal(endOfLife('31.11'), '2032-06-30');
});

test('look-alikes are one edit or one confusion away', () => {
  const away: readonly (readonly [string, string])[] = [
    ['numtide', 'numtid'],
    ['numtide', 'numtiide'],
    ['numtide', 'numtade'],
    ['numtide', 'nutmide'],
  ];
  for (const [left, right] of away) assert.ok(isOneEditAway(left, right), `${left} ${right}`);
  for (const name of ['numtide', 'numtdie2', 'tidenum', 'numtXXe']) {
    assert.ok(!isOneEditAway('numtide', name), name);
  }
  assert.equal(skeleton('nurntide'), skeleton('numtide'));
  assert.equal(skeleton('N1x_0S'), skeleton('nix-os'));
  assert.notEqual(skeleton('nixos-rocm'), skeleton('nixos'));
});

test('one edit is the Damerau-Levenshtein distance 1', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (left, right) => {
      assert.equal(isOneEditAway(left, right), distance(left, right) === 1, `${left} ${right}`);
    }),
    { numRuns: fuzzRuns(2000) },
  );
});

/** Optimal string alignment distance by the textbook table. */
function distance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= right.length; j++) rows[0]?.splice(j, 1, j);
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      rows[i]?.splice(j, 1, Math.min(best, swap ? at(i - 2, j - 2) + 1 : best));
    }
  }
  return at(left.length, right.length);
}

const redirects: readonly (readonly [string, string, boolean])[] = [
  ['https://x.org/latest.tar.gz', 'https://x.org/v1/a.tar.gz', false],
  ['https://x.org/a.tar.gz', 'https://x.org/a.tar.gz?rev=1&narHash=x', true],
  ['https://x.org/a.tar.gz?id=1', 'https://x.org/a.tar.gz?id=2', false],
  ['https://x.org/a.tar.gz', 'http://x.org/a.tar.gz', false],
  ['https://raw.githubusercontent.com/a/b/m/x', 'https://raw.githubusercontent.com/c/b/m/x', false],
  [
    'https://api.github.com/repos/a/b/tarball/m',
    'https://api.github.com/repos/c/b/tarball/m',
    false,
  ],
  [
    'https://api.github.com/repos/a/b/tarball/m',
    'https://api.github.com/repos/a/b/tarball/1',
    true,
  ],
  [
    'https://gitlab.com/a/s/b/-/archive/m/b.zip',
    'https://gitlab.com/a/s/b/-/archive/1/b.zip',
    true,
  ],
  [
    'https://gitlab.com/a/s/b/-/archive/m/b.zip',
    'https://gitlab.com/c/s/b/-/archive/m/b.zip',
    false,
  ],
  [
    'https://gitlab.com/a/archive/b/-/archive/m/b.zip',
    'https://gitlab.com/a/archive/c/-/archive/m/b.zip',
    false,
  ],
  ['https://bitbucket.org/a/b/get/m.zip', 'https://bitbucket.org/c/b/get/m.zip', false],
  ['https://codeberg.org/a/b/raw/branch/m/x', 'https://codeberg.org/c/b/raw/branch/m/x', false],
  ['https://s3.amazonaws.com/a/x.tar.gz', 'https://s3.amazonaws.com/c/x.tar.gz', false],
  ['https://x.org/cgit/a.tar.gz?id=1', 'https://x.org/cgit/b.tar.gz?id=2', false],
  ['https://github.com/a/b/archive/m.zip', 'https://github.com/a/b/archive/1.zip', true],
  ['https://github.com/a/b/archive/m.zip', 'https://github.com//c/b/archive/m.zip', false],
  [
    'https://github.com/a/b/archive/m.zip',
    'https://github.com/a/b/archive/..%2f..%2f..%2fc/b/archive/m.zip',
    false,
  ],
  [
    'https://github.com/a/b/archive/m.zip',
    'https://github.com/a/b/archive/refs/pull/1/head.zip',
    false,
  ],
  [
    'https://github.com/a/b/archive/m.zip',
    'https://github.com/a/b/archive/refs%2Fpull/1/head.zip',
    false,
  ],
  [
    'https://github.com/a/b/archive/refs/pull/1/head.zip',
    'https://codeload.github.com/a/b/zip/refs/pull/1/head',
    true,
  ],
  [
    'https://github.com/a/b/archive/refs/pull/1/head.zip',
    'https://github.com/a/b/archive/refs/pull/2/head.zip',
    false,
  ],
  [
    'https://channels.nixos.org/nixos-25.11/nixexprs.tar.xz',
    'https://releases.nixos.org/nixos/25.11/nixos-25.11.1.a/nixexprs.tar.xz',
    true,
  ],
  [
    'https://channels.nixos.org/nixpkgs-unstable/nixexprs.tar.zst',
    'https://releases.nixos.org/nixpkgs/nixpkgs-26.11pre1.a/nixexprs.tar.zst?rev=a',
    true,
  ],
  [
    'https://channels.nixos.org/nixpkgs-25.11-darwin/nixexprs.tar.xz',
    'https://releases.nixos.org/nixpkgs/25.11-darwin/nixpkgs-darwin-25.11.1/nixexprs.tar.xz',
    true,
  ],
  [
    'https://channels.nixos.org/nixos-unstable/nixexprs.tar.xz',
    'https://releases.nixos.org/nixos/19.03/nixos-19.03.1.a/nixexprs.tar.xz',
    false,
  ],
  [
    'https://channels.nixos.org/nixos-unstable/nixexprs.tar.xz',
    'https://releases.nixos.org/nixpkgs/x-1/nixexprs.tar.xz',
    false,
  ],
  ['https://flakehub.com/f/a/b/1', 'https://api.flakehub.com/flake/a/b', false],
  ['https://x.org/latest.tar.gz', 'https://x.org:8443/latest.tar.gz', false],
  ['https://x.org/latest.tar.gz', 'https://y.org/latest.tar.gz', false],
  ['https://github.com/a/b/archive/m.zip', 'https://codeload.github.com/A/B/zip/m', true],
  ['https://github.com/a/b/archive/m.zip', 'https://codeload.github.com/c/b/zip/m', false],
  [
    'https://codeberg.org/a/b/archive/m.zip',
    'https://codeberg.org/api/v1/repos/a/b/archive/1.zip',
    true,
  ],
  [
    'https://codeberg.org/a/b/archive/m.zip',
    'https://codeberg.org/api/v1/repos/c/b/archive/1.zip',
    false,
  ],
  ['https://codeberg.org/a/b/archive/m.zip', 'https://codeberg.org/attachments/evil.zip', false],
  ['https://flakehub.com/f/a/b/1', 'https://api.flakehub.com/f/pinned/a/b/1/2/source.tar.gz', true],
  [
    'https://flakehub.com/f/a/b/1',
    'https://api.flakehub.com/f/pinned/c/b/1/2/source.tar.gz',
    false,
  ],
  ['https://api.flakehub.com/f/a/b/1', 'https://flakehub.com/f/a/b/1', false],
];
for (const [from, to, honest] of redirects) {
  test(`${from} ${honest ? 'may' : 'must not'} be locked at ${to}`, () => {
    const [left, right] = [splitUrl(from), splitUrl(to)];
    assert.ok(left && right);
    assert.equal(isHonestRedirect(left, right), honest);
  });
}

describe('evidence names the source', () => {
  const lockOf = (host: string, attrs: Readonly<Record<string, string>>): string => {
    const source = { url: `http://${host}/x`, ...attrs };
    const nodes = { lib: { locked: source, original: source }, root: { inputs: { lib: 'lib' } } };
    return JSON.stringify({ nodes, root: 'root', version: 7 });
  };
  const cases = [
    ['lock-insecure-transport', { type: 'tarball' }],
    ['lock-unpinned-input', { type: 'git' }],
    ['lock-narhash-invalid', { type: 'tarball' }],
  ] as const;
  for (const [id, attrs] of cases) {
    test(`${id}: another host is another finding`, () => {
      const [one, other] = ['a.org', 'b.org'].map((host) =>
        (judgeLock(lockOf(host, attrs)) ?? [])
          .filter(({ rule }) => rule.id === id)
          .map(({ problem }) => problem.evidence),
      );
      assert.equal(one?.length, 1);
      assert.notDeepEqual(one, other);
    });
  }
});
