import { gunzipSync } from 'node:zlib';
import { sarifProblems } from '../report/sarif-schema.ts';

/** The parts of request bodies these rules look at. */
export type Body = {
  readonly body?: string;
  readonly sarif?: string;
  readonly output?: { readonly annotations?: readonly CheckAnnotation[] };
  readonly [name: string]: unknown;
};
export type CheckAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly title?: string;
  readonly message: string;
};

/** What GitHub enforces and its description does not say; one clause for each violation. */
export function violationsOf(operation: string, body: Body): string[] {
  const violations = (body.output?.annotations ?? []).flatMap(annotationFaults);
  if ((body.body ?? '').length > 65_536) violations.push('a body above 65,536 characters');
  if (operation === 'code-scanning/upload-sarif') violations.push(...sarifFaults(body.sarif ?? ''));
  return violations;
}

function annotationFaults(annotation: CheckAnnotation): string[] {
  const { path, start_line: start, end_line: end, message, title = '' } = annotation;
  const faults = [
    [end < start, 'it ends before it starts'],
    [annotation.start_column !== undefined && start !== end, 'columns over several lines'],
    [Buffer.byteLength(message) > 65_536, 'a message above 64 KB'],
    [message === '', 'an empty message'],
    [title.length > 255, 'a title above 255 characters'],
    [/^(?:\/|\.\.?\/)|\\/.test(path), `the path ${path} is not relative`],
  ] as const;
  return faults.filter(([isFault]) => isFault).map(([, what]) => `annotation: ${what}`);
}

/** The document in an upload. */
export function sarifIn(encoded: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(encoded, 'base64')).toString('utf8'));
}

function sarifFaults(encoded: string): readonly string[] {
  if (!/^[A-Za-z0-9+/]+=*$/.test(encoded)) return ['sarif is not base64'];
  if (Buffer.from(encoded, 'base64').length > 10_000_000) return ['sarif above 10 MB'];
  return sarifProblems(sarifIn(encoded));
}
