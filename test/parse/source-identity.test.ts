import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  hostOf,
  identityKey,
  identityText,
  repositoryOf,
  sourceIdentity,
} from '../../src/parse/source-identity.ts';
import { insecureTransport, placeOf } from '../../src/parse/source-place.ts';
import { identityFaults } from '../../src/parse/identity-syntax.ts';
import { isLoopbackHost } from '../../src/parse/url-parts.ts';
import { fuzzRuns } from '../fuzz.ts';
import { attrSet, judgeLock, lockText } from '../rules/lock-sample.ts';

type Attributes = Readonly<Record<string, string>>;

const texts: readonly (readonly [Attributes, string])[] = [
  [{ type: 'github', owner: 'NixOS', repo: 'nixpkgs' }, 'github:NixOS/nixpkgs'],
  [{ type: 'github', owner: 'a', repo: 'b', host: 'GitHub.com' }, 'github:a/b'],
  [{ type: 'github', owner: 'a', repo: 'b', host: 'git.x.org' }, 'github:git.x.org/a/b'],
  [{ type: 'github', owner: 'a/b', repo: 'c/..' }, 'github:a%2Fb/c%2F..'],
  [{ type: 'gitlab', owner: 'g%2Fs', repo: 'r' }, 'gitlab:g%2Fs/r'],
  [{ type: 'gitlab', owner: 'g/s', repo: 'r' }, 'gitlab:g%2Fs/r'],
  [{ type: 'gitlab', owner: 'g', repo: 's%2Fr', host: 'x.org' }, 'gitlab:x.org/g%2Fs/r'],
  [{ type: 'sourcehut', owner: '~u', repo: 'r' }, 'sourcehut:~u/r'],
  [
    { type: 'git', url: 'https://u:p@Git.X.org:443/a/b.git/?ref=m&dir=d' },
    'git:https://git.x.org/a/b',
  ],
  [{ type: 'git', url: 'git@x.org:a/b.git' }, 'git:ssh://x.org/a/b'],
  [{ type: 'git', url: 'alice:pw@x.org:a/b' }, 'git:ssh://alice@x.org/a/b'],
  [{ type: 'git', url: 'https://x.org/cgi?repo=a&shallow=1' }, 'git:https://x.org/cgi'],
  [{ type: 'git', url: 'https://x.org/good/../evil' }, 'git:https://x.org/evil'],
  [{ type: 'git', url: 'https://x.org/good/%2E%2e/evil' }, 'git:https://x.org/evil'],
  [{ type: 'git', url: 'file:///home/u/r' }, 'git:file:///home/u/r'],
  [{ type: 'git', url: 'file:.' }, 'git:file:.'],
  [{ type: 'git', url: '/home/u/r' }, 'git:file:///home/u/r'],
  [{ type: 'hg', url: 'hg+https://x.org:8443/r' }, 'hg:https://x.org:8443/r'],
  [{ type: 'tarball', url: 'https://x.org/a.tar.gz?rev=1' }, 'tarball:https://x.org/a.tar.gz'],
  [{ type: 'tarball', url: 'https://good.org@evil.org/a' }, 'tarball:https://evil.org/a'],
  [{ type: 'path', path: './sub' }, 'path:./sub'],
  [{ type: 'indirect', id: 'nixpkgs' }, 'flake:nixpkgs'],
  [{ type: 'radicle' }, 'radicle:'],
  [{}, ':'],
];

