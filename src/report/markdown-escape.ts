import { codePointEscape, shownMessage } from './visible.ts';

/** Every ASCII punctuation character; CommonMark lets each be escaped with a backslash. */
const punctuation = /[!"#$%&'()*+,\-./:;<=>?[\\\]^_`{|}~]/g;

/** Punctuation that means nothing to GitHub's Markdown inside a line, spared for the reader of the source. */
const plain = new Set(['"', '%', "'", '!', '(', ')', ',', ';', '=', '?', '^', '{', '}', '/', '.']);

/** GitHub turns these into mentions and references after rendering, where backslashes are gone. */
const sigil = /[@#]/g;

/** GitHub reads formulas between dollar signs, escaped or not; its manual says to wrap a literal one so. */
const dollar = '<span>$</span>';

const zeroWidthSpace = '\u200B';

/** Foreign text as a code span: the fence is longer than any run of backticks inside. */
export function code(text: string): string {
  return span(shownMessage(text));
}

/**
 * The same for a table cell, where a pipe wants a backslash even inside a span; behind a backslash that
 * would end the cell, so there the pipe is spelt out.
 */
export function cellCode(text: string): string {
  const shown = shownMessage(text);
  return span(
    shown.replace(/(\\?)\|/g, (_, slash: string) =>
      slash === '' ? '\\|' : slash + codePointEscape('|'),
    ),
  );
}

function span(shown: string): string {
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padded = /^[` ]|[` ]$/.test(shown) || shown === '' ? ` ${shown} ` : shown;
  return `${fence}${padded}${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}

/**
 * A message as running text: what stands between backticks becomes a code span, of the rest nothing
 * means anything to Markdown, HTML, or GitHub's mentions, references and automatic links. Safe in tables.
 */
export function prose(text: string): string {
  const parts = shownMessage(text).split('`');
  return parts
    .map((part, index) => {
      const spanned = index % 2 === 1 && index < parts.length - 1;
      if (spanned) return part === '' ? '\\`\\`' : cellCode(part);
      return (index % 2 === 1 ? '\\`' : '') + escapedProse(part);
    })
    .join('');
}

function escapedProse(text: string): string {
  return text
    .replace(punctuation, escapedMark)
    .replace(sigil, (char) => `${char}${zeroWidthSpace}`)
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}\\.`);
}

function escapedMark(char: string, at: number, text: string): string {
  if (char === '$') return dollar;
  return plain.has(char) || isInert(char, at, text) ? char : `\\${char}`;
}

/**
 * Marks that mean something only in some places: a colon in `://`, where GitHub finds links; signs that
 * start a list at the start; an underscore anywhere but inside an ASCII word.
 */
function isInert(char: string, at: number, text: string): boolean {
  if (char === ':') return text[at + 1] !== '/';
  if (char === '-' || char === '+') return at > 0;
  return char === '_' && /^[A-Za-z0-9]_[A-Za-z0-9]$/.test(text.slice(Math.max(0, at - 1), at + 2));
}
