import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportJsonSchema } from '../../src/report/json-schema.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { jsonReport } from '../../src/report/json.ts';
import { jsonReportProblems, publishedSchema } from './json-schema.ts';
import { cleanReport, sampleReport } from './sample.ts';

test('the published schema is the generated one', () => {
  if (process.env['UPDATE'] !== undefined) writeFileSync(publishedSchema, reportJsonSchema());
  assert.equal(readFileSync(publishedSchema, 'utf8'), reportJsonSchema());
});

test('reports meet the published schema, others do not', () => {
  for (const report of [sampleReport, cleanReport]) {
    assert.deepEqual(jsonReportProblems(JSON.parse(jsonReport(report))), []);
  }
  const extra = { ...JSON.parse(jsonReport(cleanReport)), extra: 1 };
  assert.notDeepEqual(jsonReportProblems(extra), []);
});

test('text is escaped without changing a value', () => {
  const value = { text: 'a\u009B\u202E\u2028##[error]\u{E0041}é日\uD800' };
  const text = jsonText(value);
  assert.match(text, /^[ -~é日\n]+$/);
  assert.deepEqual(JSON.parse(text), value);
});
