import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countWhile, lastAtMost } from '../../src/model/bisect.ts';

test('property: as looking at every item in turn', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 20 }))
    .map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
      const count = numbers.filter((number) => number <= limit).length;
      assert.equal(
        countWhile(numbers, (number) => number <= limit),
        count,
      );
      assert.equal(lastAtMost(numbers, limit), Math.max(0, count - 1));
    }),
  );
});
