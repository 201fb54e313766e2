import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Redaction } from '../../src/report/options.ts';
import { firstEndingAfter, redactedText, redactionsOf } from '../../src/report/redaction.ts';
import { runs } from './hostile.ts';

function ordered(redactions: readonly Redaction[]): readonly Redaction[] {
  return redactionsOf(() => redactions)('x', '');
}

function at(start: number, end: number, mark = '•'): Redaction {
  return { span: { start, end }, mark };
}

test('redactions are put in order and overlapping ones merged under the first mark', () => {
  assert.deepEqual(ordered([at(8, 9), at(2, 5, 'b'), at(0, 3, 'a'), at(1, 2)]), [
    at(0, 5, 'a'),
    at(8, 9),
  ]);
});

test('line breaks inside a redaction stay, so lines keep their numbers', () => {
  assert.equal(redactedText('a\nSE\r\nCRET\nb', [at(2, 10)]), 'a\n•\r\n\nb');
});

test('whatever is asked for, nothing of it is left and every line is', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => at(start, start + length));
  const text = fc.string({ unit: fc.constantFrom('s', '\n', '\r'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 8 }), (sample, redactions) => {
      const hidden = redactedText(sample, ordered(redactions));
      const isHidden = (offset: number) =>
        redactions.some((one) => one.span.start <= offset && offset < one.span.end);
      const left = Array.from(sample).filter((char, offset) => char === 's' && !isHidden(offset));
      assert.equal(hidden.replace(/[^s]/g, '').length, left.length);
      assert.equal(hidden.replace(/[^\r\n]/g, ''), sample.replace(/[^\r\n]/g, ''));
    }),
    { numRuns: runs },
  );
});

test('the first redaction behind an offset is found', () => {
  const redactions = [at(0, 2), at(4, 6)];
  assert.deepEqual(
    [0, 1, 2, 5, 6].map((offset) => firstEndingAfter(redactions, offset)),
    [0, 0, 1, 1, 2],
  );
});
