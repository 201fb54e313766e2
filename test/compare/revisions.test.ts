import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { nodeHost } from '../../src/host.ts';
import type { Report } from '../../src/model/report.ts';
import { defaultOptions, type Options } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { scratch, type Scratch } from '../checkout.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { githubNode, lockOf, narHash } from '../locks.ts';

const flake = '{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs";\n  outputs = _: { };\n}\n';
const genuine = lockOf({ nixpkgs: githubNode('NixOS/nixpkgs') });
const tampered = lockOf({ nixpkgs: githubNode('NixOS/nixpkgs', { narHash: narHash('evil') }) });
const policyFile = 'nix-secure-lint.yml';

let here: Scratch;
beforeEach(() => {
  here = scratch();
  here.git('init', '--quiet');
  here.write({ 'flake.lock': genuine, 'flake.nix': flake });
  here.commit('first');
});
afterEach(() => here.remove());

async function lint(options: Partial<Options> = { base: 'HEAD' }): Promise<Report> {
  const host = nodeHost(here.path, process.env, FIXTURE_NOW);
  const outcome = await run({ ...defaultOptions, ...options }, host);
  assert.ok(outcome.ok);
  return outcome.report;
}

function changesOf({ changes }: Report): string[] {
  return changes.map(
    ({ verdict, class: kind, path, subject }) => `${verdict} ${kind} ${path} ${subject}`,
  );
}

function errorsOf({ findings }: Report): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, reason, path, subject }) => `${rule}/${reason} ${path} ${subject}`);
}

describe('a base revision', () => {
  test('nothing changed, nothing said', async () => {
    const report = await lint();
    assert.deepEqual(report.changes, []);
    assert.deepEqual(report.notChecked, []);
    assert.equal(report.conclusion.exitCode, 0);
  });
  test('a swapped hash is refused at its line', async () => {
    here.write({ 'flake.lock': tampered });
    const report = await lint();
    assert.deepEqual(changesOf(report), ['fail diff-content-tampered flake.lock nixpkgs']);
    assert.equal(report.conclusion.exitCode, 1);
    const [finding] = report.findings;
    assert.equal(
      tampered.slice(finding?.span.start, finding?.span.end),
      JSON.stringify(narHash('evil')),
    );
  });
  test('a moved lock is compared with what it was', async () => {
    mkdirSync(join(here.path, 'nix'));
    renameSync(join(here.path, 'flake.nix'), join(here.path, 'nix', 'flake.nix'));
    rmSync(join(here.path, 'flake.lock'));
    here.write({ 'nix/flake.lock': tampered });
    here.git('add', '--all');
    const report = await lint();
    assert.deepEqual(changesOf(report), ['fail diff-content-tampered nix/flake.lock nixpkgs']);
  });
  test('a lock is deleted: with its flake told, without it refused', async () => {
    rmSync(join(here.path, 'flake.lock'));
    assert.deepEqual(errorsOf(await lint()), [
      'diff-unlocked-or-reformatted/unlocked flake.lock .',
    ]);
    rmSync(join(here.path, 'flake.nix'));
    assert.deepEqual(errorsOf(await lint()), []);
    assert.deepEqual(changesOf(await lint()), ['note diff-unlocked-or-reformatted flake.lock .']);
  });
  test('a linked lock is compared once, at the file it leads to', async () => {
    mkdirSync(join(here.path, 'sub'));
    symlinkSync('../flake.lock', join(here.path, 'sub', 'flake.lock'));
    here.commit('link');
    here.write({ 'flake.lock': tampered });
    const report = await lint();
    assert.deepEqual(changesOf(report), ['fail diff-content-tampered flake.lock nixpkgs']);
  });
  test('a lock that becomes a link is compared with what it leads to', async () => {
    here.write({ 'sub/flake.lock': genuine, 'sub/flake.nix': flake });
    here.commit('two');
    rmSync(join(here.path, 'sub', 'flake.lock'));
    here.write({ 'evil/flake.lock': tampered });
    symlinkSync('../evil/flake.lock', join(here.path, 'sub', 'flake.lock'));
    here.git('add', '--all');
    const report = await lint();
    assert.ok(changesOf(report).includes('fail diff-content-tampered sub/flake.lock nixpkgs'));
  });
  test('a base that is not at hand or cannot be read is said, and does not pass', async () => {
    const missing = await lint({ base: '0'.repeat(40) });
    assert.equal(missing.conclusion.exitCode, 3);
    assert.ok(missing.notChecked.some(({ rule }) => rule === 'diff-source-changed'));
    here.write({ 'flake.lock': '<<<<<<< HEAD' });
    here.commit('broken');
    here.write({ 'flake.lock': genuine });
    const broken = await lint();
    assert.equal(broken.conclusion.exitCode, 3);
    assert.deepEqual(
      broken.notChecked.map(({ path }) => path),
      ['flake.lock'],
    );
  });
  test('a broken lock of the base that moves away does not make the new one merely new', async () => {
    here.write({ 'flake.lock': '<<<<<<< HEAD' });
    here.commit('broken');
    mkdirSync(join(here.path, 'nix'));
    renameSync(join(here.path, 'flake.nix'), join(here.path, 'nix', 'flake.nix'));
    rmSync(join(here.path, 'flake.lock'));
    here.write({ 'nix/flake.lock': tampered });
    here.git('add', '--all');
    assert.equal((await lint()).conclusion.exitCode, 3);
  });
  test('a broken lock that goes together with its flake is no gap', async () => {
    here.write({ 'sub/flake.lock': '{', 'sub/flake.nix': flake });
    here.commit('broken');
    rmSync(join(here.path, 'sub'), { recursive: true });
    assert.equal((await lint()).conclusion.exitCode, 0);
  });
  test('what the base got since is not put down to the change', async () => {
    const { git, write, commit } = here;
    git('branch', 'topic');
    const changed = lockOf({ nixpkgs: githubNode('NixOS/nixpkgs', { rev: 'b'.repeat(40) }) });
    write({ 'flake.lock': changed });
    commit('the base moves on');
    git('branch', 'base');
    git('checkout', '--quiet', 'topic');
    assert.deepEqual(changesOf(await lint({ base: 'base' })), []);
    write({ 'flake.lock': tampered });
    commit('the change');
    const own = ['fail diff-content-tampered flake.lock nixpkgs'];
    assert.deepEqual(changesOf(await lint({ base: 'base' })), own);
    // Merged with "ours" the base's own update is undone: from there on that is the change's doing.
    git('merge', '--quiet', '--strategy', 'ours', '--message', 'merge', 'base');
    const undone = await lint({ base: 'base' });
    assert.deepEqual(undone.changes.length, 1);
    assert.equal(undone.changes[0]?.from?.rev, 'b'.repeat(40));
  });
  test('between several fork points the base itself is compared with', async () => {
    const { git, write, commit } = here;
    git('branch', 'base');
    git('checkout', '--quiet', '-b', 'topic');
    write({ a: 'a' });
    const ours = commit('ours');
    git('checkout', '--quiet', 'base');
    write({ b: 'b' });
    const theirs = commit('theirs');
    git('merge', '--quiet', '--message', 'one way', ours);
    write({ 'flake.lock': tampered });
    commit('the base has this');
    git('checkout', '--quiet', 'topic');
    git('merge', '--quiet', '--message', 'and the other', theirs);
    write({ 'flake.lock': tampered });
    commit('so has the change');
    assert.deepEqual((await lint({ base: 'base' })).changes, []);
  });
  test('flake.nix decides what is explained', async () => {
    const moved = lockOf({ nixpkgs: githubNode('acme/nixpkgs') });
    here.write({ 'flake.lock': moved });
    assert.deepEqual(changesOf(await lint()), ['fail diff-source-changed flake.lock nixpkgs']);
    here.write({ 'flake.nix': flake.replace('NixOS', 'acme') });
    assert.deepEqual(changesOf(await lint()), ['review diff-source-changed flake.lock nixpkgs']);
    here.write({ 'flake.nix': `# another comment\n${flake}` });
    assert.deepEqual(changesOf(await lint()), ['fail diff-source-changed flake.lock nixpkgs']);
  });
});

