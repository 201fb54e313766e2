import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { nodeHost } from '../../src/host.ts';
import type { Report } from '../../src/model/report.ts';
import { defaultOptions, readSince } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { scratch, type Scratch } from '../checkout.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { githubNode, lockOf } from '../locks.ts';

let here: Scratch;
beforeEach(() => {
  here = scratch();
  here.git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => here.remove());

const version = (name: string): string =>
  lockOf({
    nixpkgs: githubNode('NixOS/nixpkgs', { rev: name.repeat(40), lastModified: 1_790_000_000 }),
  });

/** Commits a lock at a date of November 2026. */
function commitLock(text: string, message: string, day: number): string {
  here.write({ 'flake.lock': text });
  here.git('add', '--all');
  return committed(message, day);
}

function committed(message: string, day: number): string {
  here.git('commit', '--quiet', '--allow-empty', '--message', message);
  return datedAt(day);
}

/** Gives the last commit a date: the committer's counts, and only the environment sets it. */
function datedAt(day: number): string {
  execFileSync('git', ['commit', '--quiet', '--amend', '--no-edit', '--allow-empty'], {
    cwd: here.path,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.org',
      GIT_COMMITTER_DATE: `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`,
    },
  });
  return here.git('rev-parse', 'HEAD');
}

async function audit(since: string, directory = here.path): Promise<Report> {
  const host = nodeHost(directory, process.env, FIXTURE_NOW);
  const options = { ...defaultOptions, mode: 'audit', since: readSince(since) } as const;
  const outcome = await run(options, host);
  assert.ok(outcome.ok);
  return outcome.report;
}

const told = ({ changes }: Report): string[] =>
  changes.map(({ class: kind, origin }) => `${kind} ${origin?.subject} (${origin?.via})`);

describe('history', () => {
  test('every commit to a lock is replayed, with author and how it seems to have come in', async () => {
    commitLock(version('a'), 'first', 1);
    commitLock(version('b'), 'Update locks (#12)', 14);
    commitLock(version('c'), 'quick fix', 15);
    here.git('checkout', '--quiet', '-b', 'topic');
    commitLock(version('d'), 'on a branch', 16);
    here.git('checkout', '--quiet', 'main');
    here.git(
      'merge',
      '--quiet',
      '--no-ff',
      '--message',
      'Merge pull request #13 from topic',
      'topic',
    );
    datedAt(17);
    const report = await audit('8d');
    assert.deepEqual(told(report), [
      'diff-updated Update locks (#12) (pull request)',
      'diff-updated quick fix (direct push)',
      'diff-updated Merge pull request #13 from topic (pull request)',
    ]);
    assert.deepEqual(new Set(report.changes.map(({ origin }) => origin?.author)), new Set(['Ann']));
    assert.deepEqual(await audit('8d'), report, 'the same history gives the same report');
  });
  test('a swap that was swapped back since is found, and fails the audit', async () => {
    commitLock(version('a'), 'first', 1);
    const evil = version('a').replace(/"narHash": "sha256-./, (start) => `${start.slice(0, -1)}/`);
    commitLock(evil, 'nothing to see', 14);
    commitLock(version('a'), 'back again', 15);
    const report = await audit('8d');
    assert.deepEqual(told(report), [
      'diff-content-tampered nothing to see (direct push)',
      'diff-content-tampered back again (direct push)',
    ]);
    assert.equal(report.conclusion.exitCode, 1);
    assert.match(report.findings.map(({ message }) => message).join('\n'), /commit [0-9a-f]{10}/);
  });
  test('a commit with an old date below a new one is not skipped', async () => {
    commitLock(version('a'), 'first', 1);
    commitLock(version('b'), 'new', 15);
    commitLock(version('c'), 'backdated', 2);
    commitLock(version('d'), 'newest', 16);
    assert.deepEqual(
      told(await audit('8d')).map((line) => line.split(' ')[1]),
      ['new', 'backdated', 'newest'],
    );
  });
  test('a revision or a date can be the start', async () => {
    const first = commitLock(version('a'), 'first', 1);
    commitLock(version('b'), 'second', 5);
    commitLock(version('c'), 'third', 9);
    assert.equal((await audit(first)).changes.length, 2);
    assert.equal((await audit('2026-11-06')).changes.length, 1);
    const unknown = await audit('no-such-branch');
    assert.equal(unknown.conclusion.exitCode, 3);
  });
  test('a shallow checkout says what it does not know', async () => {
    commitLock(version('a'), 'first', 1);
    commitLock(version('b'), 'second', 15);
    const shallow = scratch();
    try {
      shallow.git('clone', '--quiet', '--depth=1', `file://${here.path}`, 'copy');
      const report = await audit('8d', join(shallow.path, 'copy'));
      assert.equal(report.conclusion.exitCode, 3);
      assert.match(report.notChecked[0]?.why ?? '', /shallow/);
      assert.deepEqual(report.changes, []);
    } finally {
      shallow.remove();
    }
  });
  test('age and end of support are judged, and only in an audit', async () => {
    commitLock(version('a'), 'first', 1);
    const report = await audit('8d');
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['lock-stale-input'],
    );
  });
});
