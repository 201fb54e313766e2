import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { connect, type Client } from '../../src/github/client.ts';
import { failureOf, GitHubError } from '../../src/github/failure.ts';
import { retryDelay } from '../../src/github/retry.ts';
import { startGitHub, type GitHubServer } from './server.ts';

const token = 'a-token-made-up-for-this-test';
let github: GitHubServer;
let waits: number[];
beforeEach(async () => {
  github = await startGitHub();
  waits = [];
});
afterEach(() => github.close());

const connected = (requestMilliseconds = 5_000): Promise<Client> =>
  connect({
    api: github.url,
    token,
    limits: { attempts: 3, requestMilliseconds, totalMilliseconds: 60_000 },
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
const place = { owner: 'owner', repo: 'repo', issue_number: 1 };
const read = (client: Client) => client.rest.issues.listComments(place);
const write = (client: Client) => client.rest.issues.createComment({ ...place, body: 'x' });

describe('a client', () => {
  test('sends the token as GitHub wants it, and every request is one GitHub describes', async () => {
    await read(await connected());
    const [request] = github.requests;
    assert.equal(request?.headers.authorization, `token ${token}`);
    assert.match(request.headers['user-agent'] ?? '', /^nix-secure-lint\//);
    assert.deepEqual(request.violations, []);
  });
  test('gives up on a server that does not answer, without creating anything twice', async () => {
    github.always.set('issues/list-comments', 'hang');
    github.always.set('issues/create-comment', 'hang');
    const client = await connected(100);
    await assert.rejects(read(client), /no answer in time/);
    assert.equal(github.requests.length, 3);
    await assert.rejects(write(client), /no answer in time/);
    assert.equal(github.requests.length, 4);
  });
  test('waits as long as GitHub says, and doubles its own waits', async () => {
    github.faults.set('issues/list-comments', [
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 500 },
    ]);
    await read(await connected());
    assert.deepEqual(waits, [7_000, 1_000]);
  });
  test('does not wait past its time', async () => {
    github.always.set('issues/list-comments', { status: 429, headers: { 'retry-after': '3600' } });
    await assert.rejects(read(await connected()), /limits requests \(429\) for another 3600 s/);
    assert.deepEqual(waits, []);
  });
  test('follows no redirect, so the token goes to no other host', async () => {
    const elsewhere = await startGitHub();
    const headers = { location: `${elsewhere.url}/repos/owner/repo/issues/1/comments` };
    github.always.set('issues/list-comments', { status: 302, headers });
    await assert.rejects(read(await connected()), GitHubError);
    assert.deepEqual(elsewhere.requests, []);
    await elsewhere.close();
  });
  test('repeats no token, whatever an answer echoes', async () => {
    github.always.set('issues/list-comments', {
      status: 422,
      message: `bad header token ${token}`,
    });
    await assert.rejects(read(await connected()), (error: Error) => {
      assert.match(error.message, /bad header token \*\*\*/);
      assert.ok(!JSON.stringify([error, error.stack]).includes(token));
      return true;
    });
  });
});

describe('failures', () => {
  const now = 1_000_000;
  const of = (status: number, headers = {}, message = '') =>
    failureOf({ status, headers, message }, now);
  test('tell limits from refusals', () => {
    assert.equal(of(403, {}, 'Resource not accessible by integration').kind, 'refused');
    assert.equal(of(403, {}, 'You have exceeded a secondary rate limit').kind, 'limited');
    assert.equal(of(403, { 'retry-after': '1' }).kind, 'limited');
    assert.deepEqual(of(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1030' }), {
      kind: 'limited',
      status: 403,
      waitSeconds: 30,
    });
    assert.deepEqual(of(429), { kind: 'limited', status: 429, waitSeconds: 60 });
  });
  test('of creating are tried again only when GitHub did not act', () => {
    assert.equal(retryDelay(of(500), 'POST', 1), undefined);
    assert.equal(retryDelay(of(503), 'POST', 1), undefined);
    assert.equal(retryDelay(of(503, { 'retry-after': '2' }), 'POST', 1), 2_000);
    assert.equal(retryDelay(of(429, { 'retry-after': '2' }), 'POST', 1), 2_000);
    assert.equal(retryDelay(of(500), 'PATCH', 2), 1_000);
    assert.equal(retryDelay(of(404), 'GET', 1), undefined);
  });
});
