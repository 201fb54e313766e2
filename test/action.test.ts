import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readInputs } from '../src/action-inputs.ts';
import { readEvent } from '../src/github-event.ts';
import { scratch, type Scratch } from './checkout.ts';
import { githubNode, lockOf } from './locks.ts';
import { runStep, type Step, type StepResult } from './runner.ts';

const main = resolve('dist', 'action.js');
const healthy = lockOf({ utils: githubNode('numtide/flake-utils') });
const unpinned = lockOf({ utils: githubNode('numtide/flake-utils', { rev: 'main' }) });

let repository: Scratch;
let results: StepResult[];
beforeEach(() => {
  repository = scratch();
  repository.git('init', '--quiet', '--initial-branch=main');
  results = [];
});
afterEach(() => {
  repository.remove();
  for (const result of results) result.remove();
});

async function step(changes: Partial<Step>): Promise<StepResult> {
  const result = await runStep({
    main,
    inputs: {},
    workspace: repository.path,
    eventName: 'push',
    event: {},
    ...changes,
  });
  results.push(result);
  return result;
}

const annotationsOf = (result: StepResult): string[] =>
  result.commands
    .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
    .map(({ name, properties, data }) =>
      [
        name,
        properties.get('file') ?? '-',
        properties.get('line') ?? '-',
        data.split('\n')[0],
      ].join(' '),
    );

describe('a push', () => {
  test('of a healthy repository passes quietly', async () => {
    repository.write({ 'flake.lock': healthy });
    repository.commit('first');
    const result = await step({});
    assert.deepEqual(annotationsOf(result), []);
    assert.equal(result.exitCode, 0);
    assert.equal(result.outputs.get('findings'), '0');
    assert.match(result.summary, /no findings/i);
    assert.equal(result.environment.size, 0);
  });
  test('of an unpinned input fails with an annotation on its line', async () => {
    repository.write({ 'sub/flake.lock': unpinned });
    repository.commit('first');
    const result = await step({});
    assert.equal(result.exitCode, 1);
    const [first = '', verdict = ''] = annotationsOf(result);
    const line = unpinned.split('\n').findIndex((text) => text.includes('"rev": "main"')) + 1;
    assert.ok(first.startsWith(`error sub/flake.lock ${line} `), first);
    assert.ok(verdict.startsWith('error - - '), verdict);
    assert.equal(result.outputs.get('errors'), '1');
    const json: unknown = JSON.parse(readFileSync(result.outputs.get('report-json') ?? '', 'utf8'));
    assert.ok(JSON.stringify(json).includes('lock-unpinned-input'));
  });
  test('fail-on never reports and passes', async () => {
    repository.write({ 'flake.lock': unpinned });
    repository.commit('first');
    const result = await step({ inputs: { 'fail-on': 'never' } });
    assert.equal(result.exitCode, 0);
    assert.equal(annotationsOf(result).length, 1);
  });
  test('an unreadable lock ends incomplete, not clean', async () => {
    repository.write({ 'flake.lock': healthy.slice(0, 200) });
    repository.commit('first');
    const result = await step({});
    assert.equal(result.exitCode, 3);
  });
  test('hostile names reach neither the log nor the outputs as commands', async () => {
    const evil = '\n::set-output name=x::y\n##[add-mask]e\u001b[31m%0A::error::';
    repository.write({
      'flake.lock': lockOf({ [evil]: githubNode('a/b', { owner: evil, rev: evil }) }),
    });
    repository.commit('first');
    const result = await step({});
    assert.equal(result.exitCode, 1);
    const names = new Set(result.commands.map(({ name }) => name));
    assert.deepEqual(
      [...names].filter((name) => !/^(error|warning|notice)$/.test(name)),
      [],
    );
    assert.ok(result.log.every((line) => !line.includes('\u001b')));
  });
});

describe('a pull request', () => {
  const policy = 'version: 1\nignore:\n  - rule: lock-unpinned-input\n    reason: we like it\n';
  const event = (base: string, head: string): unknown => ({
    pull_request: { base: { sha: base }, head: { sha: head } },
  });

  test('cannot silence itself: the policy comes from the base and the loosening is an error', async () => {
    repository.write({ 'flake.lock': healthy });
    const base = repository.commit('base');
    repository.write({ 'flake.lock': unpinned, 'nix-secure-lint.yml': policy });
    const head = repository.commit('head');
    const result = await step({ eventName: 'pull_request', event: event(base, head) });
    assert.equal(result.exitCode, 1);
    const shown = annotationsOf(result).join('\n');
    assert.match(shown, /^error flake\.lock \d+ /m);
    assert.match(shown, /^error nix-secure-lint\.yml \d+ /m);
  });
  test('obeys a policy that the base already has', async () => {
    repository.write({ 'nix-secure-lint.yml': policy, 'flake.lock': healthy });
    const base = repository.commit('base');
    repository.write({ 'flake.lock': unpinned });
    const head = repository.commit('head');
    const result = await step({ eventName: 'pull_request', event: event(base, head) });
    assert.equal(result.exitCode, 0);
  });
  test('in a shallow checkout whose base cannot be fetched says so instead of passing', async () => {
    repository.write({ 'nix-secure-lint.yml': policy, 'flake.lock': unpinned });
    const base = repository.commit('base');
    repository.write({ 'README.md': 'x' });
    const head = repository.commit('head');
    repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = scratch();
    clone.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, 'work');
    const workspace = `${clone.path}/work`;
    const result = await step({ workspace, eventName: 'pull_request', event: event(base, head) });
    clone.remove();
    // The file transport is refused on purpose, so here the base stays out of reach and that is said.
    assert.equal(result.exitCode, 1);
    assert.equal(result.outputs.get('not-checked'), '2', 'neither policy nor locks');
    assert.match(result.summary, /base revision/);
  });
});

