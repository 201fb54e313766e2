import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { githubNode, lockOf, narHash } from '../locks.ts';
import type { Step, StepResult } from '../runner.ts';
import { mergeGroup, pullRequest, push, schedule } from './payloads.ts';
import { type Checkout, noRemote, type Remote, startRemote } from './remote.ts';
import { artefactOf, type Session, startSession } from './session.ts';

const flake = '{\n  inputs.utils.url = "github:numtide/flake-utils";\n  outputs = _: { };\n}\n';
const recent = Math.floor(Date.now() / 1_000) - 5 * 86_400;
const lockAt = (rev: string, changes: object = {}): string =>
  lockOf({
    utils: githubNode('numtide/flake-utils', {
      rev: rev.repeat(40),
      narHash: narHash(rev),
      lastModified: recent,
      ...changes,
    }),
  });
const changesOf = (result: StepResult): string[] =>
  artefactOf(result).changes.map(({ class: kind }) => kind);

const swapped = lockAt('a', { narHash: narHash('evil') });

/** What actions/checkout does by itself, and what a workflow can make it do. */
const full = { depth: 0, persist: false };
const shallow = { depth: 1, persist: true };
const blind = { depth: 1, persist: false };

/** The reason is printed beside each test. */
const skip = noRemote() ?? false;

