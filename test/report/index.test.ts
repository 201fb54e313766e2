import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('reporting loads no package and no schema, so that a run starts at once', () => {
  const folder = join(process.cwd(), 'src', 'report');
  const files = readdirSync(folder).filter((name) => name !== 'json-schema.ts');
  assert.ok(files.length > 20);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    const loaded = [...text.matchAll(/^import (?!type )[^;]*? from '([^']+)';/gm)];
    for (const [, specifier = ''] of loaded) {
      assert.match(specifier, /^\.\.?\/(?:model\/)?[a-z-]+\.ts$/, `${name} loads ${specifier}`);
      assert.notEqual(specifier, './json-schema.ts', name);
    }
  }
});
