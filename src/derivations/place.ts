import type { DocumentOf } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { decodeQuoted, unescapeText } from '../parse/derivation/strings.ts';
import { lineOf } from '../parse/derivation/texts.ts';

/** What stands before structured attributes: JSON, whose strings are the texts that people wrote. */
const STRUCTURED = '("__json","';

/**
 * Line and value of a span in a scanned text. In a `.drv`, which is one line, the line is that of the
 * generated text: the string that holds the span, unescaped. The value never leaves this machine's memory.
 */
export function outermostText(
  { path, text }: DocumentOf<'text'>,
  span: Span,
): { readonly line: number; readonly value: string } {
  if (!path.endsWith('.drv')) {
    return { line: lineOf(text, span.start), value: text.slice(span.start, span.end) };
  }
  const start = stringStart(text, span.start);
  const outer = unescapeText(text.slice(start, span.start));
  const before = text.startsWith(STRUCTURED, start - STRUCTURED.length)
    ? unescapeText(outer.slice(stringStart(outer, outer.length)))
    : outer;
  return { line: lineOf(before, before.length), value: decodeQuoted(text, span) };
}

/** Offset behind the quote that opens the string around an offset: the last one not escaped. */
function stringStart(text: string, offset: number): number {
  for (let at = offset - 1; at >= 0; at--) {
    if (text[at] !== '"') continue;
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return 0;
}
