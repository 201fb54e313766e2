import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { cells, cellsOf } from '../../src/report/cells.ts';

test('widths of text', () => {
  assert.equal(cells('abc'), 3);
  assert.equal(cells('日本'), 4);
  assert.equal(cells('e\u0301'), 1);
  assert.equal(cells('👩'), 2);
});

const script = `
import unicodedata
for c in range(0x300, 0x40000):
    s = chr(c)
    if 0xd800 <= c < 0xe000 or unicodedata.category(s) == 'Cn': continue
    if unicodedata.east_asian_width(s) in 'WF' and not unicodedata.combining(s): print(c)
`;

test('every wide character of the Unicode database of Python is wide', (t) => {
  const python = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  if (python.status !== 0) {
    t.skip('python3 is not here to ask');
    return;
  }
  const wide = python.stdout.trim().split('\n').map(Number);
  assert.ok(wide.length > 100_000);
  const narrow = wide.filter((code) => {
    const char = String.fromCodePoint(code);
    return cellsOf(char) !== 2 && !/\p{Mn}/u.test(char);
  });
  assert.deepEqual(narrow, []);
});