describe('a checkout from a private remote', { skip }, () => {
  let session: Session;
  let remote: Remote;
  let base: string;
  beforeEach(async () => {
    session = await startSession();
    remote = await startRemote();
    remote.source.write({ 'flake.lock': lockAt('a'), 'flake.nix': flake });
    base = remote.source.commit('base');
  });
  afterEach(async () => {
    await remote.close();
    await session.end();
  });

  type Wish = Omit<Checkout, 'commit' | 'ref'> & { readonly inputs?: Step['inputs'] };

  async function run(
    eventName: string,
    event: object,
    at: Omit<Checkout, 'depth' | 'persist'>,
    wish: Wish,
  ) {
    const { inputs = {}, ...how } = wish;
    return session.step({
      workspace: await remote.checkout({ ...at, ...how }),
      inputs,
      eventName,
      event,
      environment: { ...remote.environment, GITHUB_SHA: at.commit, GITHUB_REF: at.ref },
    });
  }

  /** Merges a commit on a branch into main, as GitHub does for a pull request. */
  function proposed(files: Readonly<Record<string, string>>): { head: string; merge: string } {
    const { git, write, commit } = remote.source;
    git('checkout', '--quiet', '-b', 'topic', base);
    write(files);
    const head = commit('change');
    git('checkout', '--quiet', '--detach', 'main');
    git('merge', '--quiet', '--no-ff', '--message', 'Merge change into main', 'topic');
    const merge = git('rev-parse', 'HEAD');
    git('update-ref', 'refs/pull/2/merge', merge);
    git('checkout', '--quiet', 'main');
    return { head, merge };
  }

  function inPull(head: string, commit: string, wish: Wish, given = base): Promise<StepResult> {
    const ref = 'refs/pull/2/merge';
    return run('pull_request', pullRequest(given, head), { ref, commit }, wish);
  }

  for (const [name, how] of Object.entries({ full, shallow })) {
    test(`${name}: a swapped hash in a pull request is refused, nothing is left unchecked`, async () => {
      const { head, merge } = proposed({ 'flake.lock': swapped });
      const result = await inPull(head, merge, how);
      assert.equal(result.exitCode, 1);
      assert.deepEqual(changesOf(result), ['diff-content-tampered']);
      assert.equal(result.outputs.get('not-checked'), '0');
      assert.equal(remote.requests() > 0, how.depth === 1, 'fetches what it lacks and no more');
    });
    test(`${name}: an ordinary update passes`, async () => {
      const { head, merge } = proposed({ 'flake.lock': lockAt('b') });
      const result = await inPull(head, merge, how);
      assert.equal(result.exitCode, 0);
      assert.deepEqual(changesOf(result), ['diff-updated']);
    });
    test(`${name}: a merge group is compared with its base`, async () => {
      const { merge } = proposed({ 'flake.lock': swapped });
      const at = { ref: `refs/heads/gh-readonly-queue/main/pr-2-${base}`, commit: merge };
      const result = await run('merge_group', mergeGroup(base, merge), at, how);
      assert.equal(result.exitCode, 1);
      assert.deepEqual(changesOf(result), ['diff-content-tampered']);
      assert.equal(result.outputs.get('not-checked'), '0');
    });
    test(`${name}: a push is linted, and asks the remote for nothing`, async () => {
      const at = { ref: 'refs/heads/main', commit: base };
      const result = await run('push', push('0'.repeat(40), base), at, how);
      assert.equal(result.exitCode, 0);
      assert.equal(remote.requests(), 0);
    });
  }

  test('the base is fetched by no program that a proposed change brings', async () => {
    const { head, merge } = proposed({
      'flake.lock': lockAt('b'),
      'bin/git': '#!/bin/sh\ntouch "${0%/bin/git}/ran"\n',
    });
    const ref = 'refs/pull/2/merge';
    const workspace = await remote.checkout({ ref, commit: merge, ...shallow });
    chmodSync(join(workspace, 'bin', 'git'), 0o755);
    const PATH = [join(workspace, 'bin'), process.env['PATH']].join(delimiter);
    const result = await session.step({
      workspace,
      inputs: {},
      eventName: 'pull_request',
      event: pullRequest(base, head),
      environment: { ...remote.environment, GITHUB_SHA: merge, GITHUB_REF: ref, PATH },
    });
    assert.equal(existsSync(join(workspace, 'ran')), false);
    assert.deepEqual(changesOf(result), ['diff-updated']);
  });

  test('without history or password a pull request is incomplete, and told the remedy', async () => {
    const { head, merge } = proposed({ 'flake.lock': lockAt('b') });
    const result = await inPull(head, merge, blind);
    assert.equal(result.exitCode, 3);
    assert.equal(result.outputs.get('not-checked'), '2', 'neither policy nor locks');
    assert.match(
      result.summary.replaceAll('\\', ''),
      /is not at hand; fetch it \(fetch-depth: 0\)/,
    );
  });

  test('contents that a partial clone left out are not taken for absent', async () => {
    const policy = 'version: 1\nfail-on: notice\n';
    remote.source.write({ 'nix-secure-lint.yml': policy });
    base = remote.source.commit('policy');
    const { head, merge } = proposed({ 'flake.lock': lockAt('b'), 'nix-secure-lint.yml': '' });
    const result = await inPull(head, merge, { ...full, filter: 'blob:none' });
    assert.equal(result.exitCode, 3);
    assert.match(result.summary.replaceAll('\\', ''), /content of .* is not at hand/);
  });

  test('what the base branch got meanwhile is not put down to the pull request', async () => {
    const { write, commit } = remote.source;
    const policy = 'version: 1\nrules:\n  diff-updated: error\n';
    write({ 'other/flake.lock': lockAt('c'), 'nix-secure-lint.yml': policy });
    commit('main moves on');
    // The event still names the commit that was the base when the pull request was opened.
    const { head, merge } = proposed({ 'flake.lock': lockAt('b') });
    for (const how of [full, shallow]) {
      const result = await inPull(head, merge, how);
      assert.deepEqual(changesOf(result), ['diff-updated'], 'nothing about other/flake.lock');
      assert.equal(result.exitCode, 1, 'the policy of today judges');
    }
  });

  test('a checkout of the head is compared with where it left the base', async () => {
    const { head } = proposed({ 'README.md': 'x' });
    remote.source.write({ 'flake.lock': lockAt('b', { lastModified: recent + 86_400 }) });
    const moved = remote.source.commit('main updates');
    const at = { ref: 'refs/pull/2/head', commit: head };
    const result = await run('pull_request', pullRequest(moved, head), at, full);
    assert.deepEqual(changesOf(result), [], 'what main gained is no rollback by the change');
    assert.equal(result.exitCode, 0);
  });

  test('a head that is a merge itself brings no policy of its own as the base', async () => {
    const { git, write, commit } = remote.source;
    git('checkout', '--quiet', '-b', 'lax', base);
    write({ 'nix-secure-lint.yml': 'version: 1\nfail-on: never\n' });
    commit('lax');
    const { merge } = proposed({ 'flake.lock': swapped });
    git('checkout', '--quiet', '--detach', 'lax');
    git('merge', '--quiet', '--no-ff', '--message', 'pose', 'topic');
    const head = git('rev-parse', 'HEAD');
    git('checkout', '--quiet', 'main');
    const at = { ref: 'refs/pull/2/head', commit: head };
    for (const how of [full, shallow]) {
      const workspace = await remote.checkout({ ...at, ...how });
      for (const sha of [merge, head]) {
        const result = await session.step({
          workspace,
          inputs: {},
          eventName: 'pull_request',
          event: pullRequest(base, head),
          environment: { ...remote.environment, GITHUB_SHA: sha, GITHUB_REF: 'refs/pull/2/merge' },
        });
        assert.equal(result.exitCode, 1);
        assert.ok(changesOf(result).includes('diff-content-tampered'));
      }
    }
  });

  test('a base that was force-pushed away is still the merge’s own, or said to be missing', async () => {
    const gone = 'f'.repeat(40);
    const { head, merge } = proposed({ 'flake.lock': swapped });
    const merged = await inPull(head, merge, shallow, gone);
    assert.deepEqual(changesOf(merged), ['diff-content-tampered']);
    assert.equal(merged.outputs.get('not-checked'), '0');
    const alone = await inPull(head, head, full, gone);
    assert.equal(alone.exitCode, 3);
    assert.match(alone.summary.replaceAll('\\', ''), /is not at hand/);
  });

  test('an audit of a shallow checkout is incomplete, and told the remedy', async () => {
    remote.source.write({ 'flake.lock': lockAt('b') });
    const commit = remote.source.commit('update');
    const at = { ref: 'refs/heads/main', commit };
    const inputs = { since: '8d', issue: 'true' };
    const result = await run('schedule', schedule, at, { ...shallow, inputs });
    assert.equal(result.exitCode, 3);
    assert.match(
      result.summary.replaceAll('\\', ''),
      /shallow, fetch all of it \(fetch-depth: 0\)/,
    );
    const [issue] = session.github.state.issues;
    assert.match((issue?.body ?? '').replaceAll('\\', ''), /### Not checked\n\n.*fetch-depth: 0/);
    const whole = await run('schedule', schedule, at, { ...full, inputs });
    assert.equal(whole.outputs.get('not-checked'), '0');
    assert.deepEqual(changesOf(whole), ['diff-input-added', 'diff-updated']);
  });

  test('a shallow audit whose locks are gone is incomplete too', async () => {
    remote.source.write({ 'flake.lock': swapped });
    remote.source.commit('swap');
    remote.source.git('rm', '--quiet', 'flake.lock', 'flake.nix');
    remote.source.write({ 'README.md': 'nothing here' });
    const commit = remote.source.commit('hide');
    const at = { ref: 'refs/heads/main', commit };
    const result = await run('schedule', schedule, at, { ...shallow, inputs: { since: '8d' } });
    assert.equal(result.exitCode, 3);
  });
});
