import { digit, idPart, idStart, is, letter, pathPart, skip, space, uriPart } from './chars.ts';
import { lexIndented, lexPath, lexString, pathSegmentsEnd } from './lex-text.ts';
import { emit, fault, opens, pathRun, schemeRun, startScan, type Scan } from './scan.ts';
import { keywords, T, type Tokens } from './token.ts';

/**
 * Splits a whole text into tokens as src/libexpr/lexer.l does: the longest match wins, quotes, `${` and
 * braces switch between modes. A NUL outside strings and comments ends the text, as it does for Nix.
 * Never fails: what is no token is a fault and left out.
 */
export function lex(text: string): Tokens {
  const scan = startScan(text);
  for (;;) {
    const mode = scan.modes.at(-1);
    if (mode === 'string') lexString(scan);
    else if (mode === 'indented') lexIndented(scan);
    else if (mode === 'path') lexPath(scan);
    else if (!lexCode(scan)) break;
  }
  emit(scan, T.end, scan.at);
  return scan;
}

/** Reads one token, comment or blank outside strings; false at the end of the text. */
function lexCode(scan: Scan): boolean {
  const { text, at } = scan;
  if (at >= text.length || text.charCodeAt(at) === 0) return false;
  if (is(text, at, space)) scan.at = skip(text, at, space);
  else if (text[at] === '#') lineComment(scan);
  else if (text[at] === '/' && text[at + 1] === '*') blockComment(scan);
  else if (!lexPathOrUri(scan)) lexShort(scan);
  return true;
}

