import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { bySpecificity, coverer, glob } from '../../src/policy/glob.ts';
import { fuzzRuns } from './sample.ts';

const matches: readonly (readonly ['path' | 'source', pattern: string, text: string, boolean])[] = [
  ['path', 'flake.lock', 'flake.lock', true],
  ['path', '*.lock', 'flake.lock', true],
  ['path', '*.lock', 'a/flake.lock', false],
  ['path', '**/*.lock', 'flake.lock', true],
  ['path', '**/*.lock', '.github/b/flake.lock', true],
  ['path', 'examples/**', 'examples/a/b', true],
  ['path', 'examples/**', 'examplesx/a', false],
  ['path', 'a/*', 'a/b', true],
  ['path', 'a/*', 'a/b/c', false],
  ['path', 'a/*', 'A/b', false],
  ['path', '!a', 'b', false],
  ['path', '{a,b}', 'a', false],
  ['path', '+(a)', 'aa', false],
  ['path', '[ab]', 'a', false],
  ['path', '[ab]*', '[ab]c', true],
  ['path', 'a?', 'ab', false],
  ['path', '*a?', 'xab', false],
  ['path', '*a?', 'xa?', true],
  ['path', '#a', '#a', true],
  ['path', '#*', '#a', true],
  ['path', 'x\\*', 'x\\y', true],
  ['path', '**', 'a/../b', false],
  ['source', 'github:NixOS/*', 'github:NixOS/nixpkgs', true],
  ['source', 'github:nixos/nixpkgs', 'github:NixOS/Nixpkgs', true],
  ['source', 'GitHub:nixos/*', 'github:NixOS/Nixpkgs', true],
  ['source', 'github:NixOS/*', 'github:NixOS/nixpkgs/x', false],
  ['source', 'github:NixOS/*', 'github:NixOS.evil/nixpkgs', false],
  ['source', 'github:NixOS/*', 'gitlab:NixOS/nixpkgs', false],
  ['source', 'github:NixOS/nixpkgs', 'github:NixOS/nixp\u212Ags', false],
  ['source', 'github:NixOS/n*', 'github:Ni\u212AOS/n', false],
  ['source', 'gitlab:gitlab.gnome.org/**', 'gitlab:gitlab.gnome.org/a/b', true],
  ['source', 'gitlab:**', 'gitlab:host/a/b', true],
  ['source', 'git:https://git.example.org/*', 'git:https://git.example.org/a', true],
  ['source', 'git:https://git.example.org/*', 'git:https://git.example.org/a/b', false],
  ['source', 'git:https://git.example.org/**', 'git:https://git.example.org/a/b', true],
  ['source', 'git:https://git.example.org/**', 'git:http://git.example.org/a/b', false],
  ['source', 'git:https://*.example.org/**', 'git:https://evil.test/x.example.org/a', false],
  ['source', 'git:https://a.example.org/X', 'git:https://a.example.org/x', false],
  ['source', 'git:**', 'git:ssh://host/a', true],
  ['source', 'git:**', 'github:a/b', false],
  ['source', '**', 'tarball:https://host/a', true],
  ['source', 'path:/x', 'path:/x', true],
  ['source', 'path:/x/**', 'path:/x/y', true],
  ['source', 'path:x/**', 'path:/x/y', false],
  ['source', 'path:/**', 'path:x/y', false],
];

describe('glob', () => {
  for (const [over, pattern, text, expected] of matches) {
    it(`${over} ${pattern} ${expected ? 'takes' : 'refuses'} ${text}`, () => {
      assert.equal(glob(pattern, over).matches(text), expected);
    });
  }

  it('compares overlong texts only exactly', () => {
    const long = `a/${'b'.repeat(5000)}`;
    assert.equal(glob('a/*', 'path').matches(long), false);
    assert.equal(glob(long, 'path').matches(long), true);
  });

  it('takes hostile patterns and texts without blowing up', () => {
    const hostile = `${'*a'.repeat(100)}b`;
    assert.equal(glob(hostile, 'path').matches('a'.repeat(4096)), false);
    const segments = `${'**/a/'.repeat(40)}b`;
    assert.equal(glob(segments, 'path').matches('a/'.repeat(2000)), false);
  });

  it('matches itself, whatever the pattern holds', () => {
    const unit = fc.constantFrom(...'aZ*?[]{}()!+@#\\./:^$-\u212A'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (pattern) => {
        for (const over of ['path', 'source'] as const) {
          assert.equal(glob(pattern, over).matches(pattern), true);
        }
      }),
      { numRuns: fuzzRuns },
    );
  });

  const orders = [
    ['github:NixOS/nixpkgs', 'github:NixOS/*', 'github:*/*', 'github:**', '**'],
    ['aaaa', 'aaaa*'],
    ['*a*b*', '**ab'],
    ['a*', 'b*'],
  ];
  for (const order of orders) {
    it(`puts ${order.join(' before ')}`, () => {
      const sorted = (patterns: readonly string[]): string[] =>
        patterns
          .map((pattern) => glob(pattern, 'source'))
          .toSorted(bySpecificity)
          .map(({ pattern }) => pattern);
      assert.deepEqual(sorted(order), order);
      assert.deepEqual(sorted(order.toReversed()), order);
    });
  }
});

describe('coverer', () => {
  const cases: readonly (readonly [string | undefined, string | undefined, boolean])[] = [
    [undefined, 'a', true],
    ['a', undefined, false],
    ['**', 'a/*', true],
    ['a/**', 'a/b', true],
    ['a/**', 'a/*.nix', true],
    ['a/**', 'ab/*.nix', false],
    ['a/**', 'a/../*', false],
    ['a/*', 'a/b', true],
    ['a/*', 'a/b*', false],
    ['a/b', 'a/*', false],
    ['a', 'a', true],
  ];
  for (const [outer, inner, expected] of cases) {
    it(`${outer ?? 'anything'} ${expected ? 'covers' : 'need not cover'} ${inner ?? 'anything'}`, () => {
      assert.equal(coverer(outer, 'path')(inner), expected);
    });
  }

  it('never says yes to a pattern that matches more', () => {
    const unit = fc.constantFrom('a', 'b', '/', '*', '**');
    const pattern = fc.array(unit, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 6 });
    fc.assert(
      fc.property(pattern, pattern, text, (outer, inner, parts) => {
        const given = parts.join('');
        if (!coverer(outer, 'path')(inner) || !glob(inner, 'path').matches(given)) return;
        // `**` stands for every path there is; empty segments are none.
        if (outer === '**' || given.startsWith('/') || given.includes('//')) return;
        assert.equal(glob(outer, 'path').matches(given), true);
      }),
      { numRuns: fuzzRuns * 10 },
    );
  });
});