describe('privileged events', () => {
  const event = (base: string, head: string): unknown => ({
    pull_request: { base: { sha: base }, head: { sha: head } },
  });
  test('are refused when the change under review is checked out', async () => {
    repository.write({ 'flake.lock': healthy });
    const base = repository.commit('base');
    repository.write({ 'README.md': 'x' });
    const head = repository.commit('head');
    const privileged = { eventName: 'pull_request_target', event: event(base, head) };
    const refused = await step({ ...privileged, environment: { GITHUB_SHA: base } });
    assert.equal(refused.exitCode, 2);
    assert.match(annotationsOf(refused).join('\n'), /refusing to run/);
    const allowed = await step({
      ...privileged,
      environment: { GITHUB_SHA: base },
      inputs: { 'allow-untrusted-checkout': 'true' },
    });
    assert.equal(allowed.exitCode, 0);
  });
  test('run on the base commit itself', async () => {
    repository.write({ 'flake.lock': healthy });
    const base = repository.commit('base');
    const result = await step({
      eventName: 'pull_request_target',
      event: event(base, 'a'.repeat(40)),
      environment: { GITHUB_SHA: base },
    });
    assert.equal(result.exitCode, 0);
  });
});

describe('links of the repository', () => {
  test('lead the linter to no other directory', async () => {
    const outside = scratch();
    outside.write({ 'flake.lock': unpinned });
    symlinkSync(outside.path, `${repository.path}/sub`);
    repository.commit('first');
    const result = await step({ inputs: { path: 'sub' } });
    outside.remove();
    assert.equal(result.exitCode, 2);
    assert.match(annotationsOf(result).join('\n'), /no directory of the workspace/);
  });
  test('make no report overwrite another file', async () => {
    const outside = scratch();
    outside.write({ victim: 'kept' });
    symlinkSync(`${outside.path}/victim`, `${repository.path}/out.sarif`);
    symlinkSync(outside.path, `${repository.path}/reports`);
    repository.write({ 'flake.lock': healthy });
    repository.commit('first');
    const inputs = [{ 'sarif-file': 'out.sarif' }, { format: 'text:reports/new.txt' }];
    for (const each of inputs) assert.equal((await step({ inputs: each })).exitCode, 3);
    assert.equal(readFileSync(`${outside.path}/victim`, 'utf8'), 'kept');
    assert.ok(!existsSync(`${outside.path}/new.txt`));
    outside.remove();
  });
});

test('wrong inputs are refused by name', async () => {
  const result = await step({ inputs: { profile: 'stirct' } });
  assert.equal(result.exitCode, 2);
  assert.match(annotationsOf(result).join('\n'), /input profile takes default, strict, pedantic/);
});

test('action.yml declares exactly the inputs that are read', () => {
  const declared: { inputs: Record<string, { description: string }>; runs: { main: string } } =
    parse(readFileSync('action.yml', 'utf8'));
  const read = new Set<string>();
  readInputs((name) => {
    read.add(name);
    return '';
  });
  assert.deepEqual([...read].sort(), Object.keys(declared.inputs).sort());
  assert.equal(declared.runs.main, 'dist/action.js');
});

describe('webhook payloads', () => {
  const sha = 'a'.repeat(40);
  test('name the base of pull requests and merge groups', () => {
    const request = { pull_request: { base: { sha }, head: { sha } } };
    assert.equal(readEvent('pull_request', request).base, sha);
    assert.equal(readEvent('pull_request_target', request).privileged, true);
    for (const name of ['pull_request_review', 'pull_request_review_comment']) {
      assert.equal(readEvent(name, request).base, sha);
    }
    assert.equal(readEvent('issue_comment', request).privileged, true);
    assert.equal(readEvent('some_new_event', request).privileged, true);
    assert.equal(readEvent('merge_group', { merge_group: { base_sha: sha } }).base, sha);
    assert.deepEqual(readEvent('push', { before: sha }), { privileged: false });
  });
  test('of any other shape say nothing', () => {
    for (const payload of [null, [], 1, { pull_request: { base: { sha: '--output=x' } } }]) {
      assert.equal(readEvent('pull_request', payload).base, undefined);
    }
  });
});
