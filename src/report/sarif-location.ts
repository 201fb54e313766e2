import type { Location } from 'sarif';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Places } from './places.ts';

const loneSurrogate = /\p{Cs}/gu;

/**
 * A path as a relative, percent-encoded URI (RFC 3986) that cannot climb out of the repository. Store
 * paths lose their leading slash: code scanning refuses absolute locations.
 */
export function sarifUri(report: Pick<Report, 'root'>, path: string): string {
  const full = path.startsWith('/') ? path : `${report.root}/${path}`;
  const uri = full
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map((segment) => encodeURIComponent(segment.replace(loneSurrogate, '\u{FFFD}')))
    .join('/');
  return uri === '' ? '.' : uri;
}

/** A location as code scanning wants it: URI and a region with an exclusive end. */
export function sarifLocation(
  report: Pick<Report, 'root'>,
  place: Places,
  path: string,
  span: Span,
): Location {
  const { line, column, endLine, endColumn } = place(path, span);
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(report, path), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
