import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { reportJsonSchema } from '../../src/report/json-schema.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { jsonReport } from '../../src/report/json.ts';
import { cleanReport, sampleReport } from './sample.ts';

const published = join(process.cwd(), 'schemas', 'report.json');

test('the published schema is the generated one', () => {
  if (process.env['UPDATE'] !== undefined) writeFileSync(published, reportJsonSchema());
  assert.equal(readFileSync(published, 'utf8'), reportJsonSchema());
});

test('reports meet the published schema, others do not', () => {
  const ajv = new Ajv2020();
  // The package is CommonJS; under nodenext its plugin is the `default` member.
  formatsPlugin.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')));
  for (const report of [sampleReport, cleanReport]) {
    assert.ok(validate(JSON.parse(jsonReport(report))), JSON.stringify(validate.errors));
  }
  assert.ok(!validate({ ...JSON.parse(jsonReport(cleanReport)), extra: 1 }));
});

test('text is escaped without changing a value', () => {
  const value = { text: 'a\u009B\u202E\u2028##[error]\u{E0041}é日\uD800' };
  const text = jsonText(value);
  assert.match(text, /^[ -~é日\n]+$/);
  assert.deepEqual(JSON.parse(text), value);
});
