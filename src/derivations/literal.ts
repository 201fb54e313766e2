import type { Source } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** A shorter value occurs anywhere by chance. */
const MIN_LENGTH = 6;

/** Where in the repository a value was written. */
export type LiteralPlace = { readonly path: string; readonly span: Span };

/**
 * The one place in the given texts where a value stands, as it is or escaped as in a Nix string; undefined
 * when there is none or more than one, because a guess would annotate the wrong line. Of a value of several
 * lines the longest line is searched for. Best effort: values that Nix computes are not found.
 */
export function locateLiteral(value: string, sources: Iterable<Source>): LiteralPlace | undefined {
  const wanted = longestLine(value);
  if (wanted.length < MIN_LENGTH) return undefined;
  const spellings = new Set([wanted, quoted(wanted), indented(wanted)]);
  let place: LiteralPlace | undefined;
  for (const { path, text } of sources) {
    for (const spelling of spellings) {
      const start = text.indexOf(spelling);
      if (start < 0) continue;
      if (place !== undefined || text.includes(spelling, start + spelling.length)) return undefined;
      place = { path, span: { start, end: start + spelling.length } };
    }
  }
  return place;
}

function longestLine(value: string): string {
  let longest = '';
  for (const line of value.split('\n')) {
    const text = line.trim();
    if (text.length > longest.length) longest = text;
  }
  return longest;
}

/** As between `"`. */
function quoted(text: string): string {
  return text.replace(/[\\"]|\$\{/g, (found) => `\\${found}`).replaceAll('\t', '\\t');
}

/** As between `''`. */
function indented(text: string): string {
  return text.replace(/''|\$\{/g, (found) => (found === "''" ? "'''" : `''${found}`));
}
