import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { lineHashes } from '../../src/report/line-hash.ts';
import { runs } from './hostile.ts';

function all(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).length;
  return [...lineHashes(text, new Set(Array.from({ length: lines }, (_, at) => at + 1))).values()];
}

const greetings = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

/** Texts and hashes from the tests of github/codeql-action (src/fingerprints.test.ts). */
const published: readonly (readonly [string, readonly string[]])[] = [
  ['', ['c129715d7a2bc9a3:1']],
  [
    ' a\nb\n  \t\tc\n d',
    ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
  ],
  [' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', greetings],
  [' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', greetings],
  [' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', greetings],
  [' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', greetings],
  [
    'Lorem ipsum dolor sit amet.\n'.repeat(10),
    [
      'a7f2ff13bc495cf2:1',
      'a7f2ff13bc495cf2:2',
      'a7f2ff13bc495cf2:3',
      'a7f2ff13bc495cf2:4',
      'a7f2ff13bc495cf2:5',
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
];

test('hashes are those GitHub publishes for its own action', () => {
  for (const [text, hashes] of published) assert.deepEqual(all(text), hashes);
});

/** The definition taken literally: a number of 100 digits in base 37, modulo 2^64. */
function byDefinition(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/[ \t]/g, ''));
  const seen = new Map<string, number>();
  return lines.map((_, row) => {
    const units = `${lines.slice(row).join('\n')}\uFFFF`.slice(0, 100).padEnd(100, '\0');
    let hash = 0n;
    for (let at = 0; at < 100; at++) hash = hash * 37n + BigInt(units.charCodeAt(at));
    const name = (hash % 2n ** 64n).toString(16);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}:${count}`;
  });
}

test('the rolling hash agrees with the definition', () => {
  const piece = fc.constantFrom('a', 'é', '\uFFFF', '日', '\t', '\n', 'xyz'.repeat(60), '\r');
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (sample) => {
      // GitHub's reader takes the LF of `CR, blanks, LF` for a line break of its own, as our lines do.
      assert.deepEqual(all(sample), byDefinition(sample));
    }),
    { numRuns: runs },
  );
});

test('lines the text does not have get no hash', () => {
  assert.deepEqual([...lineHashes('one\ntwo', new Set([2, 3, 99])).keys()], [2]);
});
