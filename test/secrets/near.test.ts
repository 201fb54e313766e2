import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8, quote } from '../../src/parse/derivation/strings.ts';
import { isSecretName } from '../../src/secrets/names.ts';
import { mayHold } from '../../src/secrets/near.ts';
import { scan } from '../../src/secrets/scan.ts';
import { samples } from './generate.ts';

/** Asks about a text that stands between others, all of it as it would stand in a derivation. */
function near(raw: string): boolean {
  const text = `("a","b"),${raw},("c","d")`;
  return mayHold(text, Buffer.from(text, 'latin1'), 0, text.length);
}

const written = (text: string): string => quote(encodeUtf8(text));

test('whatever a scan finds in a decoded string is suspected in the escaped one', () => {
  const missed = samples(7)
    .filter(({ value }) => scan(value).length > 0)
    .flatMap(({ family, value: text }) => {
      const forms = { once: written(text), twice: written(JSON.stringify({ v: text })) };
      const base64 = Buffer.from(text).toString('base64');
      const all = { ...forms, base64: written(base64), within: written(`x = '${text}'\n`) };
      return Object.entries(all).flatMap(([form, raw]) => (near(raw) ? [] : [`${family} ${form}`]));
    });
  assert.deepEqual(missed, []);
});

test('every telling name is suspected, in whatever spelling a variable can have', () => {
  const owners = [
    'api',
    'access',
    'private',
    'signing',
    'encryption',
    'master',
    'session',
    'shared',
  ];
  const words = owners.map((owner) => [owner, 'key']);
  words.push(['db', 'password'], ['db', 'pass'], ['web', 'hook'], ['web', 'hook', 'url']);
  words.push(
    ['auth', 'token'],
    ['client', 'secret'],
    ['wg', 'psk'],
    ['sentry', 'dsn'],
    ['my', 'pwd'],
  );
  const camel = (parts: readonly string[]): string =>
    parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  const names = words.flatMap((parts) => [
    ...['_', '-', '.', '__'].map((separator) => parts.join(separator)),
    parts.join('_').toUpperCase(),
    camel(parts),
  ]);
  const telling = names.filter((name) => isSecretName(name));
  assert.ok(telling.length > 0.8 * names.length, String(telling.length));
  assert.deepEqual(
    telling.filter((name) => !near(`(${written(name)},${written('value')})`)),
    [],
  );
});

test('an escape that Nix reads but never writes hides nothing', () => {
  assert.ok(near('"passwor\\d=x"'));
  assert.ok(near('"pa\\ss=x"'));
  assert.ok(!near(written('a \\ "quoted" line\n\twith \\. and \\\\ in it')));
});

test('near misses go no further: ordinary variables, store paths, revisions, plain URLs', () => {
  const digest = '0123456789abcdfghijklmnpqrsvwxyz';
  const ordinary = [
    'passAsFile',
    'nativeBuildInputs',
    `/nix/store/${digest}-bash-5.2 /nix/store/${digest}-keys-1.0`,
    'https://example.org/a/b.tar.gz',
    'c7d2bd1ba0d0c1d1a2f2a1a7cd2f3a4b5c6d7e8f',
    '100 % of it',
  ];
  assert.deepEqual(
    ordinary.filter((text) => near(written(text))),
    [],
  );
});
