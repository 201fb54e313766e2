import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lockEntries, MAX_PATHS } from '../../src/diff/entries.ts';
import { entryText } from '../../src/diff/entry-digest.ts';
import { diffLocks } from '../../src/diff/locks.ts';
import type { FlakeLock } from '../../src/model/flake-lock.ts';
import type { LockDiff } from '../../src/model/lock-change.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { fuzzRuns } from '../fuzz.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { githubNode, lockText, narHash } from '../locks.ts';

type Json = { readonly [name: string]: unknown };

function lock(text: string): FlakeLock {
  const parsed = parseFlakeLock(text, 'flake');
  assert.ok(parsed.kind === 'flake-lock', parsed.kind === 'unreadable' ? parsed.model.problem : '');
  return parsed.model;
}

function diff(before: string, after: string): LockDiff {
  return diffLocks(lock(before), lock(after), { now: FIXTURE_NOW });
}

const name = fc.constantFrom('nixpkgs', 'utils', 'systems', 'a', 'b/c', 'constructor', '__proto__');
const attrs = fc.record(
  {
    type: fc.constantFrom('github', 'gitlab', 'git', 'tarball', 'path', 'odd'),
    owner: fc.constantFrom('NixOS', 'nixos', 'mallory'),
    repo: fc.constantFrom('nixpkgs', 'utils'),
    url: fc.constantFrom(
      'https://example.org/a.tar.gz',
      'http://example.org/a.git',
      '/nix/store/x',
    ),
    path: fc.constantFrom('./a', '/home/x', '/nix/store/y'),
    rev: fc.constantFrom('0'.repeat(40), 'f'.repeat(40)),
    ref: fc.constantFrom('main', 'nixos-24.05'),
    narHash: fc.constantFrom(narHash('a'), narHash('b'), 'sha1-x', ''),
    lastModified: fc.constantFrom(0, 1, 1_700_000_000, 1_790_000_000, 1e300),
    revCount: fc.constantFrom(0, 7),
    dir: fc.constantFrom('nix', ''),
    submodules: fc.boolean(),
  },
  { requiredKeys: ['type'] },
);
const edges = fc.dictionary(
  name,
  fc.oneof(
    fc.constantFrom('n1', 'n2', 'n3', 'n4'),
    fc.array(fc.constantFrom('nixpkgs', 'utils', 'a'), { maxLength: 2 }),
  ),
  { maxKeys: 4 },
);
const node = fc.record(
  { locked: attrs, original: attrs, flake: fc.boolean(), inputs: edges },
  { requiredKeys: ['locked', 'original'] },
);
const anyLock = fc
  .record({ n1: node, n2: node, n3: node, n4: node, root: fc.record({ inputs: edges }) })
  .map((nodes) => JSON.stringify({ nodes, root: 'root', version: 7 }));

/** What each input path says. */
function paths(text: string): ReadonlyMap<string, string> {
  const { byPath } = lockEntries(lock(text));
  return new Map([...byPath].map(([path, entry]) => [path, entryText(entry)]));
}

