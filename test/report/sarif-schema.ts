import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';

const schema = readSchema();
const ajv = new Ajv({ strict: false, allErrors: true });
// The package is CommonJS; under nodenext its plugin is the `default` member.
formatsPlugin.default(ajv);
const validate = ajv.compile(schema);

/** The OASIS schema. It calls itself draft-04, but `id` is the only word in it that later drafts renamed. */
function readSchema(): Record<string, unknown> {
  const file = join(process.cwd(), 'test', 'schemas', 'sarif-2.1.0.json');
  const { $schema, id, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof $schema !== 'string' || typeof id !== 'string')
    throw new Error('not the SARIF schema');
  return rest;
}

/** What the official schema finds wrong with a log. */
export function sarifProblems(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
