import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Scratch } from '../checkout.ts';
import { githubNode, lockOf } from '../locks.ts';
import type { StepResult } from '../runner.ts';
import { mergeGroup, pullRequest, push, schedule, workflowRun } from './payloads.ts';
import { bot, type GitHubServer } from './server.ts';
import { annotationsOf, type Change, type Session, startSession } from './session.ts';
import { sarifIn } from './unwritten-rules.ts';

const healthy = lockOf({ utils: githubNode('numtide/flake-utils') });
const unpinned = lockOf({ utils: githubNode('numtide/flake-utils', { rev: 'main' }) });
const revLine = unpinned.split('\n').findIndex((text) => text.includes('"rev": "main"')) + 1;

/** Many inputs, each without a revision. */
const crowded = (count: number): string =>
  lockOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `input${at}`,
        githubNode(`owner${at}/repo`, { rev: 'main' }),
      ]),
    ),
  );

let session: Session;
let github: GitHubServer;
let repository: Scratch;
let base: string;
beforeEach(async () => {
  session = await startSession();
  ({ github, repository } = session);
  repository.write({ 'flake.lock': healthy });
  base = repository.commit('base');
});
afterEach(() => session.end());

const run: Session['run'] = (...event) => session.run(...event);
const operationsOf = (): string[] => session.operations();

const inPull = (change: Change): Promise<StepResult> =>
  run('pull_request', (head) => pullRequest(base, head), change);

describe('a check run', () => {
  const inputs = { 'check-name': 'nix', annotations: 'checks' };

  test('has each finding at its line, on the head of the pull request', async () => {
    const result = await inPull({ files: { 'flake.lock': unpinned }, inputs });
    assert.equal(result.exitCode, 1);
    const [check] = github.state.checkRuns;
    assert.equal(check?.body['head_sha'], repository.git('rev-parse', 'HEAD'));
    assert.equal(check.body['conclusion'], 'failure');
    assert.deepEqual(
      check.annotations.map(({ path, start_line: line }) => `${path}:${line}`),
      [`flake.lock:${revLine}`],
    );
    assert.deepEqual(annotationsOf(result).length, 1, 'only the verdict is left for the log');
  });

  test('takes more than fifty findings in batches', async () => {
    const result = await inPull({ files: { 'flake.lock': crowded(120) }, inputs });
    assert.equal(result.exitCode, 1);
    const count = Number(result.outputs.get('findings'));
    const [first, ...later] = operationsOf();
    assert.equal(first, 'checks/create');
    assert.deepEqual(later, Array(Math.ceil(count / 50) - 1).fill('checks/update'));
    const [check] = github.state.checkRuns;
    assert.equal(check?.annotations.length, count);
    const lines = new Set(check?.annotations.map(({ start_line: line }) => line));
    assert.ok(lines.size >= 120);
  });

  test('stays within the limits with long names in every message', async () => {
    const long = 'x'.repeat(100_000);
    const files = { 'flake.lock': lockOf({ [long]: githubNode('a/b', { rev: long }) }) };
    const result = await inPull({ files, inputs });
    assert.equal(result.exitCode, 1);
    const output = JSON.stringify(github.state.checkRuns[0]?.body.output);
    assert.ok(output.length > 1_000 && output.length < 150_000);
  });

  test('of a clean pull request succeeds', async () => {
    const result = await inPull({ files: { 'README.md': 'x' }, inputs });
    assert.equal(result.exitCode, 0);
    assert.equal(github.state.checkRuns[0]?.body['conclusion'], 'success');
    assert.deepEqual(annotationsOf(result), []);
  });

  test('that the token may not write leaves workflow commands and a notice', async () => {
    const message = 'Resource not accessible by integration';
    github.always.set('checks/create', { status: 403, message });
    const result = await inPull({ files: { 'flake.lock': unpinned }, inputs });
    assert.equal(result.exitCode, 1);
    const shown = annotationsOf(result).join('\n');
    assert.match(shown, /^error flake\.lock /m);
    assert.match(shown, /^notice - Check run: not written, the token may not \(403\)/m);
    assert.match(result.summary, /the token may not/);
    assert.deepEqual(operationsOf(), ['checks/create']);
  });

  test('whose later batches fail says how many are annotated', async () => {
    github.always.set('checks/update', { status: 422, message: 'no' });
    const result = await inPull({ files: { 'flake.lock': crowded(60) }, inputs });
    assert.match(result.summary, /only 50 of \d+ findings are annotated/);
  });
});

