import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cells } from '../../src/report/cells.ts';
import { excerptOf } from '../../src/report/excerpt.ts';
import type { Redaction } from '../../src/report/options.ts';
import { hostileText, runs } from './hostile.ts';
import { spanOf } from './sample.ts';

function draw(text: string, part: string, width = 60, redactions: readonly Redaction[] = []) {
  const { line, indent, marked } = excerptOf(text, spanOf(text, part), redactions, width);
  return [line, `${' '.repeat(indent)}${'^'.repeat(marked)}`];
}

test('the underline stands below the marked part', () => {
  assert.deepEqual(draw('a\n  "rev": 1,\nb', '"rev"'), ['  "rev": 1,', '  ^^^^^']);
});

test('tabs reach tab stops, wide characters take two cells, combining marks none', () => {
  assert.deepEqual(draw('\tab\tx', 'x'), ['    ab  x', '        ^']);
  assert.deepEqual(draw('日本 x', 'x'), ['日本 x', '     ^']);
  assert.deepEqual(draw('e\u0301 x', 'x'), ['e\u0301 x', '  ^']);
  assert.deepEqual(draw('x 日本', '日本'), ['x 日本', '  ^^^^']);
});

test('hidden characters are spelt out and the underline moves along', () => {
  assert.deepEqual(draw('\u202Ea x', 'x'), ['\\u{202e}a x', '          ^']);
});

test('a span over several lines marks its first; an empty one gets a caret', () => {
  assert.deepEqual(draw('ab {\r\n  c\r\n}', '{\r\n  c'), ['ab {', '   ^']);
  assert.deepEqual(draw('ab', ''), ['ab', '^']);
  assert.deepEqual(excerptOf('ab', { start: 2, end: 2 }, [], 60), {
    line: 'ab',
    indent: 2,
    marked: 1,
  });
});

test('a long line is cut around the marked part', () => {
  const text = `${'a'.repeat(1_000)}MARK${'b'.repeat(1_000)}`;
  const [line = '', underline = ''] = draw(text, 'MARK', 30);
  assert.match(line, /^…a+MARKb+…$/);
  assert.equal(line.indexOf('MARK'), underline.indexOf('^'));
  assert.ok(cells(line) <= 31);
});

test('what must not be shown is replaced by its mark, wherever the window begins', () => {
  const hidden = 'x'.repeat(500);
  const text = `key = ${hidden}; rest`;
  const redactions = [{ span: spanOf(text, hidden), mark: '‹redacted›' }];
  assert.deepEqual(draw(text, hidden, 60, redactions), [
    'key = ‹redacted›; rest',
    '      ^^^^^^^^^^',
  ]);
  const inside = { start: 250, end: 260 };
  for (const span of [inside, spanOf(text, 'rest')]) {
    assert.doesNotMatch(excerptOf(text, span, redactions, 20).line, /x/);
  }
});

test('a hidden part of several lines ends the excerpt', () => {
  const text = 'key = "one\ntwo\nthree" # rest';
  const redactions = [{ span: spanOf(text, 'one\ntwo\nthree'), mark: '‹redacted›' }];
  assert.deepEqual(draw(text, 'key', 60, redactions), ['key = "‹redacted›', '^^^']);
});

test('a line of combining marks ends', () => {
  const { line } = excerptOf('\u0301'.repeat(100_000), { start: 0, end: 1 }, [], 20);
  assert.ok(line.length < 1_000);
});

test('any text, any span: one line that fits and an underline within it', () => {
  const offset = fc.integer({ min: -3, max: 400 });
  const width = fc.integer({ min: 8, max: 80 });
  fc.assert(
    fc.property(hostileText, offset, offset, width, (text, start, end, wide) => {
      const { line, indent, marked } = excerptOf(text, { start, end }, [], wide);
      assert.doesNotMatch(line, /[\r\n]/);
      assert.ok(cells(line) <= wide + 1, `${cells(line)} cells`);
      assert.ok(indent >= 0 && marked >= 1 && indent <= cells(line));
    }),
    { numRuns: runs },
  );
});
