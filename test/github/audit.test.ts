import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { githubNode, lockOf, narHash } from '../locks.ts';
import type { StepResult } from '../runner.ts';
import { jsonReportProblems } from '../report/json-schema.ts';
import { pullRequest, schedule, workflowDispatch } from './payloads.ts';
import { annotationsOf, artefactOf, type Session, startSession } from './session.ts';

/** Age is judged in an audit: content has to be of these days. */
const recent = Math.floor(Date.now() / 1_000) - 5 * 86_400;
const node = (name: string, changes: object = {}) =>
  githubNode(name, { lastModified: recent, ...changes });

const healthy = lockOf({ utils: node('numtide/flake-utils') });
const newer = lockOf({
  utils: node('numtide/flake-utils', { rev: 'b'.repeat(40), narHash: narHash('b') }),
});
const swapped = lockOf({ utils: node('numtide/flake-utils', { narHash: narHash('evil') }) });
const unpinned = (...names: readonly string[]): string =>
  lockOf(Object.fromEntries(names.map((name) => [name, node(`acme/${name}`, { rev: 'main' })])));

let session: Session;
beforeEach(async () => {
  session = await startSession();
  session.repository.write({ 'flake.lock': healthy });
  session.repository.commit('base');
});
afterEach(() => session.end());