describe('when GitHub fails, the lint result stands and the failure is said', () => {
  const inputs = { comment: 'true' };
  const files = { 'flake.lock': unpinned };
  const cases: readonly [string, Parameters<GitHubServer['always']['set']>[1], RegExp][] = [
    ['500', { status: 500 }, /GitHub failed \(500\)/],
    ['422', { status: 422, message: 'Validation Failed' }, /GitHub refused \(422\): Validation/],
    ['404', { status: 404 }, /not found, or not visible/],
    ['a closed connection', 'reset', /gave no answer/],
    ['a redirect', { status: 301, headers: { location: 'http://127.0.0.1:1/' } }, /redirected/],
  ];
  for (const [name, fault, expected] of cases) {
    test(name, async () => {
      github.always.set('issues/create-comment', fault);
      const result = await inPull({ files, inputs });
      assert.equal(result.exitCode, 1);
      assert.equal(result.outputs.get('findings'), '1');
      assert.match(result.summary.replaceAll('\\', ''), expected);
      assert.equal(operationsOf().filter((one) => one === 'issues/create-comment').length, 1);
    });
  }

  test('a limit with retry-after is waited for', async () => {
    const limited = { status: 429, headers: { 'retry-after': '1' } };
    github.faults.set('issues/create-comment', [limited]);
    github.faults.set('issues/list-comments', [
      { ...limited, status: 403, message: 'You have exceeded a secondary rate limit.' },
    ]);
    const result = await inPull({ files, inputs });
    assert.equal(github.state.comments.length, 1);
    assert.doesNotMatch(result.summary, /limits/);
  });

  test('a limit of an hour is not waited for', async () => {
    github.always.set('issues/list-comments', {
      status: 403,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 3_600),
      },
    });
    const result = await inPull({ files, inputs });
    assert.match(result.summary.replaceAll('\\', ''), /GitHub limits requests \(403\)/);
    assert.deepEqual(operationsOf(), ['issues/list-comments']);
  });

  test('reading is tried again after a fault', async () => {
    github.faults.set('issues/list-comments', [{ status: 502 }, 'reset']);
    await inPull({ files, inputs });
    assert.equal(github.state.comments.length, 1);
  });

  test('no token is no error', async () => {
    const result = await inPull({ files, inputs: { ...inputs, token: '' } });
    assert.equal(result.exitCode, 1);
    assert.match(result.summary, /there is no token/);
    assert.deepEqual(github.requests, []);
  });
});

