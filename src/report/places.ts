import type { Report } from '../model/report.ts';
import type { LineIndex, Place, Span } from '../model/span.ts';
import { lineIndex } from '../model/span.ts';

export type { Place };

export type Places = (path: string, span: Span) => Place;

/** Turns spans of a report into places. What has no text (a store path, say) is at line 1, column 1. */
export function placesOf(report: Pick<Report, 'texts' | 'places'>): Places {
  if (report.places !== undefined) return report.places;
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
