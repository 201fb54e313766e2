import type { NixExpr, NixStringPart } from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';

/** What a text between quotes says: escapes taken away, CR and CRLF made LF (lexer.l, unescapeStr). */
export function unescapeText(raw: string): string {
  if (!raw.includes('\\') && !raw.includes('\r')) return raw;
  return raw.replace(/\\([^])|\r\n?/g, (_, escaped: string | undefined) =>
    escaped === undefined ? '\n' : escapedCharacter(escaped),
  );
}

/** What an escape token of an indented string stands for: `''$`, `'''`, `''\x`, `$` or `'`. */
export function indentEscape(raw: string): string {
  if (raw.length === 4) return escapedCharacter(raw.slice(3));
  if (raw === "'''") return "''";
  return raw === "''$" ? '$' : raw;
}

function escapedCharacter(char: string): string {
  if (char === 'n') return '\n';
  if (char === 'r') return '\r';
  return char === 't' ? '\t' : char;
}

/** A token of an indented string before stripping; `indents` when its spaces count as indentation. */
export type IndentPiece =
  | {
      readonly kind: 'text';
      readonly value: string;
      readonly indents: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'expr'; readonly expr: NixExpr; readonly span: Span };

/**
 * Takes the common indentation off an indented string (parser-state.hh, stripIndentation). Only spaces
 * indent. Texts that become empty stay as parts: Nix 2.8 keeps them, later versions drop them.
 */
export function stripIndentation(pieces: readonly IndentPiece[]): NixStringPart[] {
  const strip = { indent: commonIndent(pieces), lineStart: true, dropped: 0 };
  return pieces.map((piece, index) => {
    if (piece.kind === 'expr') {
      strip.lineStart = false;
      strip.dropped = 0;
      return { type: 'interpolation', expr: piece.expr, span: piece.span };
    }
    const value = stripLines(piece.value, strip);
    const last = index === pieces.length - 1;
    return { type: 'text', value: last ? dropBlankLastLine(value) : value, span: piece.span };
  });
}

function dropBlankLastLine(value: string): string {
  const lineStart = value.lastIndexOf('\n') + 1;
  for (let at = lineStart; at < value.length; at++) if (value[at] !== ' ') return value;
  return lineStart > 0 ? value.slice(0, lineStart) : value;
}

/** Smallest indentation of a line that holds more than spaces. */
function commonIndent(pieces: readonly IndentPiece[]): number {
  // Nix starts from this number too: a string of nothing but spaces loses that many.
  let smallest = 1_000_000;
  let current = 0;
  let lineStart = true;
  const lineHasText = () => {
    if (lineStart) smallest = Math.min(smallest, current);
    lineStart = false;
  };
  for (const piece of pieces) {
    if (piece.kind === 'expr' || !piece.indents) {
      lineHasText();
      continue;
    }
    for (let at = 0; at < piece.value.length; at++) {
      const code = piece.value.charCodeAt(at);
      if (code === 10) {
        lineStart = true;
        current = 0;
      } else if (code !== 32) lineHasText();
      else if (lineStart) current++;
    }
  }
  return smallest;
}

type Strip = { readonly indent: number; lineStart: boolean; dropped: number };

/** Drops up to `indent` spaces at the start of each line; `strip` carries over to the next piece. */
function stripLines(text: string, strip: Strip): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 && strip.lineStart) {
      if (strip.dropped++ < strip.indent) {
        result += text.slice(from, at);
        from = at + 1;
      }
    } else if (code === 10) {
      strip.dropped = 0;
      strip.lineStart = true;
    } else if (strip.lineStart) {
      strip.lineStart = false;
      strip.dropped = 0;
    }
  }
  return result + text.slice(from);
}
