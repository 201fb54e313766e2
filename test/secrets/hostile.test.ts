import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fileKind } from '../../src/secrets/file-kinds.ts';
import { redactText } from '../../src/secrets/redact.ts';
import { detectors } from '../../src/secrets/families/index.ts';
import { scan, scanAll } from '../../src/secrets/scan.ts';
import { judgeAssignment } from '../../src/secrets/values.ts';
import { contain } from './containers.ts';
import { samples } from './generate.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 100);
const all = samples(30);

function checkHits(text: string): void {
  const hits = scan(text, { name: 'API_TOKEN', entropy: true, now: 1 });
  let last = 0;
  for (const { span } of hits) {
    assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
    last = span.end;
  }
}

test('random characters and bytes never throw, and hits lie in order inside the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), checkHits), {
    numRuns: runs,
  });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      checkHits(Buffer.from(bytes).toString('latin1'));
      fileKind(bytes);
    }),
    { numRuns: runs },
  );
});

test('texts made of anchors and pieces of formats never throw', () => {
  const anchors = detectors.flatMap((detector) => detector.anchors);
  const bits = [
    '=',
    ':',
    '"',
    "'",
    "''",
    '\\',
    '\n',
    ' ',
    '-----',
    '-----BEGIN ',
    '%41',
    '$',
    '{',
    '}',
    '@',
    '://',
    'QUJD',
    'AAAA',
    '1',
    '==',
    '.',
    'eyJ',
  ];
  const piece = fc.constantFrom(
    ...anchors,
    ...bits,
    ...all.map((sample) => sample.value.slice(0, 40)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => checkHits(pieces.join(''))),
    { numRuns: runs },
  );
});

test('mutated secrets never throw', () => {
  fc.assert(
    fc.property(
      fc.nat(all.length - 1),
      fc.nat(),
      fc.nat(4),
      fc.string({ maxLength: 5 }),
      (index, place, cut, insert) => {
        const value = all[index]?.value ?? '';
        const at = place % (value.length + 1);
        const mutated = value.slice(0, at) + insert + value.slice(at + cut);
        checkHits(contain('env', 'X', mutated === '' ? 'empty' : mutated).text);
        judgeAssignment('password', mutated);
        redactText(mutated);
      },
    ),
    { numRuns: runs },
  );
});

test('the same text gives the same hits', () => {
  const text = all.map((sample, index) => `K${index}=${sample.value}`).join('\n');
  assert.deepEqual(scan(text), scan(text));
});

/**
 * Patterns that make a careless scanner quadratic. No time is asserted: at quadratic cost one of
 * these would take minutes, and the run would be seen to hang.
 */
const size = 200_000;
const repeated = [
  ...new Set(detectors.flatMap((detector) => detector.anchors)),
  'eyJ-', 'eyJa.', 'a://', 'a://u:p@', 'a://h/?token=', 'pass=', 'pass="', "pass='", "pass=''", 'password: ', 'AGE-SECRET-KEY-1', 'ops_-', 'fm2_/',
  '-----BEGIN PRIVATE KEY-----', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'PuTTY-User-Key-File-3: x\nEncryption: none\n', 'kind: Secret\n a: QUJD\n',
  '%41', '%', 'QUJDREVG', '41424344', 'AKIAABCDEFGHIJKLMNOP ', 'machine a login b password ', 'authorization: bearer ', '$argon2id$', '$6$', '"auth":"',
  'access-tokens = a=b ', 'ENC[AES256_GCM,data:', '\nsops:', ' ', '\n', '\\n', '/nix/store/', 'A', 'Q~', ':AA', '9', '==', 'ghp_', 'a_b-c/d+',
]; // prettier-ignore
for (const unit of repeated) {
  test(`${JSON.stringify(unit)} over and over is read in linear time`, () => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    checkHits(text);
    fileKind(text);
  });
}

test('base64 inside base64 ends at the second level, and at a budget', () => {
  let text = 'password = "kd83-Fj2lq9";';
  for (let level = 0; level < 12; level++) text = Buffer.from(text).toString('base64');
  assert.deepEqual(scan(text), []);
  const large = Buffer.from(`x = 1;\n`.repeat(900_000)).toString('base64');
  assert.deepEqual(scanAll(large), []);
});
