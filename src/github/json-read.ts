import type { Change, Report } from '../model/report.ts';
import type { Place } from '../model/span.ts';
import { reportSchema, type JsonReport } from '../report/json-schema.ts';

/** A report of 5,000 findings has two megabytes. */
export const maxReportBytes = 5 * 1_048_576;

/**
 * Reads a JSON report of version 1 that somebody else may have written: what is not exactly of its form
 * gives undefined. Every text in it stays foreign; reporters escape as ever. Nothing that only the code
 * knows comes back: no file texts, no fixes, no graphs.
 */
export function readJsonReport(text: string): Report | undefined {
  if (Buffer.byteLength(text) > maxReportBytes) return undefined;
  const read = reportSchema.safeParse(parsed(text));
  return read.success ? reportOf(read.data) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportOf(json: JsonReport): Report {
  // A span is an index here: the places were computed where the texts were.
  const places: Place[] = [];
  const spanOf = ({ line, column, endLine = line, endColumn = column }: SomePlace) => {
    places.push({ line, column, endLine, endColumn });
    return { start: places.length - 1, end: places.length - 1 };
  };
  const findings = json.findings.map(({ provenance, derivation, outputs, ...finding }) => ({
    rule: finding.rule,
    reason: finding.reason,
    severity: finding.severity,
    path: finding.path,
    span: spanOf(finding),
    subject: finding.subject,
    message: finding.message,
    help: finding.help,
    fingerprint: finding.fingerprint,
    related: finding.related.map((one) => ({
      path: one.path,
      span: spanOf(one),
      message: one.message,
    })),
    ...(provenance && { provenance }),
    ...(derivation !== undefined && { derivation }),
    ...(outputs !== undefined && { outputs }),
  }));
  const isClean = findings.length === 0 && json.notChecked.length === 0;
  return {
    version: json.tool.version,
    profile: 'default',
    failOn: 'never',
    root: '',
    findings,
    suppressed: [],
    notChecked: json.notChecked,
    // Parsed JSON has no member that is undefined, which is all that tells the two types apart.
    changes: json.changes as readonly Change[],
    changeRequests: json.summary.changeRequests,
    counts: { files: json.summary.files, derivations: json.summary.derivations },
    texts: new Map(),
    places: (_path, { start }) => places[start] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 },
    rules: [],
    graphs: [],
    conclusion: { exitCode: isClean ? 0 : 1, why: '' },
    notes: ['This was reported by a run on the proposed change itself.'],
  };
}

type SomePlace = Pick<Place, 'line' | 'column'> & {
  readonly endLine?: number;
  readonly endColumn?: number;
};
