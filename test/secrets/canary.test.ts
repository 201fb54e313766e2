import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildCanarySet, canaryHits } from '../../src/secrets/canary/search.ts';
import { readCanaries } from '../../src/secrets/canary/values.ts';
import { seeded } from './generate.ts';

const random = seeded(7);
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const value = `${random.text(alphabet, 9)}"/\\$\{${random.text(alphabet, 5)}''&<% ${random.text(alphabet, 6)}é`;
const lines = [
  random.text(alphabet, 40),
  random.text(alphabet, 40),
  random.text(alphabet, 12),
].join('\n');

function setOf(values: Readonly<Record<string, string>>) {
  const { canaries, refused } = readCanaries(JSON.stringify(values));
  assert.deepEqual(refused, []);
  return buildCanarySet(canaries).set;
}

function wrap(text: string, width: number, separator: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(separator);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = Buffer.from(value).toString('hex');
const writings: Readonly<Record<string, string>> = {
  raw: value,
  json: JSON.stringify(value),
  'json in json': JSON.stringify(JSON.stringify({ a: value })),
  'json with escaped slashes': JSON.stringify(value).replaceAll('/', '\\/'),
  'nix string': value.replace(/["\\]/g, '\\$&').replaceAll('${', '\\${'),
  'nix indented string': value.replaceAll("''", "'''").replaceAll('${', "''${"),
  aterm: value.replace(/["\\]/g, '\\$&'),
  'shell single quotes': value.replaceAll("'", "'\\''"),
  'shell double quotes': value.replace(/[\\"$`]/g, '\\$&'),
  'systemd unit': value.replaceAll('%', '%%').replaceAll('$', '$$$$'),
  percent: encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  html: value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  base64: base64(value),
  'base64 after one byte': base64(`x${value}y`),
  'base64 after two bytes': base64(`xy${value}zz`),
  'base64 in lines of 20': wrap(base64(`user:${value}:more of it`), 20, '\n'),
  'base64 in indented lines of 64': wrap(base64(`some longer text stands before ${value} and after`), 64, '\n    '),
  'base64 with escaped line breaks': wrap(base64(`some longer text stands before ${value} and after`), 30, '\\n'),
  base64url: Buffer.from(`x${value}?`).toString('base64url'),
  hex,
  'hex in capitals': hex.toUpperCase(),
  'hex escapes': hex.replace(/../g, '\\x$&'),
  'utf-16': Buffer.from(value, 'utf16le').toString('latin1'),
}; // prettier-ignore

for (const [name, writing] of Object.entries(writings)) {
  test(`a value is found as ${name}`, () => {
    const before = 'ExecStart=/bin/é ';
    const encoding = name === 'utf-16' ? 'latin1' : 'utf8';
    const hits = canaryHits(setOf({ DB: value }), `${before}${writing} end`, encoding);
    assert.ok(hits.length >= 1, 'found');
    for (const hit of hits) {
      assert.equal(hit.name, 'DB');
      assert.ok(
        hit.span.start >= before.length - 1 && hit.span.end <= before.length + writing.length + 1,
      );
    }
    assert.deepEqual(
      canaryHits(setOf({ DB: random.text(alphabet, 20) }), writing, encoding),
      [],
      'another value is not',
    );
  });
}

test('the hit covers the value as written', () => {
  const text = `é a=${JSON.stringify(value)};`;
  const [hit] = canaryHits(setOf({ DB: value }), text);
  assert.ok(hit);
  assert.equal(text.slice(hit.span.start, hit.span.end), JSON.stringify(value).slice(1, -1));
});

test('a value wrapped in lines is covered from its first to its last character', () => {
  const secret = random.text(alphabet, 60);
  const written = wrap(secret, 20, '\n  ');
  const text = `key: ${written} end`;
  const [hit] = canaryHits(setOf({ KEY: secret }), text);
  assert.equal(text.slice(hit?.span.start, hit?.span.end), written);
});

test('one line of a value of several lines is enough', () => {
  const [, middle = ''] = lines.split('\n');
  for (const text of [`x ${middle} y`, base64(`${middle}\n`)]) {
    assert.equal(canaryHits(setOf({ KEY: lines }), text).length, 1);
  }
});

test('a stream is searched across the borders of its chunks, of any size', () => {
  const bytes = Buffer.from(`start ${wrap(base64(value), 10, '\n')} middle ${value} end`);
  const { set } = buildCanarySet(readCanaries(JSON.stringify({ DB: value })).canaries);
  const whole = set.search().feed(bytes);
  assert.equal(whole.length, 2);
  for (const size of [1, 3, 17]) {
    const search = set.search();
    const found = [];
    for (let at = 0; at < bytes.length; at += size)
      found.push(...search.feed(bytes.subarray(at, at + size)));
    assert.deepEqual(found, whole);
  }
});

test('after a wipe nothing is left to be found', () => {
  const { canaries } = readCanaries(JSON.stringify({ DB: value }));
  const { set } = buildCanarySet(canaries);
  assert.equal(canaryHits(set, value).length, 1);
  set.wipe();
  assert.deepEqual(canaryHits(set, value), []);
  assert.ok(canaries.every((canary) => canary.value.every((byte) => byte === 0)));
});

test('values are read one per line or from a JSON object, and named', () => {
  const [a, b] = [random.text(alphabet, 20), random.text(alphabet, 20)];
  assert.deepEqual(
    readCanaries(`${a}\n\n${b}\n`).canaries.map(({ name }) => name),
    ['line 1', 'line 3'],
  );
  const object = readCanaries(JSON.stringify({ A: a, B: b, n: 1, __proto__: null }));
  assert.deepEqual(object.canaries.map((canary) => [canary.name, canary.value.toString()]), [['A', a], ['B', b]]); // prettier-ignore
});

test('a file that only begins like JSON is read by line, and its values are not quoted', () => {
  const { canaries, refused } = readCanaries(`{${random.text(alphabet, 20)}\n`);
  assert.deepEqual([canaries.length, refused], [1, []]);
});

const useless = ['sh0rt!', '        ', 'password123', 'ChangeMe', 'aaaaaaaaaaaa',
  'a1a1a1a1a1a1', 'johnsmith', '20260101', 'my-user-name', 'https://example.org/x', 'me@example.org', '/run/secrets/x', 'x86_64-linux']; // prettier-ignore
for (const text of useless) {
  test(`"${text}" is refused by name`, () => {
    const { canaries, refused } = readCanaries(JSON.stringify({ NAME: text }));
    assert.deepEqual(canaries, []);
    assert.equal(refused[0]?.name, 'NAME');
    assert.ok(!JSON.stringify(refused).includes(text.trim() === '' ? '        ' : text));
  });
}

test('compressed data holds no trace and is not claimed to be searched', () => {
  assert.deepEqual(
    canaryHits(setOf({ DB: value }), gzipSync(value).toString('latin1'), 'latin1'),
    [],
  );
});
