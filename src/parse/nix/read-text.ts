import type {
  NixExpr,
  NixInterpolation,
  NixPath,
  NixString,
  NixStringPart,
  NixText,
} from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';
import { indentEscape, stripIndentation, unescapeText, type IndentPiece } from './cook.ts';
import {
  endOf,
  expect,
  peek,
  report,
  skipPast,
  spanFrom,
  startOf,
  takeText,
  type Parser,
} from './parser.ts';
import { T } from './token.ts';

/** Reads `"…"`. */
export function readString(p: Parser): NixString {
  const start = startOf(p);
  p.at++;
  const parts: NixStringPart[] = [];
  while (peek(p) === T.text || peek(p) === T.antiquote) {
    parts.push(peek(p) === T.text ? readText(p, unescapeText) : readInterpolation(p));
  }
  expect(p, T.quote, 'the end of the string');
  return { type: 'string', indented: false, parts, span: spanFrom(p, start) };
}

/** Reads `''…''`, indentation stripped. */
export function readIndented(p: Parser): NixString {
  const start = startOf(p);
  p.at++;
  const pieces: IndentPiece[] = [];
  for (let piece = readPiece(p); piece !== undefined; piece = readPiece(p)) pieces.push(piece);
  expect(p, T.indentClose, 'the end of the indented string');
  const parts = stripIndentation(pieces);
  return { type: 'string', indented: true, parts, span: spanFrom(p, start) };
}

function readPiece(p: Parser): IndentPiece | undefined {
  const kind = peek(p);
  if (kind === T.antiquote) {
    const { expr, span } = readInterpolation(p);
    return { kind: 'expr', expr, span };
  }
  if (kind !== T.indentText && kind !== T.indentEscape) return undefined;
  const indents = kind === T.indentText;
  const { value, span } = readText(p, indents ? asIs : indentEscape);
  return { kind: 'text', value, indents, span };
}

/** Reads a path; Nix takes a second text piece (`a/b//c`) only with an interpolation after it. */
export function readPath(p: Parser): NixPath {
  const start = startOf(p);
  const parts: NixStringPart[] = [readText(p, asIs)];
  if (peek(p) === T.pathText && peek(p, 1) !== T.antiquote) {
    report(p, 'path has an empty segment');
  }
  while (peek(p) === T.pathText || peek(p) === T.antiquote) {
    parts.push(peek(p) === T.pathText ? readText(p, asIs) : readInterpolation(p));
  }
  expect(p, T.pathEnd, 'the end of the path');
  return { type: 'path', parts, span: spanFrom(p, start) };
}

/** Reads `${ expression }`. */
export function readInterpolation(p: Parser): NixInterpolation {
  const start = startOf(p);
  p.at++;
  const expr: NixExpr = p.expression();
  if (!expect(p, T.braceClose, "'}'")) skipPast(p, T.braceClose);
  if (p.tokens.kinds[p.at - 1] !== T.braceClose && peek(p) === T.braceClose) p.at++;
  return { type: 'interpolation', expr, span: spanFrom(p, start) };
}

function readText(p: Parser, cook: (raw: string) => string): NixText {
  const span: Span = { start: startOf(p), end: p.tokens.ends[p.at] ?? endOf(p) };
  const raw = takeText(p);
  if (raw.includes('\0')) {
    p.errors.push({ cause: 'parse', message: 'string contains a NUL character', span });
  }
  return { type: 'text', value: cook(raw), span };
}

function asIs(raw: string): string {
  return raw;
}