function lineComment(scan: Scan): void {
  let end = scan.at + 1;
  while (end < scan.text.length && !isLineBreak(scan.text.charCodeAt(end))) end++;
  scan.comments.push(scan.at, end);
  scan.at = end;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function blockComment(scan: Scan): void {
  const close = scan.unclosedComment ? -1 : scan.text.indexOf('*/', scan.at + 2);
  if (close < 0) {
    if (!scan.unclosedComment) fault(scan, scan.at, scan.at + 2, 'comment is never closed');
    scan.unclosedComment = true;
    scan.at += 2;
    return;
  }
  scan.comments.push(scan.at, close + 2);
  scan.at = close + 2;
}

/** Reads `a/b`, `/a`, `~/a`, `a/${`, `<a/b>` or `a:b`, the tokens that outrun every other; else false. */
function lexPathOrUri(scan: Scan): boolean {
  const { text, at } = scan;
  const start = text[at] === '~' && text[at + 1] === '/' ? at + 1 : at;
  const run = pathRun(scan, start);
  if (text[run] === '/') {
    if (is(text, run + 1, pathPart)) return startPath(scan, pathSegmentsEnd(scan, run));
    if (opens(text, run + 1)) return startPath(scan, run + 1);
  }
  if (text[at] === '<') return lexSearchPath(scan);
  if (!is(text, at, letter)) return false;
  const colon = schemeRun(scan, at);
  if (text[colon] !== ':' || !is(text, colon + 1, uriPart)) return false;
  emit(scan, T.uri, skip(text, colon + 1, uriPart));
  return true;
}

function startPath(scan: Scan, end: number): boolean {
  emit(scan, T.path, end);
  scan.modes.push('path');
  return true;
}

function lexSearchPath(scan: Scan): boolean {
  const { text, at } = scan;
  if (!is(text, at + 1, pathPart)) return false;
  const run = pathRun(scan, at + 1);
  const end = text[run] === '/' ? pathSegmentsEnd(scan, run) : run;
  if (text[end] !== '>' || text[end - 1] === '/') return false;
  emit(scan, T.searchPath, end + 1);
  return true;
}

function lexShort(scan: Scan): void {
  const { text, at } = scan;
  if (is(text, at, idStart)) {
    const end = skip(text, at, idPart);
    // No keyword is longer than seven letters: nothing longer needs to be cut out and looked up.
    const keyword = end - at > 7 ? undefined : keywords.get(text.slice(at, end));
    return emit(scan, keyword ?? T.identifier, end);
  }
  if (is(text, at, digit) || (text[at] === '.' && is(text, at + 1, digit))) return lexNumber(scan);
  lexSymbol(scan);
}

/** `[1-9][0-9]*\.[0-9]*` or `0?\.[0-9]+`, each with an exponent, is a float; `00.5` is `00` and `.5`. */
function lexNumber(scan: Scan): void {
  const { text, at } = scan;
  const whole = skip(text, at, digit);
  const leadingZero = text[at] === '0' && (whole > at + 1 || !is(text, whole + 1, digit));
  if (text[whole] !== '.' || leadingZero) return emit(scan, T.integer, whole);
  const fraction = skip(text, whole + 1, digit);
  emit(scan, T.float, exponentEnd(text, fraction));
}

function exponentEnd(text: string, at: number): number {
  if (text[at] !== 'e' && text[at] !== 'E') return at;
  const start = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
  return is(text, start, digit) ? skip(text, start, digit) : at;
}

/** Kinds of one-character tokens by code unit; 0 for none. */
const single = new Uint8Array(128);
/** Kinds of two-character tokens by both code units. */
const double = new Map<number, number>();

function addSymbols(table: Readonly<Record<string, number>>): void {
  for (const [symbol, kind] of Object.entries(table)) {
    if (symbol.length === 1) single[symbol.charCodeAt(0)] = kind;
    else double.set(pair(symbol, 0), kind);
  }
}

function pair(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

addSymbols({
  '==': T.equal,
  '!=': T.notEqual,
  '<=': T.lessEqual,
  '>=': T.greaterEqual,
  '&&': T.and,
  '||': T.orElse,
  '->': T.implies,
  '//': T.update,
  '++': T.concat,
  '|>': T.pipeInto,
  '<|': T.pipeFrom,
  '${': T.antiquote,
  "''": T.indentOpen,
  '"': T.quote,
  '{': T.braceOpen,
  '}': T.braceClose,
  '(': T.parenOpen,
  ')': T.parenClose,
  '[': T.bracketOpen,
  ']': T.bracketClose,
  ';': T.semicolon,
  ':': T.colon,
  ',': T.comma,
  '@': T.at,
  '?': T.question,
  '.': T.dot,
  '=': T.assign,
  '!': T.not,
  '<': T.less,
  '>': T.greater,
  '+': T.plus,
  '-': T.minus,
  '*': T.times,
  '/': T.divide,
});

function lexSymbol(scan: Scan): void {
  const { text, at } = scan;
  if (text[at] === '.' && text.startsWith('...', at)) return emit(scan, T.ellipsis, at + 3);
  const two = at + 1 < text.length ? double.get(pair(text, at)) : undefined;
  const kind = two ?? single[text.charCodeAt(at)] ?? 0;
  if (kind === 0) return notAToken(scan);
  emit(scan, kind, two === undefined ? at + 1 : at + 2);
  switchMode(scan, kind);
}

function switchMode(scan: Scan, kind: number): void {
  if (kind === T.quote) scan.modes.push('string');
  else if (kind === T.indentOpen) openIndented(scan);
  else if (kind === T.braceOpen || kind === T.antiquote) scan.modes.push('code');
  else if (kind === T.braceClose) scan.modes.pop();
}

/** The opening quotes swallow the rest of their line when it is only spaces. */
function openIndented(scan: Scan): void {
  let end = scan.at;
  while (scan.text.charCodeAt(end) === 32) end++;
  if (scan.text.charCodeAt(end) === 10) {
    scan.at = end + 1;
    scan.ends[scan.ends.length - 1] = scan.at;
  }
  scan.modes.push('indented');
}

/** A run of characters beyond ASCII makes one fault. */
function notAToken(scan: Scan): void {
  const { text, at } = scan;
  let end = at + 1;
  while (text.charCodeAt(at) > 127 && text.charCodeAt(end) > 127) end++;
  fault(
    scan,
    at,
    end,
    `unexpected character ${JSON.stringify(text.slice(at, Math.min(end, at + 2)))}`,
  );
  scan.at = end;
}
