import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hit } from '../../src/model/secret.ts';
import { redact } from '../../src/secrets/redact.ts';
import { resolveOverlaps } from '../../src/secrets/resolve.ts';
import { scan } from '../../src/secrets/scan.ts';
import { armour, bytes, jwt, opensshKey, pgpKey, samples, seeded } from './generate.ts';

const random = seeded(99);

function reasons(text: string, now?: number): string[] {
  return scan(text, now === undefined ? {} : { now }).map(
    (hit) => `${hit.family} ${hit.reason} ${hit.verified}`,
  );
}

test('a passphrase is told by what each format says of it', () => {
  assert.deepEqual(reasons(armour('OPENSSH PRIVATE KEY', opensshKey(random), 70)), [
    'openssh plain true',
  ]);
  assert.deepEqual(reasons(armour('OPENSSH PRIVATE KEY', opensshKey(random, 'aes256-ctr'), 70)), [
    'openssh encrypted true',
  ]);
  assert.deepEqual(reasons(armour('PGP PRIVATE KEY BLOCK', pgpKey(random, 0), 64)), [
    'pgp plain true',
  ]);
  assert.deepEqual(reasons(armour('PGP PRIVATE KEY BLOCK', pgpKey(random, 254), 64)), [
    'pgp encrypted true',
  ]);
  const body =
    bytes(random, 300)
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? '';
  const label = 'RSA PRIVATE KEY';
  const traditional = `-----BEGIN ${label}-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233\n\n${body}\n-----END ${label}-----`;
  assert.deepEqual(reasons(traditional), ['pem encrypted true']);
  assert.deepEqual(
    reasons(traditional.replace('Proc-Type: 4,ENCRYPTED', 'Comment: x')),
    [],
    'random bytes are no DER',
  );
});

test('the test key of RFC 9500 is known by its content, not by its name', () => {
  const body = [
    'MHcCAQEEIObLW92AqkWunJXowVR2Z5/+yVPBaFHnEedDk5WJxk/BoAoGCCqGSM49',
    'AwEHoUQDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjV',
    'uKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg==',
  ].join('');
  const key = Buffer.from(body, 'base64');
  assert.deepEqual(reasons(armour('EC PRIVATE KEY', key, 64)), []);
  key[20] = (key[20] ?? 0) ^ 1;
  assert.deepEqual(reasons(armour('EC PRIVATE KEY', key, 64)), ['pem plain true']);
});

test('a checksum that may be absent only adds proof', () => {
  const value =
    samples(5).find((sample) => sample.family === 'grafana-service-account')?.value ?? '';
  assert.deepEqual(reasons(value), ['grafana-service-account verified true']);
  const changed = value.slice(0, -1) + (value.endsWith('0') ? '1' : '0');
  assert.deepEqual(reasons(changed), ['grafana-service-account unverified false']);
});

test('an expired token is a token of the past', () => {
  const token = jwt({ sub: 'me', exp: 2000 }, random);
  assert.deepEqual(reasons(token, 1000), ['jwt jwt true']);
  assert.deepEqual(reasons(token, 3000), ['jwt expired true']);
  assert.deepEqual(reasons(token), ['jwt jwt true'], 'without a clock none has expired');
});

test('an AWS secret counts beside its id', () => {
  const id = `AKIA${random.text('ABCDEFGHJKLMNPQRSTUVWXYZ234567', 14)}Q7`;
  const secret = `${random.text('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 36)}gZ4/`;
  assert.deepEqual(reasons(`id ${id}`), ['aws-access-key-id low-risk false']);
  assert.deepEqual(reasons(`id ${id}\nkey ${secret}\n`), [
    'aws-access-key-id low-risk false',
    'aws-secret-access-key verified true',
  ]);
  assert.deepEqual(reasons(`key ${secret}\n`), []);
});

test('text followed by bytes is not taken for text', () => {
  const mixed = Buffer.concat([Buffer.from('password = "kd83-Fj2lq9";\n'), Buffer.alloc(400, 1)]);
  assert.deepEqual(scan(mixed.toString('base64')), []);
});

function hit(rule: Hit['rule'], start: number, end: number): Hit {
  return {
    rule,
    reason: 'x',
    family: rule.slice(7),
    span: { start, end },
    verified: false,
    via: [],
  };
}

test('of hits that overlap the surer one stays, in whatever order they come', () => {
  const weak = hit('secret-assignment', 0, 30);
  const sure = hit('secret-known-token', 10, 25);
  const next = hit('secret-assignment', 40, 50);
  for (const hits of [
    [weak, sure, next],
    [next, sure, weak],
    [sure, next, weak],
  ]) {
    assert.deepEqual(resolveOverlaps(hits), [sure, next]);
  }
  const long = hit('secret-assignment', 5, 20);
  assert.deepEqual(resolveOverlaps([long, hit('secret-assignment', 6, 9)]), [long]);
});

test('hits that overlap are hidden as one stretch', () => {
  const hits = [
    hit('secret-assignment', 5, 15),
    hit('secret-known-token', 2, 8),
    hit('secret-assignment', 12, 18),
  ];
  assert.equal(redact('0123456789abcdefghijkl', hits), '01‹redacted known-token, 16 chars›ijkl');
});
