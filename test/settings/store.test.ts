import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { knownCaches, knownCachesFreshUntil } from '../../data/known-caches.ts';
import { hostPath } from '../../src/settings/host-path.ts';
import { isLiteralSecret } from '../../src/settings/literal.ts';
import { hostClass } from '../../src/settings/network.ts';
import { readPublicKey } from '../../src/settings/public-key.ts';
import { cacheIdentity, isTrusted, storeUrl } from '../../src/settings/store-url.ts';
import { fuzzRuns } from '../fuzz.ts';

describe('hosts', () => {
  const hosts = {
    loopback: [
      'localhost',
      'LOCALHOST.',
      'x.localhost',
      '127.0.0.1',
      '127.9.9.9',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ],
    private: [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '100.64.0.1',
      '169.254.1.1',
      'nas',
      'nas.lan',
      'a.b.svc.cluster.local',
      'x.internal',
      '[fd00::1]',
      '[fe80::1]',
      '[::ffff:10.0.0.1]',
    ],
    public: [
      'cache.nixos.org',
      '172.15.0.1',
      '172.32.0.1',
      '192.169.0.1',
      '11.0.0.1',
      '100.128.0.1',
      'localhost.example.org',
      '127.0.0.1.example.org',
      '256.0.0.1',
      '[2001:db8::1]',
      'nas.lan.example.org',
    ],
  };
  for (const [expected, names] of Object.entries(hosts)) {
    for (const name of names) {
      test(`${name} is ${expected}`, () => {
        assert.equal(hostClass(name), expected);
      });
    }
  }
});

describe('store URLs', () => {
  test('are taken apart', () => {
    const { params, ...url } = storeUrl(
      'HTTPS://User:pw@Cache.Example.org:8443/x/?trusted=1&priority=3&trusted=0',
    );
    assert.deepEqual(url, {
      scheme: 'https',
      userinfo: 'User:pw',
      host: 'cache.example.org',
      port: '8443',
      path: '/x/',
    });
    assert.deepEqual(
      [...params],
      [
        ['trusted', '1'],
        ['priority', '3'],
      ],
    );
  });
  test('no spelling hides the parameter', () => {
    for (const query of [
      'trusted=true',
      'trusted=1',
      'trusted=yes',
      'a=b&trusted=1',
      '%74rusted=%31',
    ]) {
      assert.ok(isTrusted(storeUrl(`https://c?${query}`)), query);
    }
    for (const query of [
      'trusted=false',
      'trusted=0',
      'trusted',
      'trusted=',
      'distrusted=1',
      'trusted=True',
    ]) {
      assert.ok(!isTrusted(storeUrl(`https://c?${query}`)), query);
    }
  });
  test('one cache has one identity', () => {
    const same = [
      'https://c.org',
      'https://c.org/',
      'HTTPS://C.org:443//',
      'https://c.org?priority=1',
    ];
    assert.equal(new Set(same.map(cacheIdentity)).size, 1);
    const other = ['http://c.org', 'https://c.org/x', 'https://c.org:444', 'https://c.org.evil'];
    assert.equal(new Set([...other, 'https://c.org'].map(cacheIdentity)).size, 5);
  });
  test('no text makes the readers throw', () => {
    const part = fc.oneof(
      fc.constantFrom('://', '?', '&', '=', '@', ':', '[', ']', '%', '/', 'http'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const { host } = storeUrl(text);
        assert.ok(['loopback', 'private', 'public'].includes(hostClass(host)));
        assert.equal(typeof cacheIdentity(text), 'string');
        assert.equal(typeof readPublicKey(text).kind, 'string');
        assert.equal(typeof isLiteralSecret(text), 'boolean');
        assert.notEqual(hostPath(text), null);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});

describe('known caches', () => {
  test('every key is one, under a name of its own', () => {
    const keys = knownCaches.flatMap((cache) => cache.keys);
    for (const key of keys) assert.equal(readPublicKey(key).kind, 'key', key);
    const bytes = new Map(keys.map((key) => [key.slice(0, key.indexOf(':')), key]));
    assert.equal(bytes.size, new Set(keys).size);
  });
  test('every cache is named once, by https, with its source', () => {
    const urls = knownCaches.map((cache) => cacheIdentity(cache.url));
    assert.equal(new Set(urls).size, urls.length);
    for (const { url, source } of knownCaches) {
      assert.ok(url.startsWith('https://') && !url.endsWith('/'), url);
      assert.ok(source.length > 8, url);
    }
    assert.match(knownCachesFreshUntil, /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/);
  });
});

describe('paths of the host', () => {
  const secret = [
    '/run/secrets',
    '/run/secrets/x',
    '/run/secrets-for-users',
    '/run//secrets/../secrets/x',
    '/var/lib/secrets',
    '/var/run/docker.sock',
    '/tmp/ssh-agent.sock',
    '/root/.ssh/id',
    '/run/agenix/x',
  ];
  const personal = [
    '/',
    '//',
    '/etc',
    '/etc/nixos',
    '/root',
    '/home/a',
    '~',
    '~/x',
    '/nix/../etc/shadow',
  ];
  const neither = [
    '/nix/store/x',
    '/dev/kvm',
    '/etc/resolv.conf',
    '/etc/ssl/certs/ca.crt',
    '/bin/sh',
    '/homes',
    '/run/secretsx',
    '/etcetera',
  ];
  for (const [expected, paths] of [
    ['secret', secret],
    ['personal', personal],
    [undefined, neither],
  ] as const) {
    for (const path of paths) {
      test(`${path}: ${expected ?? 'neither'}`, () => {
        assert.equal(hostPath(path), expected);
      });
    }
  }
});