describe('approvals', () => {
  async function approval(): Promise<string> {
    here.write({ 'flake.lock': tampered });
    const [change] = (await lint()).changes;
    return `version: 1\napproved-changes:\n  - { match: ${change?.digest ?? ''}, reason: looked at it }\n`;
  }
  test('one inside the change has no effect, and is reported', async () => {
    here.write({ [policyFile]: await approval() });
    here.git('add', '--all');
    const report = await lint();
    assert.deepEqual(changesOf(report), ['fail diff-content-tampered flake.lock nixpkgs']);
    assert.ok(report.findings.some(({ rule }) => rule === 'meta-policy-weakened'));
  });
  test('one in the base accepts exactly that change', async () => {
    const text = await approval();
    here.write({ [policyFile]: text, 'flake.lock': genuine });
    here.commit('approve');
    here.write({ 'flake.lock': tampered });
    const report = await lint();
    assert.deepEqual(changesOf(report), ['note diff-content-tampered flake.lock nixpkgs']);
    assert.equal(report.conclusion.exitCode, 0);
    assert.deepEqual(
      report.suppressed.map(({ by, reason }) => `${by}: ${reason}`),
      ['policy: looked at it'],
    );
    const other = githubNode('NixOS/nixpkgs', { narHash: narHash('another') });
    here.write({ 'flake.lock': lockOf({ nixpkgs: other }) });
    assert.deepEqual(errorsOf(await lint()), ['diff-content-tampered/same-rev flake.lock nixpkgs']);
  });
  test('one that has ended accepts nothing', async () => {
    const text = (await approval()).replace(' }', ', until: 2026-11-20 }');
    here.write({ [policyFile]: text, 'flake.lock': genuine });
    here.commit('approve');
    here.write({ 'flake.lock': tampered });
    assert.equal((await lint()).conclusion.exitCode, 1);
  });
  test('the level of a class decides its verdict', async () => {
    here.write({ 'flake.lock': tampered });
    const level = async (name: 'off' | 'notice'): Promise<string[]> =>
      changesOf(await lint({ base: 'HEAD', rules: new Map([['diff-content-tampered', name]]) }));
    assert.deepEqual(await level('off'), ['note diff-content-tampered flake.lock nixpkgs']);
    assert.deepEqual(await level('notice'), ['review diff-content-tampered flake.lock nixpkgs']);
  });
});

describe('new findings only', () => {
  const plain = lockOf({ nixpkgs: githubNode('NixOS/nixpkgs', { rev: undefined }) });
  test('what the base has is counted, what is new is listed', async () => {
    here.write({ 'flake.lock': plain });
    here.commit('unpinned');
    here.write({ 'README.md': 'a change of something else' });
    const all = await lint();
    assert.ok(all.findings.length > 0);
    const fresh = await lint({ base: 'HEAD', newOnly: true });
    assert.deepEqual(fresh.findings, []);
    assert.equal(fresh.suppressed.length, all.findings.length);
    assert.equal(fresh.conclusion.exitCode, 0);
    here.write({ 'other/flake.lock': plain });
    here.git('add', '--all');
    const more = await lint({ base: 'HEAD', newOnly: true });
    assert.ok(more.findings.length > 0);
    assert.ok(more.findings.every(({ path }) => path === 'other/flake.lock'));
  });
});
