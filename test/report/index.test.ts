import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOutput } from '../../src/report/index.ts';

test('a format may name a file, colons included', () => {
  assert.deepEqual(parseOutput('json'), { format: 'json' });
  assert.deepEqual(parseOutput('sarif:out.sarif'), { format: 'sarif', file: 'out.sarif' });
  assert.deepEqual(parseOutput('text:C:\\out.txt'), { format: 'text', file: 'C:\\out.txt' });
});

test('what is no format is said, with what there is', () => {
  assert.deepEqual(parseOutput('jsn'), {
    problem:
      "unknown format 'jsn', expected one of text, json, sarif, github, markdown, junit, gitlab",
  });
  assert.deepEqual(parseOutput('json:'), {
    problem: "format 'json:' names no file after the colon",
  });
});