const inputs = { since: '8d', issue: 'true' };
const audit = (files: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
  session.run('schedule', () => schedule, { files, inputs });

const issueText = (): string => session.github.state.issues[0]?.body ?? '';
const reads = new Set(['issues/list-for-repo', 'repos/list-activities']);
const writes = (): string[] => session.operations().filter((operation) => !reads.has(operation));

describe('a scheduled audit by the bundled action', () => {
  test('opens one issue, tells new from resolved, and then leaves it alone', async () => {
    await audit({ 'flake.lock': unpinned('one', 'two') });
    assert.deepEqual(writes(), ['issues/create']);
    assert.doesNotMatch(issueText(), /🆕|Resolved/, 'the first audit knows no earlier one');
    assert.match(issueText(), /^\| .*error .*`one`/m);

    await audit({ 'flake.lock': unpinned('two', 'three') });
    assert.deepEqual(writes(), ['issues/create', 'issues/update']);
    assert.equal(session.github.state.issues.length, 1);
    const rows = issueText().split('\n');
    const row = (part: string): string =>
      rows.find((line) => line.startsWith('|') && line.includes(part)) ?? '';
    assert.match(row('`three`'), /🆕/);
    assert.match(row('`two`'), /^\|\s*\| error/);
    assert.match(issueText(), /### Resolved since last time\n\n(?:- .*\n)*- ✅ .*flake\.lock one/);

    await audit();
    assert.doesNotMatch(issueText(), /🆕|Resolved/);
    const settled = session.operations().length;
    await audit();
    assert.deepEqual(session.operations().slice(settled), [
      'repos/list-activities',
      'issues/list-for-repo',
    ]);
    assert.equal(session.github.state.issues.length, 1);
  });

  test('closed by a person stays closed until there is news', async () => {
    await audit({ 'flake.lock': unpinned('one') });
    await audit({ 'flake.lock': unpinned('one', 'two') });
    assert.match(issueText(), /🆕/);
    for (const issue of session.github.state.issues) issue.state = 'closed';
    await audit();
    assert.doesNotMatch(issueText(), /🆕/);
    assert.equal(session.github.state.issues[0]?.state, 'closed');
    await audit({ 'flake.lock': unpinned('one', 'two', 'three') });
    assert.equal(session.github.state.issues[0]?.state, 'open');
  });

  test('started by hand does the same', async () => {
    session.repository.write({ 'flake.lock': unpinned('one') });
    session.repository.commit('direct');
    const change = { files: {}, inputs };
    const result = await session.run('workflow_dispatch', () => workflowDispatch, change);
    assert.equal(result.exitCode, 1);
    assert.deepEqual(writes(), ['issues/create']);
  });

  test('of a healthy repository opens nothing and fails nothing', async () => {
    const since = session.repository.git('rev-parse', 'HEAD');
    const change = { files: { 'flake.lock': newer }, inputs: { ...inputs, since } };
    const result = await session.run('schedule', () => schedule, change);
    assert.equal(result.exitCode, 0);
    assert.deepEqual(writes(), []);
    assert.deepEqual(annotationsOf(result), []);
    assert.equal(result.outputs.get('findings'), '0');
    assert.equal(result.outputs.get('not-checked'), '0');
    assert.deepEqual(
      artefactOf(result).changes.map(({ class: kind }) => kind),
      ['diff-updated'],
    );
  });

  test('finds what was swapped and swapped back, and says who and how', async () => {
    session.repository.write({ 'flake.lock': swapped });
    const evil = session.repository.commit('nothing to see');
    const result = await audit({ 'flake.lock': healthy });
    assert.equal(result.exitCode, 1);
    const tampered = artefactOf(result).changes.filter(({ verdict }) => verdict === 'fail');
    assert.deepEqual(
      tampered.map(({ class: kind, origin }) => `${kind} ${origin?.author} ${origin?.via}`),
      ['diff-content-tampered Ann direct push', 'diff-content-tampered Ann direct push'],
    );
    for (const text of [result.summary, issueText()]) {
      assert.match(
        text,
        new RegExp(`commit ${evil.slice(0, 10)} of [0-9-]+ by Ann \\(direct push\\)`),
      );
    }
  });

  test('leaves the same artefact for the same history, of the published form', async () => {
    const [first, second] = [await audit({ 'flake.lock': unpinned('one') }), await audit()];
    const [a, b] = [artefactOf(first), artefactOf(second)];
    assert.deepEqual(jsonReportProblems(a), []);
    // The second run stands on one more commit, which touches no lock.
    assert.deepEqual(a, b);
  });

  test('holds policy and inventory against what is there', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const policy = [
      'version: 1',
      'inputs: { inventory: inputs.yml }',
      `ignore: [{ rule: lock-unpinned-input, subject: one, reason: known, until: ${soon} }]`,
    ];
    const listed = [
      'version: 1',
      'inputs:',
      '  - { input: one, source: "github:acme/one" }',
      '  - { input: gone, source: "github:acme/gone" }',
    ];
    await audit({
      'flake.lock': unpinned('one', 'two'),
      'nix-secure-lint.yml': `${policy.join('\n')}\n`,
      'inputs.yml': `${listed.join('\n')}\n`,
    });
    const rows = issueText()
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const has = (...parts: readonly string[]): boolean =>
      rows.some((row) => parts.every((part) => row.includes(part)));
    assert.ok(has('`meta-suppression`', 'nix-secure-lint.yml', soon));
    assert.ok(has('`meta-suppression`', 'inputs.yml', 'gone', 'matches nothing'));
    assert.ok(has('`lock-unexpected-input`', '`two`'));
    assert.ok(!has('`lock-unpinned-input`', '`one`'), 'accepted until then');
  });

  test('that the token may not write still ends with its own verdict', async () => {
    const message = 'Resource not accessible by integration';
    session.github.always.set('issues/create', { status: 403, message });
    const result = await audit({ 'flake.lock': unpinned('one') });
    assert.equal(result.exitCode, 1);
    assert.match(result.summary, /Audit issue: not written, the token may not/);
    assert.match(annotationsOf(result).join('\n'), /^notice - Audit issue: not written/m);
    const clean = await audit({ 'flake.lock': healthy });
    assert.equal(clean.exitCode, 0);
  });

  for (const [name, fault, said] of [
    ['500', { status: 500 }, /GitHub failed/],
    ['422', { status: 422, message: 'Validation Failed' }, /GitHub refused .*Validation Failed/],
    ['410, issues switched off', { status: 410, message: 'Issues are disabled' }, /disabled/],
    ['a closed connection', 'reset', /gave no answer/],
  ] as const) {
    test(`keeps its verdict after ${name}, and opens no second issue`, async () => {
      session.github.always.set('issues/create', fault);
      const result = await audit({ 'flake.lock': unpinned('one') });
      assert.equal(result.exitCode, 1);
      assert.match(result.summary.replaceAll('\\', ''), said);
      assert.deepEqual(writes(), ['issues/create']);
    });
  }

  test('waits for a secondary limit', async () => {
    session.github.faults.set('issues/create', [
      {
        status: 403,
        headers: { 'retry-after': '1' },
        message: 'You have exceeded a secondary rate limit.',
      },
    ]);
    await audit({ 'flake.lock': unpinned('one') });
    assert.equal(session.github.state.issues.length, 1);
  });

  test('opens nothing while it cannot see whether there is an issue', async () => {
    session.github.always.set('issues/list-for-repo', { status: 502 });
    const result = await audit({ 'flake.lock': unpinned('one') });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(writes(), []);
    assert.match(result.summary.replaceAll('\\', ''), /Audit issue: not written, GitHub failed/);
  });
});

test('an audit of a pull request is judged by the policy of its base', async () => {
  const base = session.repository.git('rev-parse', 'HEAD');
  const policy = 'version: 1\nfail-on: never\nignore: [{ rule: "*", reason: quiet }]\n';
  const change = {
    files: { 'flake.lock': swapped, 'nix-secure-lint.yml': policy },
    inputs: { since: '8d' },
  };
  const result = await session.run('pull_request', (head) => pullRequest(base, head), change);
  assert.equal(result.exitCode, 1);
  assert.match(result.summary, /diff-content-tampered/);
});

describe('where an audit starts', () => {
  const days = (count: number): string => new Date(Date.now() - count * 86_400_000).toISOString();
  const classes = (result: StepResult): string[] =>
    artefactOf(result).changes.map(({ class: kind }) => kind);

  /** A swap by a commit that claims to be of last year, hidden behind a merge that has it first. */
  function foxtrot(): string {
    const { git, write, commit, gitAt } = session.repository;
    gitAt('2025-06-01T00:00:00Z', 'commit', '--quiet', '--amend', '--no-edit');
    const before = git('rev-parse', 'HEAD');
    git('checkout', '--quiet', '-b', 'evil');
    write({ 'flake.lock': swapped });
    gitAt('2025-01-01T00:00:00Z', 'commit', '--quiet', '--all', '--message', 'old news');
    git('checkout', '--quiet', 'main');
    write({ 'README.md': 'an honest change' });
    commit('honest');
    git('checkout', '--quiet', 'evil');
    git('merge', '--quiet', '--no-ff', '--message', 'Merge branch main', 'main');
    git('branch', '--force', 'main', 'evil');
    git('checkout', '--quiet', 'main');
    return before;
  }

  test('is told by pushes: a date of long ago hides nothing', async () => {
    const before = foxtrot();
    assert.deepEqual(classes(await audit()), [], 'dates alone tell nothing');
    const zero = '0'.repeat(40);
    session.github.state.activities = [
      ...Array.from({ length: 150 }, (_, at) => ({ before, timestamp: days(at / 100) })),
      { before: zero, timestamp: days(30) },
    ];
    const result = await audit();
    assert.deepEqual(classes(result), ['diff-content-tampered']);
    assert.equal(result.exitCode, 1);
    const asked = session.github.requests.filter(
      ({ operation }) => operation === 'repos/list-activities',
    );
    assert.deepEqual(
      asked.slice(1).map(({ query }) => [query['ref'], query['after']]),
      [
        ['refs/heads/main', undefined],
        ['refs/heads/main', '100'],
      ],
    );
  });

  test('is incomplete where too many pushes came, whatever the dates of commits', async () => {
    const before = foxtrot();
    const pushes = Array.from({ length: 1_001 }, () => ({ before, timestamp: days(1) }));
    session.github.state.activities = pushes;
    const result = await audit();
    assert.deepEqual(classes(result), ['diff-content-tampered']);
    assert.match(result.summary, /history is cut off: more than 1000 pushes/);
  });

  test('falls back to dates where pushes are not told, or nothing was pushed', async () => {
    for (const activities of [undefined, [], [{ before: '-x', timestamp: days(1) }]]) {
      if (activities !== undefined) session.github.state.activities = activities;
      assert.deepEqual(classes(await audit()), ['diff-input-added']);
    }
  });

  test('that was rewritten away leaves the audit incomplete', async () => {
    session.github.state.activities = [{ before: 'a'.repeat(40), timestamp: days(1) }];
    const result = await audit();
    assert.equal(result.exitCode, 3);
    assert.match(result.summary, /may have been rewritten/);
  });
});
