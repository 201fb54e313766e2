import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { undoneFixes } from '../../src/compare/advisories.ts';
import { diffLocks } from '../../src/diff/locks.ts';
import type { Advisory } from '../../src/model/advisory.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { commitId, githubNode, lockOf } from '../locks.ts';

const fix = Date.parse('2026-06-01T00:00:00Z') / 1_000;
const advisory: Advisory = {
  id: 'X-1',
  published: '2026-06-02',
  source: 'github:acme/*',
  badRevs: [commitId('bad')],
  badNarHashes: [],
  fixedAfter: '2026-06-01',
  references: [],
};
const byRevision = { ...advisory, fixedAfter: commitId('fixed') };

type Version = readonly [rev: string, time: number];

function lock(source: string, [rev, lastModified]: Version) {
  const text = lockOf({ dep: githubNode(source, { rev: commitId(rev), lastModified }) });
  const parsed = parseFlakeLock(text, 'flake');
  assert.ok(parsed.kind === 'flake-lock');
  return parsed.model;
}

function said(known: Advisory, before: Version, after: Version, source = 'acme/tool'): string {
  const setting = { now: FIXTURE_NOW, undoneFix: undoneFixes([known]) };
  const { changes } = diffLocks(lock(source, before), lock(source, after), setting);
  return changes.map((one) => `${one.verdict} ${one.class}/${one.reason}`).join();
}

const undone = 'fail diff-downgraded/fix-undone';

describe('a rollback and an advisory', () => {
  test('by date: from the day of the fix or later to before it', () => {
    assert.equal(said(advisory, ['a', fix], ['b', fix - 1]), undone);
    assert.equal(said(advisory, ['a', fix + 900_000], ['b', fix - 900_000]), undone);
    const ordinary = 'note diff-downgraded/older';
    assert.equal(said(advisory, ['a', fix + 90_000], ['b', fix]), ordinary, 'both have the fix');
    assert.equal(said(advisory, ['a', fix - 1], ['b', fix - 90_000]), ordinary, 'none had it');
  });
  test('by revision: leaving the first good one, or going to a bad one', () => {
    assert.equal(said(byRevision, ['fixed', fix], ['b', fix - 60]), undone);
    assert.equal(said(byRevision, ['later', fix + 9], ['bad', fix - 60]), undone);
    assert.equal(
      said(byRevision, ['later', fix + 9_000], ['b', fix - 60]),
      'note diff-downgraded/older',
    );
  });
  test('only at the source it names, and only backwards', () => {
    assert.equal(
      said(advisory, ['a', fix], ['b', fix - 90_000], 'other/tool'),
      'note diff-downgraded/older',
    );
    assert.equal(said(advisory, ['a', fix - 1], ['b', fix]), 'note diff-updated/updated');
  });
});