describe('properties', () => {
  test('a lock does not differ from itself', () => {
    fc.assert(
      fc.property(anyLock, (text) => {
        assert.deepEqual(diff(text, text).changes, []);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
  test('the changes from a to b, applied to the paths of a, give those of b', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        const applied = new Map(paths(a));
        for (const { path, before, after } of diff(a, b).changes) {
          assert.equal(
            entryText(before),
            applied.get(path) ?? '',
            'the old side is what was there',
          );
          if (after === undefined) applied.delete(path);
          else applied.set(path, entryText(after));
        }
        const order = (map: ReadonlyMap<string, string>) => [...map].sort();
        assert.deepEqual(order(applied), order(paths(b)));
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
  test('each path changes once, and its digest is its own', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        const { changes } = diff(a, b);
        assert.equal(new Set(changes.map(({ path }) => path)).size, changes.length);
        assert.equal(new Set(changes.map(({ digest }) => digest)).size, changes.length);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
  test('names of nodes, order of keys and layout change nothing', () => {
    fc.assert(
      fc.property(anyLock, fc.boolean(), (text, isWide) => {
        const other = JSON.stringify(renumbered(JSON.parse(text)), null, isWide ? 4 : undefined);
        assert.deepEqual(diff(text, other).changes, []);
        assert.deepEqual(diff(other, text).changes, []);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});

/** The same graph with other node keys, and every object turned around. */
function renumbered(value: Json): Json {
  const { nodes } = value as { nodes: Readonly<Record<string, Json>> };
  const key = (old: string): string => `node_${old}`;
  const renamed = Object.entries(nodes).map(([old, content]) => {
    const inputs = Object.entries(content['inputs'] ?? {}).map(([name, to]): [string, unknown] => [
      name,
      typeof to === 'string' ? key(to) : to,
    ]);
    return [key(old), turned({ ...content, inputs: fromEntries(inputs) })] as const;
  });
  return turned({ version: 7, root: key('root'), nodes: fromEntries(renamed.toReversed()) });
}

function turned(value: unknown): Json {
  const turn = (inner: unknown): unknown =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? turned(inner) : inner;
  const pairs = Object.entries(value ?? {}).map(([name, inner]) => [name, turn(inner)] as const);
  return fromEntries(pairs.toReversed());
}

/** Object.fromEntries defines `__proto__` as a plain member, which is what JSON.parse does too. */
function fromEntries(pairs: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries(pairs);
}

describe('limits', () => {
  test('a graph whose paths explode is cut and said to be', () => {
    const levels = Array.from({ length: 40 }, (_, level) => [
      `l${level}`,
      { ...githubNode('a/b'), inputs: { x: `l${level + 1}`, y: `l${level + 1}` } },
    ]);
    const text = lockText({
      ...Object.fromEntries(levels),
      l40: githubNode('a/b'),
      root: { inputs: { a: 'l0' } },
    });
    const found = diff(text, text);
    assert.equal(found.truncated, true);
    assert.equal(lockEntries(lock(text)).byPath.size, MAX_PATHS);
  });
  test('a circle is cut without a word: it is a fault of the lock', () => {
    const text = lockText({
      a: { ...githubNode('a/a'), inputs: { b: 'b' } },
      b: { ...githubNode('a/b'), inputs: { a: 'a' } },
      root: { inputs: { a: 'a' } },
    });
    const { byPath, truncated } = lockEntries(lock(text));
    assert.deepEqual([...byPath.keys()], ['a', 'a/b']);
    assert.equal(truncated, false);
  });
  test('a chain deeper than 64 is cut and said to be', () => {
    const chain = Array.from({ length: 70 }, (_, level) => [
      `n${level}`,
      { ...githubNode('a/b'), ...(level < 69 && { inputs: { x: `n${level + 1}` } }) },
    ]);
    const text = lockText({ ...Object.fromEntries(chain), root: { inputs: { x: 'n0' } } });
    const { byPath, truncated } = lockEntries(lock(text));
    assert.equal(byPath.size, 64);
    assert.equal(truncated, true);
  });
});

describe('judgement', () => {
  const plain = lockText({
    nixpkgs: githubNode('NixOS/nixpkgs'),
    root: { inputs: { nixpkgs: 'nixpkgs' } },
  });
  const classOf = (after: string): string =>
    diff(plain, after)
      .changes.map((change) => `${change.verdict} ${change.class}/${change.reason}`)
      .join();
  const changed = (locked: Json): string =>
    lockText({
      nixpkgs: githubNode('NixOS/nixpkgs', locked),
      root: { inputs: { nixpkgs: 'nixpkgs' } },
    });

  test('the info object counts, since Nix lays it over locked', () => {
    const info = { ...githubNode('NixOS/nixpkgs'), info: { narHash: narHash('evil') } };
    const text = lockText({ nixpkgs: info, root: { inputs: { nixpkgs: 'nixpkgs' } } });
    assert.equal(classOf(text), 'fail diff-content-tampered/same-rev');
  });
  test('the last of equal keys counts, as in Nix', () => {
    const evil = narHash('evil');
    const text = plain
      .replace('"narHash"', '"narHash": "x", "narHash"')
      .replace(narHash('NixOS/nixpkgs'), evil);
    assert.equal(classOf(text), 'fail diff-content-tampered/same-rev');
  });
  test('a hash that is dropped is refused even where the source moved openly', () => {
    const moved = githubNode('acme/nixpkgs', { narHash: undefined });
    const text = lockText({
      nixpkgs: moved,
      other: githubNode('a/b'),
      root: { inputs: { nixpkgs: 'nixpkgs', other: 'other' } },
    });
    assert.match(classOf(text), /fail diff-verification-weakened\/nar-hash/);
  });
  test('a compare link is written for forges we know only', () => {
    const link = (locked: Json): string | undefined =>
      diff(changed(locked), changed({ ...locked, rev: 'f'.repeat(40), narHash: narHash('new') }))
        .changes[0]?.compareUrl;
    assert.match(
      link({}) ?? '',
      /^https:\/\/github\.com\/NixOS\/nixpkgs\/compare\/[0-9a-f]{40}\.\.\.f{40}$/,
    );
    assert.equal(link({ host: 'github.example.org' }), undefined);
    assert.equal(link({ owner: 'a/../../b' }), undefined);
    assert.equal(link({ owner: '..' }), undefined);
    assert.match(
      link({ type: 'gitlab' }) ?? '',
      /^https:\/\/gitlab\.com\/NixOS\/nixpkgs\/-\/compare\//,
    );
  });
});
