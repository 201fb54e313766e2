import { policyJsonSchema } from '../policy/schema.ts';
import { reportJsonSchema } from '../report/json-schema.ts';
import { allRules } from '../rules/index.ts';

/** The JSON Schema of the policy file or of the JSON report. */
export function schemaText(of: 'policy' | 'report'): string {
  if (of === 'report') return reportJsonSchema();
  return `${JSON.stringify(policyJsonSchema(allRules), undefined, 2)}\n`;
}
