import type { Report } from '../model/report.ts';
import type { LineIndex, Span } from '../model/span.ts';
import { lineIndex } from '../model/span.ts';

/** Where something stands: 1-based, columns in UTF-16 code units, the end exclusive. */
export type Place = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

export type Places = (path: string, span: Span) => Place;

/** Turns spans of a report into places. What has no text (a store path, say) is at line 1, column 1. */
export function placesOf(report: Pick<Report, 'texts'>): Places {
  const indexes = new Map<string, LineIndex>();
  return (path, span) => {
    const text = report.texts.get(path);
    if (text === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const index = indexes.get(path) ?? lineIndex(text);
    indexes.set(path, index);
    const start = index.position(span.start);
    const end = index.position(Math.max(span.start, span.end));
    return { ...start, endLine: end.line, endColumn: end.column };
  };
}

/** The path from the top of the repository; undefined for what lies outside it, e.g. a store path. */
export function repositoryPath(report: Pick<Report, 'root'>, path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  return report.root === '' ? path : `${report.root}/${path}`;
}
