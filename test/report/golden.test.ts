import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formats, reporters } from '../../src/report/index.ts';
import { cleanReport, plainOptions, sampleReport } from './sample.ts';

const golden = join(process.cwd(), 'test', 'snapshots', 'report');

function matches(name: string, actual: string): void {
  const file = join(golden, name);
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'));
}

for (const format of formats) {
  test(`${format}: one of everything`, () => {
    matches(`sample.${format}`, reporters[format](sampleReport, plainOptions));
  });
  test(`${format}: a clean run`, () => {
    matches(`clean.${format}`, reporters[format](cleanReport, plainOptions));
  });
}

test('text: in colour', () => {
  matches('colour.text', reporters.text(sampleReport, { ...plainOptions, color: true }));
});

test('markdown and sarif link to pages where they are known', () => {
  const options = { ...plainOptions, docs: 'https://docs.example/', category: 'nightly' };
  const page = 'https://docs.example/docs/rules/lock-local-path.md';
  assert.ok(reporters.markdown(sampleReport, options).includes(`[\`lock-local-path\`](${page})`));
  const sarif = reporters.sarif(sampleReport, options);
  assert.ok(sarif.includes(`"helpUri": "${page}"`));
  assert.ok(sarif.includes('"id": "nix-secure-lint/nightly/"'));
});

test('a clean text report is one line', () => {
  assert.equal(reporters.text(cleanReport, plainOptions), 'no findings in 3 files\n');
});
