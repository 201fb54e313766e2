import { type Alphabet, alphabet, base64, base64url, has, hex, runEnd } from './alphabet.ts';
import { isPrintable, printableShare } from './encodings.ts';
import { HEX, LETTER, MIN_RUN, STANDARD, URL, type VisitRun } from './runs.ts';

/** A stretch of text that is text in another encoding. */
export type Decoded = {
  readonly start: number;
  readonly end: number;
  readonly encoding: string;
  readonly text: string;
};

/** Share of printable characters from which decoded bytes count as text. */
const MIN_PRINTABLE = 0.8;

/** Fewer hex digits decode to no secret (catalogue 4.1). */
const MIN_HEX = 32;

/** Lines of wrapped base64 are 64 (PEM) or 76 (MIME) characters long; shorter ones are not taken for wrapped. */
const MIN_WRAPPED = 48;
const MAX_LINES = 4096;

/** What a run decodes to, if that is text: hex when it is hex, else base64 or base64url. */
export function decodeRun(
  text: string,
  start: number,
  end: number,
  kinds: number,
): Decoded | undefined {
  if (kinds === HEX) return decodeHex(text, start, end);
  if ((kinds & STANDARD) !== 0 && (kinds & URL) !== 0) return undefined;
  if (!startsAsText(text, start)) return undefined;
  return decodeWrapped(text, start, end, (kinds & URL) === 0 ? 'base64' : 'base64url');
}

/**
 * Runs that mix both alphabets are several things beside each other: a path with a token in it,
 * `user-name/base64`. Cuts one at the characters that standard base64 lacks, then at those that
 * base64url lacks.
 */
export function forEachPiece(text: string, start: number, end: number, visit: VisitRun): void {
  cut(text, start, end, base64, visit, HEX | LETTER | STANDARD);
  cut(text, start, end, base64url, visit, HEX | LETTER | URL);
}

function cut(
  text: string,
  start: number,
  end: number,
  alphabet: Alphabet,
  visit: VisitRun,
  kinds: number,
): void {
  for (let from = start; from < end;) {
    const to = runEnd(text, from, alphabet, end - from);
    if (to - from >= MIN_RUN)
      visit(from, to, runEnd(text, from, hex, to - from) === to ? HEX : kinds);
    from = to + 1;
  }
}

function decodeHex(text: string, start: number, end: number): Decoded | undefined {
  if (end - start < MIN_HEX || (end - start) % 2 === 1 || !startsAsHexText(text, start))
    return undefined;
  const decoded = Buffer.from(text.slice(start, end), 'hex').toString('latin1');
  return printableShare(decoded) < MIN_PRINTABLE
    ? undefined
    : { start, end, encoding: 'hex', text: decoded };
}

/** Whether the first eight bytes of hex are mostly ASCII: most hex is a digest. */
function startsAsHexText(text: string, start: number): boolean {
  let printable = 0;
  for (let at = start; at < start + 16; at += 2) {
    const high = text.charCodeAt(at);
    // 2 to 7 as first digit, or 0 before a line break or tab.
    if (high >= 50 && high <= 55) printable++;
    else if (high === 48 && '9aAdD'.includes(text.charAt(at + 1))) printable++;
  }
  return printable >= 7;
}

/** The values of the base64 digits; both alphabets. */
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).replace('-', '+').replace('_', '/');
  return Math.max(
    0,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(character),
  );
});

/** Whether the first 16 digits decode to text: lets most runs go without decoding them. */
function startsAsText(text: string, start: number): boolean {
  // The first digit holds the upper six bits of an ASCII character: below 32 as a number.
  if (digit(text, start) >= 32 && digit(text, start + 4) >= 32) return false;
  let printable = 0;
  for (let at = start; at < start + 16; at += 4) {
    const bits =
      (digit(text, at) << 18) |
      (digit(text, at + 1) << 12) |
      (digit(text, at + 2) << 6) |
      digit(text, at + 3);
    if (isPrintable(bits >> 16)) printable++;
    if (isPrintable((bits >> 8) & 255)) printable++;
    if (isPrintable(bits & 255)) printable++;
  }
  return printable >= 10;
}

function digit(text: string, at: number): number {
  return digits[text.charCodeAt(at)] ?? 0;
}

/** Decodes a run together with the lines that continue it, when it is one line of wrapped base64. */
function decodeWrapped(
  text: string,
  start: number,
  firstEnd: number,
  encoding: string,
): Decoded | undefined {
  const parts = [text.slice(start, firstEnd)];
  const width = firstEnd - start;
  let end = firstEnd;
  const most = width < MIN_WRAPPED ? 1 : MAX_LINES;
  while (parts.length < most) {
    const next = nextLine(text, end);
    const lineEnd = runEnd(text, next, encoding === 'base64' ? base64 : base64url, width + 1);
    if (next === end || lineEnd === next || lineEnd - next > width || !endsLine(text, lineEnd))
      break;
    parts.push(text.slice(next, lineEnd));
    end = lineEnd;
    if (lineEnd - next < width) break;
  }
  const decoded = Buffer.from(parts.join(''), 'base64').toString('latin1');
  if (printableShare(decoded) < MIN_PRINTABLE) return undefined;
  return { start, end: runEnd(text, end, padding, 2), encoding, text: decoded };
}

const padding = alphabet('=');

/** Whether a line of base64 can end at an offset: padding, then a blank, a quote, an escape or nothing. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(runEnd(text, at, padding, 2));
  return Number.isNaN(code) || code <= 32 || code === 34 || code === 39 || code === 92;
}

/** Offset of the text after a line break, written out or as `\n`, and indentation; `from` when there is none. */
function nextLine(text: string, from: number): number {
  const escape = text.startsWith('\\r\\n', from) ? 4 : text.startsWith('\\n', from) ? 2 : 0;
  let at = from + escape;
  while (
    at < from + 80 &&
    (text.charCodeAt(at) === 10 ||
      text.charCodeAt(at) === 13 ||
      (at > from && ' \t'.includes(text.charAt(at))))
  )
    at++;
  return at;
}

/** Longest stretch of percent-encoded text taken as one. */
const MAX_PERCENT = 64 * 1024;

/** The words of a text that hold percent-encoded characters, decoded. */
export function* percentEncoded(text: string): Generator<Decoded> {
  let done = 0;
  for (
    let mark = text.indexOf('%');
    mark >= 0;
    mark = text.indexOf('%', Math.max(done, mark + 1))
  ) {
    if (!isEscape(text, mark)) continue;
    const start = wordStart(text, mark, Math.max(done, mark - MAX_PERCENT));
    const end = wordEnd(text, mark);
    done = end;
    const decoded = text
      .slice(start, end)
      .replace(/%[0-9a-fA-F]{2}/g, (escape) =>
        String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
      );
    if (printableShare(decoded) >= MIN_PRINTABLE)
      yield { start, end, encoding: 'percent', text: decoded };
  }
}

function isEscape(text: string, at: number): boolean {
  return has(hex, text.charCodeAt(at + 1)) && has(hex, text.charCodeAt(at + 2));
}

function wordStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && isWord(text.charCodeAt(at - 1))) at--;
  return at;
}

function wordEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_PERCENT);
  let at = from;
  while (at < limit && isWord(text.charCodeAt(at))) at++;
  return at;
}

/** Neither blank nor control, nor a quote, nor what sets parameters and fields apart. */
function isWord(code: number): boolean {
  return code > 32 && !has(wordEnders, code);
}

const wordEnders = alphabet('"\'`=&?,;<>');
