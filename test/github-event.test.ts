import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsUrl } from '../src/github-event.ts';

const set = (fields: Readonly<Record<string, string>>) => ({
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_ACTION_REPOSITORY: 'acme/nix-secure-lint',
  GITHUB_ACTION_REF: 'v1',
  ...fields,
});

test('pages are found where the action came from', () => {
  assert.equal(docsUrl(set({})), 'https://github.com/acme/nix-secure-lint/blob/v1/');
  assert.equal(
    docsUrl(set({ GITHUB_SERVER_URL: 'https://git.acme.example:8443', GITHUB_ACTION_REF: 'a/b' })),
    'https://git.acme.example:8443/acme/nix-secure-lint/blob/a/b/',
  );
});

test('what is no plain name gives no link', () => {
  assert.equal(docsUrl({}), undefined);
  for (const bad of ['', 'a)b', 'a b', '../x', 'a/../b', 'a/..', '.', 'a<b', 'a\n']) {
    assert.equal(docsUrl(set({ GITHUB_ACTION_REF: bad })), undefined, bad);
    assert.equal(docsUrl(set({ GITHUB_ACTION_REPOSITORY: bad })), undefined, bad);
    assert.equal(docsUrl(set({ GITHUB_SERVER_URL: bad })), undefined, bad);
  }
  assert.equal(docsUrl(set({ GITHUB_SERVER_URL: 'http://github.com' })), undefined);
});