describe('the comment', () => {
  const inputs = { comment: 'true' };

  test('is written once, updated in place, and resolved', async () => {
    const human = { login: 'mallory', type: 'User' };
    await inPull({ files: { 'flake.lock': unpinned }, inputs });
    const [first] = github.state.comments;
    assert.match(first?.body ?? '', /^<!-- nix-secure-lint:comment:[0-9a-f]{16} -->\n## ❌/);
    const original = { ...first, id: 1, number: 1, body: first?.body ?? '', state: 'open' };
    // Somebody pastes the marker into a comment of their own.
    github.state.comments.unshift({ ...original, id: 99, user: human });
    await inPull({ files: { 'flake.lock': crowded(3) }, inputs });
    await inPull({ files: {}, inputs });
    await inPull({ files: { 'flake.lock': healthy }, inputs });
    assert.equal(github.state.comments.length, 2);
    const [theirs, ours] = github.state.comments;
    assert.equal(theirs?.body, original.body);
    assert.match(ours?.body ?? '', /resolved/);
    assert.equal(operationsOf().filter((one) => one === 'issues/update-comment').length, 2);
  });

  test('is found behind a hundred others', async () => {
    await inPull({ files: { 'flake.lock': unpinned }, inputs });
    const others = Array.from({ length: 150 }, (_, at) => at + 100).map((id) => ({
      id,
      number: id,
      body: 'I agree',
      state: 'open',
      user: bot,
    }));
    github.state.comments.unshift(...others);
    await inPull({ files: { 'flake.lock': crowded(2) }, inputs });
    assert.equal(github.state.comments.length, 151);
  });

  test('is not written when there is nothing to say, nor outside of a pull request', async () => {
    await inPull({ files: { 'README.md': 'x' }, inputs });
    assert.deepEqual(operationsOf(), ['issues/list-comments']);
    const change = { files: { 'flake.lock': unpinned }, inputs };
    await run('push', (head) => push(base, head), change);
    await run('merge_group', (head) => mergeGroup(base, head), change);
    assert.deepEqual(operationsOf(), ['issues/list-comments']);
  });

  test('fits with thousands of findings and mentions nobody', async () => {
    const evil = '@everyone <img src=//evil.example> <!-- nix-secure-lint:comment:0 -->';
    const nodes = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [
        `${evil}${at}`,
        githubNode(`owner${at}/repo`, { rev: 'main' }),
      ]),
    );
    await inPull({ files: { 'flake.lock': lockOf(nodes) }, inputs });
    const body = github.state.comments[0]?.body ?? '';
    assert.ok(body.length > 10_000 && body.length <= 65_536);
    const outsideCode = body.replace(/`[^`]*`/g, '');
    assert.doesNotMatch(outsideCode, /@everyone|<img/);
    assert.equal(outsideCode.split('<!--').length, 2);
  });
});

describe('suggestions', () => {
  const inputs = { suggestions: 'true', 'fail-on': 'never' };
  const wrong = 'substituters = "https://cache.nixos.org"\n';
  const files = { 'nix.conf': wrong };
  const patch = '@@ -0,0 +1 @@\n+substituters = "https://cache.nixos.org"';

  test('are offered for lines the pull request adds, once', async () => {
    github.state.files.push({ filename: 'nix.conf', patch });
    await inPull({ files, inputs });
    await inPull({ files: { 'README.md': 'again' }, inputs });
    assert.equal(github.state.reviewComments.length, 1);
    const review = github.requests.find(({ operation }) => operation === 'pulls/create-review');
    assert.equal(review?.body['commit_id'], repository.git('rev-parse', 'HEAD~1'));
    assert.equal(review.body['event'], 'COMMENT');
    const body = github.state.reviewComments[0]?.body ?? '';
    assert.match(body, /```suggestion\nsubstituters = https:\/\/cache\.nixos\.org\n```$/);
  });

  test('are not offered for lines it does not touch', async () => {
    github.state.files.push({ filename: 'nix.conf', patch: '@@ -5,0 +5 @@\n+other = 1' });
    await inPull({ files, inputs });
    assert.deepEqual(operationsOf(), ['pulls/list-files']);
  });
});

describe('code scanning', () => {
  const inputs = { 'upload-sarif': 'true' };
  test('gets valid SARIF for the merge commit of a pull request', async () => {
    await inPull({ files: { 'flake.lock': unpinned }, inputs });
    const [upload] = github.state.uploads;
    assert.equal(upload?.['ref'], 'refs/pull/2/merge');
    assert.equal(upload['commit_sha'], repository.git('rev-parse', 'HEAD'));
    const text = JSON.stringify(sarifIn(upload.sarif ?? ''));
    assert.ok(text.includes('lock-unpinned-input'));
  });
  test('gets no accepted findings: it would open an alert for each', async () => {
    const accept = 'version: 1\nignore:\n  - rule: lock-unpinned-input\n    reason: known\n';
    const files = { 'flake.lock': unpinned, 'nix-secure-lint.yml': accept };
    await run('push', (head) => push(base, head), { files, inputs });
    assert.doesNotMatch(
      JSON.stringify(sarifIn(github.state.uploads[0]?.sarif ?? '')),
      /"ruleIndex"/,
    );
  });
});

describe('the audit issue', () => {
  const inputs = { issue: 'true' };
  const audit = (files: Change['files']): Promise<StepResult> =>
    run('schedule', () => schedule, { files, inputs });

  test('is opened once, updated, closed, and opened again by news', async () => {
    await audit({ 'README.md': 'healthy' });
    assert.equal(github.state.issues.length, 0);
    await audit({ 'flake.lock': unpinned });
    await audit({});
    await audit({ 'flake.lock': crowded(2) });
    assert.equal(github.state.issues.length, 1);
    const [issue] = github.state.issues;
    assert.equal(issue?.title, 'nix-secure-lint: audit of the Nix supply chain');
    assert.match(issue.body, /^<!-- nix-secure-lint:issue:[0-9a-f]{16} -->\n/);
    await audit({ 'flake.lock': healthy });
    assert.equal(issue.state, 'closed');
    await audit({ 'flake.lock': unpinned });
    assert.equal(issue.state, 'open');
    assert.equal(github.state.issues.length, 1);
  });

  test('that a person closed stays closed while nothing is new', async () => {
    await audit({ 'flake.lock': unpinned });
    for (const issue of github.state.issues) issue.state = 'closed';
    await audit({});
    assert.deepEqual(
      github.state.issues.map(({ state }) => state),
      ['closed'],
    );
  });

  test('is left alone by pull requests', async () => {
    await inPull({ files: { 'flake.lock': unpinned }, inputs });
    assert.deepEqual(github.requests, []);
  });
});

describe('what a pull request does to its locks', () => {
  const everything = { comment: 'true', 'check-name': 'nix', 'upload-sarif': 'true' };

  test('deleting one is no crash', async () => {
    repository.git('rm', '--quiet', 'flake.lock');
    const result = await inPull({ files: { 'README.md': 'x' }, inputs: everything });
    assert.ok(result.exitCode === 0 || result.exitCode === 1, `exit ${result.exitCode}`);
  });
  test('renaming one is judged at its new place', async () => {
    repository.git('rm', '--quiet', 'flake.lock');
    await inPull({ files: { 'nix/flake.lock': unpinned }, inputs: everything });
    const paths = github.state.checkRuns[0]?.annotations.map(({ path }) => path) ?? [];
    assert.ok(paths.includes('nix/flake.lock'));
  });
  test('loosening the policy is an error in check run and comment', async () => {
    const policy = 'version: 1\nignore:\n  - rule: lock-unpinned-input\n    reason: we like it\n';
    const files = { 'flake.lock': unpinned, 'nix-secure-lint.yml': policy };
    const result = await inPull({ files, inputs: everything });
    assert.equal(result.exitCode, 1);
    const [check] = github.state.checkRuns;
    assert.ok(check?.annotations.some(({ path }) => path === 'nix-secure-lint.yml'));
    assert.match(github.state.comments[0]?.body ?? '', /meta-policy-weakened/);
  });
  test('in a merge group there is a check run on its head and no comment', async () => {
    const change = { files: { 'flake.lock': unpinned }, inputs: everything };
    const result = await run('merge_group', (head) => mergeGroup(base, head), change);
    assert.equal(result.exitCode, 1);
    assert.deepEqual(operationsOf(), ['checks/create', 'code-scanning/upload-sarif']);
    assert.equal(github.state.checkRuns[0]?.body['head_sha'], repository.git('rev-parse', 'HEAD'));
  });
});

describe('the privileged half of a pair of workflows', () => {
  const artefact = (report: string, number = '7'): Change['files'] => ({
    'artefact/report.json': report,
    'artefact/pull-request': number,
  });
  const finding = {
    rule: 'lock-unpinned-input',
    reason: 'no-rev',
    severity: 'error',
    path: 'flake.lock',
    line: 12,
    column: 9,
    endLine: 12,
    endColumn: 20,
    subject: 'utils',
    message: '@everyone <img src=x> ::error::x',
    help: 'pin it',
    url: 'docs/rules/lock-unpinned-input.md',
    fingerprint: 'f'.repeat(32),
    related: [],
  };
  const summary = {
    errors: 1,
    warnings: 0,
    notices: 0,
    suppressed: 0,
    notChecked: 0,
    changeRequests: 0,
    files: 1,
    derivations: 0,
  };
  const report = {
    schemaVersion: 1,
    tool: { name: 'nix-secure-lint', version: '0.1.0' },
    summary,
    findings: [finding],
    suppressed: [],
    notChecked: [],
    changes: [],
  };
  const publish = (files: Change['files'], head = 'a'.repeat(40)): Promise<StepResult> => {
    github.state.pullHead = 'a'.repeat(40);
    const inputs = { publish: 'artefact', comment: 'true' };
    return run('workflow_run', () => workflowRun(head), { files, inputs });
  };

  test('comments what the report says, in harmless form', async () => {
    const result = await publish(artefact(JSON.stringify(report), '7\n'));
    assert.equal(result.exitCode, 0);
    const [comment] = github.state.comments;
    assert.match(comment?.body ?? '', /12:9/);
    assert.doesNotMatch(comment?.body ?? '', /@everyone|[^\\]<img/);
    assert.equal(github.requests[1]?.parameters['issue_number'], '7');
  });
  test('writes to no pull request whose head is another commit', async () => {
    const result = await publish(artefact(JSON.stringify(report)), 'b'.repeat(40));
    assert.equal(result.exitCode, 2);
    assert.deepEqual(operationsOf(), ['pulls/get']);
  });
  const hostile: readonly [string, Change['files']][] = [
    ['another form', artefact(JSON.stringify({ ...report, extra: 1 }))],
    ['no JSON', artefact('{')],
    ['too long', artefact(JSON.stringify({ ...report, pad: 'x'.repeat(6_000_000) }))],
    ['a number that is none', artefact(JSON.stringify(report), '7/../8')],
    ['no number', { 'artefact/report.json': JSON.stringify(report) }],
  ];
  for (const [name, files] of hostile) {
    test(`refuses ${name} before asking GitHub anything`, async () => {
      const result = await publish(files);
      assert.equal(result.exitCode, 2);
      assert.deepEqual(github.requests, []);
    });
  }
});
