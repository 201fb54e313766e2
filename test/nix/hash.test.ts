import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatHash, isHash, parseHash, parseSri, sameHash } from '../../src/nix/hash.ts';
import type { Hash, HashAlgorithm, HashFormat } from '../../src/nix/hash.ts';
import { decodeNix32, encodeNix32 } from '../../src/nix/nix32.ts';
import { placeholderHash } from '../../src/nix/placeholder-hashes.ts';
import { realNix, skipWithoutNix } from './real-nix.ts';

const emptySri = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const emptyNix32 = '0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73';
const algorithms: readonly HashAlgorithm[] = ['md5', 'sha1', 'sha256', 'sha512'];
const formats: readonly HashFormat[] = ['sri', 'base16', 'nix32', 'base64'];

function sri(text: string): Hash {
  const hash = parseSri(text);
  assert.ok(isHash(hash), `${text} should be a hash`);
  return hash;
}

function problemOf(text: string): string {
  const result = parseSri(text);
  assert.ok(!isHash(result), `${text} should be refused`);
  return result.problem;
}

test('the published vector in every format', () => {
  const hash = sri(emptySri);
  assert.deepEqual(Buffer.from(hash.bytes), createHash('sha256').digest());
  assert.equal(formatHash(hash, 'nix32'), `sha256:${emptyNix32}`);
  assert.ok(hash.canonical);
});

test('SRI is read as leniently as Nix reads it, and said not to be canonical', () => {
  const hash = sri(emptySri);
  const spellings = [
    emptySri.slice(0, -1),
    `${emptySri}=`,
    `${emptySri}anything at all`,
    `${emptySri.slice(0, 20)}\n${emptySri.slice(20)}`,
    emptySri.replace('FU=', 'FV='),
  ];
  for (const spelling of spellings) {
    const read = sri(spelling);
    assert.ok(sameHash(read, hash), spelling);
    assert.equal(read.canonical, false, spelling);
  }
});

test('what is no SRI hash says what was found and what was expected', () => {
  assert.equal(problemOf('sha256:abc'), 'no `-`, expected `<algorithm>-<base64>`');
  assert.match(problemOf('sha257-AAAA'), /^unknown algorithm `sha257`, expected md5, /);
  assert.equal(problemOf('sha256-AAAA'), '3 bytes, expected a sha256 digest of 32 bytes');
  assert.equal(problemOf('sha256-_AAA'), 'the digest is not base64');
  assert.equal(problemOf(`sha256-${'A'.repeat(5000)}`), '5007 characters, more than any hash has');
});

test('nix32 refuses bits past the last byte and foreign letters', () => {
  assert.equal(decodeNix32('z'.repeat(52), 32), undefined);
  assert.equal(decodeNix32('e'.repeat(52), 32), undefined);
  assert.equal(decodeNix32('0'.repeat(51), 32), undefined);
  assert.deepEqual(decodeNix32('0'.repeat(52), 32), new Uint8Array(32));
});

test('property: any digest survives every format', () => {
  const digest = fc.constantFrom(...algorithms).chain((algorithm) => {
    const size = createHash(algorithm).digest().length;
    return fc.record({
      algorithm: fc.constant(algorithm),
      bytes: fc.uint8Array({ minLength: size, maxLength: size }),
    });
  });
  fc.assert(
    fc.property(digest, fc.constantFrom(...formats), (hash, format) => {
      const read = parseHash(formatHash(hash, format), hash.algorithm);
      assert.ok(isHash(read));
      assert.deepEqual(Buffer.from(read.bytes), Buffer.from(hash.bytes));
      assert.ok(read.canonical);
      assert.equal(read.format, format);
    }),
  );
});

test('property: no text makes a reader throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(undefined, ...algorithms), (text, algorithm) => {
      for (const read of [parseSri(text), parseHash(text, algorithm)]) {
        assert.ok(isHash(read) || read.problem.length > 0);
      }
    }),
  );
});

test('a digest of another algorithm than expected is refused', () => {
  const read = parseHash(emptySri, 'sha512');
  assert.ok(!isHash(read));
  assert.equal(read.problem, 'a sha256 hash, expected sha512');
});

test('hashes of nothing are known in every spelling', () => {
  const meaning = (text: string): string | undefined => {
    const hash = parseHash(text);
    assert.ok(isHash(hash), text);
    return placeholderHash(hash);
  };
  assert.equal(meaning(`sha256:${emptyNix32}`), 'empty-file');
  assert.equal(
    meaning('sha256:0sjjj9z1dhilhpc8pq4154czrb79z9cm044jvn75kxcjv6v5l2m5'),
    'empty-directory-nar',
  );
  for (const algorithm of algorithms) {
    const size = createHash(algorithm).digest().length;
    assert.equal(meaning(`${algorithm}:${'0'.repeat(size * 2)}`), 'all-zero');
    assert.equal(meaning(`${algorithm}:${createHash(algorithm).digest('hex')}`), 'empty-file');
  }
  assert.equal(meaning(`sha256:${createHash('sha256').update('x').digest('hex')}`), undefined);
});

test('differential: conversions of nix-hash', { skip: skipWithoutNix }, () => {
  for (const algorithm of algorithms) {
    for (let seed = 0; seed < 3; seed++) {
      const bytes = createHash(algorithm).update(`seed ${seed}`).digest();
      const answer = realNix([
        'nix-hash',
        '--type',
        algorithm,
        '--to-base32',
        bytes.toString('hex'),
      ]);
      assert.equal(encodeNix32(bytes), answer.stdout.trim());
    }
  }
});

test(
  'differential: spellings nix hash to-sri accepts and refuses',
  { skip: skipWithoutNix },
  () => {
    const spellings = [
      emptySri,
      emptySri.slice(0, -1),
      `${emptySri}rest`,
      emptySri.replace('FU=', 'FV='),
      `${emptySri.slice(0, 20)}\n${emptySri.slice(20)}`,
      `sha256:${emptyNix32}`,
      `sha256:z${emptyNix32.slice(1)}`,
      `sha256:${'0'.repeat(64)}`,
      `sha256:${'G'.repeat(64)}`,
      'sha256:',
      'sha256-',
      'SHA256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      `sha256:${emptySri.slice(7)}`,
      `sha256:${createHash('sha256').digest('hex').toUpperCase()}`,
    ];
    for (const spelling of spellings) {
      const answer = realNix(['nix', 'hash', 'to-sri', spelling]);
      const read = parseHash(spelling);
      const ours = isHash(read) ? formatHash(read, 'sri') : '';
      assert.equal(ours, answer.status === 0 ? answer.stdout.trim() : '', JSON.stringify(spelling));
    }
  },
);
