import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { glob } from '../../src/policy/glob.ts';
import { withoutRevision } from '../../src/policy/versioned.ts';

const rev = 'b43c397f6c213918d6cfe6e3550abfe79b5d1c51';
const cases: readonly (readonly [source: string, pattern: string])[] = [
  [
    'tarball:https://releases.nixos.org/nixos/25.05/nixos-25.05.805252.b43c397f6c21/nixexprs.tar.xz',
    'tarball:https://releases.nixos.org/nixos/25.05/**',
  ],
  [
    `tarball:https://api.flakehub.com/f/pinned/acme/tool/0.1.8%2Brev-${rev}/0199-a/source.tar.gz`,
    'tarball:https://api.flakehub.com/f/pinned/acme/tool/**',
  ],
  [
    `tarball:https://git.example.org/api/v1/repos/lix/archive/${rev}.tar.gz`,
    'tarball:https://git.example.org/api/v1/repos/lix/archive/**',
  ],
  [`file:https://example.org/a/${rev}`, 'file:https://example.org/a/**'],
];
const kept = [
  'tarball:https://example.org/releases/v1.2.3/source.tar.gz',
  `tarball:https://example.org/${rev}.tar.gz`,
  `tarball:https://${rev}/a/b`,
  `tarball:http://example.org/a/${rev}`,
  'tarball:https://example.org/defaced/effaced.tar.gz',
  `github:acme/${rev}`,
  `git:https://example.org/a/${rev}`,
  '',
];

describe('withoutRevision', () => {
  for (const [source, pattern] of cases) {
    it(`lists ${source} as ${pattern}`, () => {
      assert.equal(withoutRevision(source), pattern);
      assert.equal(glob(pattern, 'source').matches(source), true);
    });
  }
  for (const source of kept) {
    it(`keeps ${source || 'nothing'}`, () => assert.equal(withoutRevision(source), source));
  }
});
