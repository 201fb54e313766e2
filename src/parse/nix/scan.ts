import type { NixFault } from '../../model/nix.ts';
import { is, pathPart, schemePart, skip } from './chars.ts';

/** Where the lexer stands and what it has found; `modes` is what each open brace or quote returns to. */
export type Scan = {
  readonly text: string;
  at: number;
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly comments: number[];
  readonly errors: NixFault[];
  readonly modes: Mode[];
  /** Ends of the runs of path and of scheme characters seen last: each run is measured once. */
  pathRunEnd: number;
  schemeRunEnd: number;
  /** Whether some `/*` was found to have no end, so that no later one is searched for again. */
  unclosedComment: boolean;
};
export type Mode = 'code' | 'string' | 'indented' | 'path';

export function startScan(text: string): Scan {
  return {
    text,
    at: 0,
    kinds: [],
    starts: [],
    ends: [],
    comments: [],
    errors: [],
    modes: [],
    pathRunEnd: 0,
    schemeRunEnd: 0,
    unclosedComment: false,
  };
}

/** Emits the token from the present place to `end` and moves there. */
export function emit(scan: Scan, kind: number, end: number): void {
  scan.kinds.push(kind);
  scan.starts.push(scan.at);
  scan.ends.push(end);
  scan.at = end;
}

export function fault(scan: Scan, start: number, end: number, message: string): void {
  scan.errors.push({ cause: 'parse', message, span: { start, end } });
}

/** End of the run of path characters around an offset; linear over the whole text. */
export function pathRun(scan: Scan, at: number): number {
  if (at >= scan.pathRunEnd) scan.pathRunEnd = skip(scan.text, at, pathPart);
  return is(scan.text, at, pathPart) ? scan.pathRunEnd : at;
}

/** End of the run of URI scheme characters around an offset; linear over the whole text. */
export function schemeRun(scan: Scan, at: number): number {
  if (at >= scan.schemeRunEnd) scan.schemeRunEnd = skip(scan.text, at, schemePart);
  return is(scan.text, at, schemePart) ? scan.schemeRunEnd : at;
}

export function opens(text: string, at: number): boolean {
  return text.charCodeAt(at) === 36 && text.charCodeAt(at + 1) === 123;
}
