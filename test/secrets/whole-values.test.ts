import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordHashScheme } from '../../src/secrets/families/password-hashes.ts';
import { urlSecrets } from '../../src/secrets/families/urls.ts';
import { scan } from '../../src/secrets/scan.ts';
import { judgeAssignment } from '../../src/secrets/values.ts';
import { samples, seeded } from './generate.ts';

test('a value that is a password hash as a whole names its scheme', () => {
  for (const { family, rule, value } of samples(6)) {
    if (rule !== 'secret-password-hash') continue;
    const weak = family === 'md5crypt' || family === 'apr1';
    assert.deepEqual(passwordHashScheme(value), { family, weak });
    assert.equal(passwordHashScheme(`${value}!`), undefined, 'something follows');
  }
});

test('hashes without a marker count where the caller knows that a hash is due', () => {
  const random = seeded(1);
  const crypt = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  assert.deepEqual(passwordHashScheme(random.text(crypt, 13)), { family: 'descrypt', weak: true });
  assert.deepEqual(passwordHashScheme(`*${random.text('0123456789ABCDEF', 40)}`), {
    family: 'mysql',
    weak: true,
  });
  assert.deepEqual(passwordHashScheme(random.text('0123456789abcdef', 32)), {
    family: 'nt-hash',
    weak: true,
  });
});

for (const value of ['', '!', '!!', '*', 'x', '$6$', '!$6$', '$y$j9T$']) {
  test(`"${value}" locks an account and is no hash`, () =>
    assert.equal(passwordHashScheme(value), undefined));
}

const urls: Readonly<Record<string, readonly string[]>> = {
  'https://u:p@h/': ['password'],
  'git+https://user:pass@example.com/r.git?ref=main': ['password'],
  'https://h/?token=q1w2e3r4t5&v=1': ['query'],
  'https://u:q1w2@h/?access_token=q1w2e3r4t5': ['password', 'query'],
  'postgresql://app:q1w2e3@db.example.org:5432/app': ['password'],
  'ssh://git@github.com/a/b': [],
  'https://user:@h/': [],
  'https://user@h/': [],
  'https://x-access-token:${{ github.token }}@github.com/a/b': [],
  'https://u:${PW}@h/': [],
  'https://h/a:b@c': [],
  'https://h/?page=12345678': [],
  'github:a/b?ref=x': [],
  'https://h/?token=': [],
  'https://[::1]:8080/?key=short': [],
};
for (const [url, expected] of Object.entries(urls)) {
  test(`${url} gives ${expected.length} findings`, () => {
    assert.deepEqual(urlSecrets(url).map((found) => found.reason), expected); // prettier-ignore
  });
}

test('name and value are judged together', () => {
  assert.equal(judgeAssignment('dbPassword', 'kd83-Fj2lq9'), 'secret');
  assert.equal(judgeAssignment('dbPassword', 'sunshine'), 'weak');
  assert.equal(judgeAssignment('dbPassword', 'password123'), 'weak');
  assert.equal(judgeAssignment('dbPassword', 'abc'), 'none');
  assert.equal(judgeAssignment('dbPasswordFile', 'kd83-Fj2lq9'), 'none');
  assert.equal(judgeAssignment('token', 'access_token'), 'none');
  assert.equal(judgeAssignment('jwtSecret', seeded(2).text('0123456789abcdef', 64)), 'secret');
  assert.equal(
    judgeAssignment('apiKey', '/nix/store/1rz4g4znpzjwh1xymhjpm42vipw92pr7-key'),
    'none',
  );
  assert.equal(judgeAssignment('passphrase', 'tops3cret words 4 me-x9'), 'weak');
  assert.equal(judgeAssignment('token', 'paste the token here 1'), 'none');
});

test('a value that begins with a dash is a flag only when it reads like one', () => {
  const random = seeded(7);
  const body = random.text('abcdefghijkmnpqrstuvwxyz', 3) + random.text('ABCDEFGH23456789', 18);
  for (const value of [`-${body}`, `--${body}`, `-${body.toLowerCase()}`]) {
    assert.deepEqual(
      scan(value, { name: 'DB_PASSWORD' }).map(({ reason }) => reason),
      ['literal'],
      value.slice(0, 2),
    );
    assert.equal(scan(`export API_TOKEN="${value}"`).length, 1);
  }
  const flags = [
    '--password-stdin',
    '-fno-strict-aliasing',
    '--token-file=x1y2z3',
    '-p5432 --quiet',
    '-pass:stdin',
  ];
  for (const flag of flags) assert.deepEqual(scan(flag, { name: 'DB_PASSWORD' }), [], flag);
});

test('a name and its value may be two members', () => {
  const value = seeded(8).text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789', 20);
  const found = (text: string): string[] =>
    scan(text).map(({ span }) => text.slice(span.start, span.end));
  for (const text of [
    JSON.stringify({ env: [{ name: 'DB_PASSWORD', value }] }),
    JSON.stringify({ env: [{ name: 'DB_PASSWORD', value }] }, undefined, 2),
    JSON.stringify(JSON.stringify({ name: 'DB_PASSWORD', value })),
    `env:\n  - name: DB_PASSWORD\n    value: ${value}\n`,
    `{ name = "DB_PASSWORD"; value = "${value}"; }`,
    `<property name="db_password" value="${value}"/>`,
  ]) {
    assert.deepEqual(found(text), [value], text.replace(value, '…'));
  }
  for (const text of [
    `the db_password value = ${value}`,
    `{"name":"DB_PASSWORD","valueFrom":"${value}"}`,
    `{"name":"DB_PASSWORD","kind":"x","value":"${value}"}`,
    `{"name":"DB_PASSWORD"},{"value":"${value}"}`,
    `{"name":"DB_PASSWORD","value":"/run/secrets/db"}`,
  ]) {
    assert.deepEqual(found(text), [], text.replace(value, '…'));
  }
});
