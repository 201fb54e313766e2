import { alphabet, has } from '../alphabet.ts';

/** A literal after a name: where its text stands without quotes. */
export type Literal = { readonly start: number; readonly end: number; readonly quoted: boolean };

/** Longest value read; judged values are shorter still. */
const MAX_VALUE = 1100;

/** A value without quotes ends sooner, so that nested assignments stay cheap. */
const MAX_BARE = 300;

/** White space allowed around an operator; aligned tables of assignments use some. */
const MAX_GAP = 32;

const blank = alphabet(' \t');
/** What stands between two members of an object. */
const separators = alphabet(' \t\r\n,;');
/** Characters that end a value without quotes in shell, INI, YAML, JSON and URLs. */
const bareEnders = alphabet(' \t\r\n"\'`,;<>|&(){}[]\\');

/** What stands before the name: `--` lets a value follow after a blank, `<` makes it an XML element. */
export type Notation = { readonly flag: boolean; readonly isElement: boolean };

/**
 * Reads the literal assigned to a name that ends at `from`: `=`, `:`, `:=`, `=>`, `+=` or `?=`,
 * then a quoted or bare value; or `--name value`, `<name>value</name>`, or the value as the next member,
 * as containers list their environment: `{"name": "X", "value": "…"}`. Undefined when none follows.
 */
export function literalAfter(
  text: string,
  from: number,
  { flag, isElement }: Notation,
): Literal | undefined {
  let at = closeKey(text, from);
  if (text.charAt(at) === '>' && from === at)
    return isElement ? until(text, at + 1, '</') : undefined;
  const spaced = skipBlanks(text, at);
  const operator = operatorEnd(text, spaced) ?? separateValue(text, from, at);
  if (operator === undefined && !(flag && spaced > at)) return undefined;
  at = skipBlanks(text, operator ?? spaced);
  const quote = quoteAt(text, at);
  if (quote !== undefined) return until(text, at + quote.length, quote);
  return bare(text, at);
}

/** Skips the quote that closes a quoted key, plain or escaped: `"key": …`, `\"key\": …`. */
function closeKey(text: string, from: number): number {
  let at = from;
  if (text.charAt(at) === '\\') at++;
  return '"\''.includes(text.charAt(at)) && at < text.length ? at + 1 : from;
}

function skipBlanks(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_GAP);
  let at = from;
  while (at < limit && has(blank, text.charCodeAt(at))) at++;
  return at;
}

function operatorEnd(text: string, at: number): number | undefined {
  const two = text.slice(at, at + 2);
  if (two === ':=' || two === '=>' || two === '+=' || two === '?=') return at + 2;
  return two.startsWith('=') || two.startsWith(':') ? at + 1 : undefined;
}

/** End of the operator after a member `value` that follows the name, whose quote ends at `closed`. */
function separateValue(text: string, from: number, closed: number): number | undefined {
  const limit = Math.min(text.length, closed + MAX_GAP);
  let at = closed;
  while (at < limit && has(separators, text.charCodeAt(at))) at++;
  // Prose has a blank in between: `the token value = …`.
  if (at === closed || (closed === from && !/[,;\n]/.test(text.slice(closed, at))))
    return undefined;
  const key = closeKey(text, at);
  if (text.slice(key, key + VALUE.length).toLowerCase() !== VALUE) return undefined;
  return operatorEnd(text, skipBlanks(text, closeKey(text, key + VALUE.length)));
}

const VALUE = 'value';

const quotes = ['\\"', "\\'", "''", '"', "'"] as const;

/** The opening quote at an offset. Two single quotes open a string in Nix and an empty one in shell. */
function quoteAt(text: string, at: number): string | undefined {
  const quote = quotes.find((candidate) => text.startsWith(candidate, at));
  // `'',` is an empty string of other languages.
  return quote === "''" && ',;)]}'.includes(text.charAt(at + 2)) ? undefined : quote;
}

function until(text: string, start: number, close: string): Literal | undefined {
  const limit = Math.min(text.length, start + MAX_VALUE);
  const first = close.charCodeAt(0);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === first && text.startsWith(close, at)) return { start, end: at, quoted: true };
    if (code === 10 && close !== "''") return undefined;
    if (code === 92 && close !== "''" && !close.startsWith('\\')) at++;
  }
  return undefined;
}

function bare(text: string, start: number): Literal | undefined {
  const limit = Math.min(text.length, start + MAX_BARE);
  let end = start;
  while (end < limit && !has(bareEnders, text.charCodeAt(end))) end++;
  if (end - start === MAX_BARE) return undefined;
  // A call or an index follows: the text is an expression.
  if ('([{'.includes(text.charAt(end)) && end < text.length) return undefined;
  return end > start ? { start, end, quoted: false } : undefined;
}