describe('source identity', () => {
  for (const [attributes, expected] of texts) {
    test(`${JSON.stringify(attributes)} is ${expected}`, () => {
      assert.equal(identityText(sourceIdentity(attrSet(attributes))), expected);
    });
  }

  test('forges fold ASCII case, other hosts keep the case of a path', () => {
    const key = (attributes: Attributes): string =>
      identityKey(sourceIdentity(attrSet(attributes)));
    const github = { type: 'github', owner: 'NixOS', repo: 'Nix' };
    assert.equal(key(github), key({ type: 'github', owner: 'nixos', repo: 'nix' }));
    assert.notEqual(key(github), key({ ...github, owner: 'Ni\u212axOS' }));
    assert.notEqual(
      key({ type: 'github', owner: 'k', repo: 'r' }),
      key({ type: 'github', owner: '\u212a', repo: 'r' }),
    );
    const url = 'https://x.org/A';
    assert.notEqual(key({ type: 'git', url }), key({ type: 'git', url: url.toLowerCase() }));
  });

  test('a group that is named like a host is not that host', () => {
    const group = { type: 'gitlab', owner: 'gitlab.gnome.org/mallory', repo: 'x' };
    const host = { type: 'gitlab', host: 'gitlab.gnome.org', owner: 'mallory', repo: 'x' };
    const text = (attributes: Attributes): string =>
      identityText(sourceIdentity(attrSet(attributes)));
    assert.notEqual(text(group), text(host));
  });

  test('what else a query says tells two sources apart but is not shown', () => {
    const of = (url: string): string => identityKey(sourceIdentity(attrSet({ type: 'git', url })));
    assert.notEqual(of('https://x.org/cgi?repo=a'), of('https://x.org/cgi?repo=b'));
    assert.equal(of('https://x.org/cgi?repo=a&ref=x'), of('https://x.org/cgi?dir=y&repo=a'));
  });

  test('credentials are shown nowhere', () => {
    const secret = ['user', 'pass', 'word'].join('');
    for (const attributes of [
      { type: 'git', url: `https://u:${secret}@x.org/r?token=${secret}` },
      { type: 'git', url: `ssh://u:${secret}@x.org/r` },
      { type: 'tarball', url: `http://${secret}@x.org/a.tar.gz?t=${secret}` },
      { type: 'github', owner: 'a', repo: 'b', host: `u:${secret}@x.org` },
    ]) {
      const locked = { ...attributes, narHash: 'x' };
      const info = { url: `https://${secret}@y.org/r` };
      const text = lockText({ a: { locked, info, original: { ...attributes, ref: 'x' } } });
      const said = (judgeLock(text) ?? []).map(
        ({ problem: { evidence, message, related, subject } }) =>
          JSON.stringify([evidence, message, related, subject]),
      );
      assert.ok(said.length > 0);
      for (const one of said) assert.ok(!one.includes(secret), one);
      assert.ok(!identityText(sourceIdentity(attrSet(attributes))).includes(secret));
    }
  });

  test('a URL tells owner and repository like a forge does', () => {
    const url = 'https://github.com/NixOS/nixpkgs/archive/x.tar.gz';
    const expected = { host: 'github.com', owner: 'nixos', repo: 'nixpkgs' };
    const identity = sourceIdentity(attrSet({ type: 'tarball', url }));
    assert.deepEqual(repositoryOf(identity), expected);
    assert.equal(hostOf(identity), 'github.com');
  });
});

const places: readonly (readonly [Attributes, string])[] = [
  [{ type: 'path', path: '/home/u' }, 'absolute'],
  [{ type: 'path', path: '/nix/store/x' }, 'store'],
  [{ type: 'path', path: '../x' }, 'relative'],
  [{ type: 'git', url: 'file:///nix/store/x' }, 'store'],
  [{ type: 'git', url: 'file://host/home/u' }, 'absolute'],
  [{ type: 'git', url: '/srv/git/x' }, 'absolute'],
  [{ type: 'git', url: 'file:.' }, 'relative'],
  [{ type: 'git', url: './x' }, 'relative'],
  [{ type: 'tarball', url: 'file+file:///tmp/x.tar' }, 'absolute'],
  [{ type: 'hg', url: 'https://x.org/r' }, 'remote'],
  [{ type: 'github', owner: 'a', repo: 'b', url: 'file:///x' }, 'remote'],
];
for (const [attributes, expected] of places) {
  test(`${JSON.stringify(attributes)} lies ${expected}`, () => {
    assert.equal(placeOf(attrSet(attributes)), expected);
  });
}

test('only exact loopback names are loopback', () => {
  for (const host of ['localhost', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]']) {
    assert.ok(isLoopbackHost(host), host);
  }
  for (const host of ['127.0.0.1.x.org', 'localhost.x.org', 'xlocalhost', '128.0.0.1', '']) {
    assert.ok(!isLoopbackHost(host), host);
  }
});

test('insecure schemes are found behind any fetcher prefix and in any case', () => {
  for (const url of ['git://h/x', 'http://h/x', 'git+http://h/x', 'HTTP://h/x', 'svn://h/x']) {
    assert.ok(insecureTransport(attrSet({ type: 'git', url })), url);
  }
  for (const url of ['https://h/x', 'ssh://git@h/x', 'git@h:x', 'file:///x']) {
    assert.equal(insecureTransport(attrSet({ type: 'git', url })), undefined, url);
  }
});

const hostile = fc.oneof(
  fc.constantFrom('github', 'gitlab', 'sourcehut', 'git', 'hg', 'tarball', 'file', 'path'),
  fc.string({
    unit: fc.constantFrom(
      '/',
      ':',
      '@',
      '%',
      '2F',
      '.',
      '?',
      '#',
      '\\',
      'a',
      '\0',
      '\u202e',
      '[',
      ']',
    ),
    maxLength: 40,
  }),
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
);
test('no attribute makes an identity throw; its text has no stray slash', () => {
  const record = fc.record({
    type: hostile,
    owner: hostile,
    repo: hostile,
    host: hostile,
    url: hostile,
    path: hostile,
    dir: hostile,
  });
  fc.assert(
    fc.property(record, (attributes) => {
      const set = attrSet(attributes);
      const identity = sourceIdentity(set);
      const text = identityText(identity);
      assert.equal(typeof identityKey(identity), 'string');
      placeOf(set);
      insecureTransport(set);
      repositoryOf(identity);
      for (const fault of identityFaults(set)) assert.notEqual(fault.message, '');
      if (identity.kind === 'forge' && !identity.host.includes('/')) {
        const slashes = text.split('/').length - 1;
        assert.ok(slashes === 1 || slashes === 2, text);
      }
    }),
    { numRuns: fuzzRuns(500) },
  );
});
