import * as z from 'zod';
import { severities } from '../model/severity.ts';

const count = z.int().min(0);
const position = z.int().min(1);

const related = z.strictObject({
  path: z.string(),
  line: position,
  column: position,
  message: z.string(),
});

const finding = z.strictObject({
  rule: z.string().describe('Id of the rule, e.g. lock-unpinned-input'),
  reason: z.string().describe('Stable sub-code of the rule'),
  severity: z.enum(severities),
  path: z
    .string()
    .describe(
      'Relative to the linted directory, with /; the store path of a derivation without source',
    ),
  line: position.describe('1-based'),
  column: position.describe('1-based, in UTF-16 code units'),
  endLine: position,
  endColumn: position.describe('Exclusive'),
  subject: z
    .string()
    .describe('Stable handle: input path, setting, option path or <derivation>#env.NAME'),
  message: z.string().describe('What is wrong; may embed foreign text'),
  help: z.string().describe('The fix'),
  url: z.string().describe('Page of the rule, relative to the project'),
  fingerprint: z.string().describe('Independent of line numbers and of the wording of the message'),
  related: z.array(related),
  derivation: z.string().optional().describe('<store name>.drv'),
  provenance: z
    .array(z.string())
    .optional()
    .describe('From the installable down to the leaking part'),
  outputs: count.optional(),
});

const suppressed = z.strictObject({
  rule: z.string(),
  path: z.string(),
  subject: z.string(),
  reason: z.string().optional().describe('Why it is accepted'),
  until: z.iso.date().optional().describe('Last day on which it is accepted'),
  by: z.enum(['policy', 'baseline', 'comment']),
});

const notChecked = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  path: z.string(),
  why: z.string(),
});

const lockedSource = z.strictObject({
  source: z.string().describe('Source identity, e.g. github:NixOS/nixpkgs'),
  ref: z.string().optional(),
  rev: z.string().optional(),
  narHash: z.string().optional(),
  lastModified: z.number().optional().describe('Seconds since 1970'),
});

const change = z.strictObject({
  class: z.string().describe('Id of the diff rule'),
  path: z.string().describe('The lock'),
  subject: z.string().describe('Input path'),
  from: lockedSource.optional().describe('Absent when the input is new'),
  to: lockedSource.optional().describe('Absent when the input is gone'),
  verdict: z.enum(['fail', 'review', 'note']),
  message: z.string().optional(),
  compareUrl: z.string().optional(),
  digest: z
    .string()
    .optional()
    .describe('What an entry of approved-changes names to accept exactly this change'),
  origin: z
    .strictObject({
      commit: z.string(),
      author: z.string(),
      time: z.number().describe("Committer's date, seconds since 1970"),
      subject: z.string(),
      via: z
        .enum(['pull request', 'merge', 'direct push'])
        .describe('Told by the parents and the subject of the commit alone'),
    })
    .optional()
    .describe('The commit that made the change, in an audit'),
});

/** The JSON report, version 1. Loaded only to publish or test the schema, never to write a report. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('nix-secure-lint'), version: z.string() }),
  summary: z.strictObject({
    errors: count,
    warnings: count,
    notices: count,
    suppressed: count,
    notChecked: count,
    changeRequests: count,
    files: count,
    derivations: count,
  }),
  findings: z.array(finding),
  suppressed: z.array(suppressed),
  notChecked: z.array(notChecked),
  changes: z.array(change),
});

export type JsonReport = z.infer<typeof reportSchema>;

/** The JSON Schema (draft 2020-12) of the report as indented JSON. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema);
  return `${JSON.stringify({ title: 'nix-secure-lint report', ...schema }, undefined, 2)}\n`;
}
