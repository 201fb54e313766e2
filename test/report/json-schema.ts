import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';

/** The form of JSON reports that is published. */
export const publishedSchema = join(process.cwd(), 'schemas', 'report.json');

const ajv = new Ajv2020();
// The package is CommonJS; under nodenext its plugin is the `default` member.
formatsPlugin.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(publishedSchema, 'utf8')));

/** Where a JSON report breaks the published form, one clause each. */
export function jsonReportProblems(report: unknown): string[] {
  if (validate(report)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
