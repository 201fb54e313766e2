import type { Span } from '../model/span.ts';

/** A lexical unit of JSON. `bad` carries what is wrong with it; the reader goes on after it. */
export type JsonToken =
  | { readonly type: 'punctuation'; readonly text: string; readonly span: Span }
  | {
      readonly type: 'string';
      readonly value: string;
      readonly span: Span;
      readonly fault?: string;
    }
  | {
      readonly type: 'number';
      readonly value: number;
      readonly span: Span;
      readonly fault?: string;
    }
  | { readonly type: 'word'; readonly text: string; readonly span: Span }
  | { readonly type: 'bad'; readonly fault: string; readonly span: Span }
  | { readonly type: 'end'; readonly span: Span };

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[A-Za-z0-9_$+.-]+/y;
const PLAIN = /[^"\\\u0000-\u001f]+/y;
const ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Reads the token at or after `from`. The grammar is RFC 8259 as nlohmann::json lexes it, which is what
 * Nix reads locks with: no comments, control characters only escaped, surrogates only in pairs, and a
 * NUL byte between tokens ends the text.
 */
export function jsonToken(text: string, from: number): JsonToken {
  const start = skipSpace(text, from);
  if (start >= text.length || text[start] === '\0') {
    return { type: 'end', span: { start, end: start } };
  }
  const first = text[start] ?? '';
  if ('{}[]:,'.includes(first)) {
    return { type: 'punctuation', text: first, span: { start, end: start + 1 } };
  }
  if (first === '"') return stringToken(text, start);
  if (first === '-' || (first >= '0' && first <= '9')) return numberToken(text, start);
  return wordToken(text, start);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

function wordToken(text: string, start: number): JsonToken {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    return { type: 'word', text: word, span: { start, end: start + word.length } };
  }
  const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  return {
    type: 'bad',
    fault: `unexpected character ${JSON.stringify(text.slice(start, start + length))}`,
    span: { start, end: start + length },
  };
}

function numberToken(text: string, start: number): JsonToken {
  NUMBER.lastIndex = start;
  const lexeme = NUMBER.exec(text)?.[0] ?? '';
  WORD.lastIndex = start;
  const run = WORD.exec(text)?.[0] ?? '';
  const span = { start, end: start + Math.max(lexeme.length, run.length, 1) };
  if (lexeme === '' || lexeme !== run) {
    return { type: 'number', value: Number.NaN, span, fault: 'malformed number' };
  }
  const value = Number(lexeme);
  if (!Number.isFinite(value)) return { type: 'number', value, span, fault: 'number too large' };
  return { type: 'number', value, span };
}

/** Reads a string; after a fault it still finds the closing quote, so that the rest stays readable. */
function stringToken(text: string, start: number): JsonToken {
  const parts: string[] = [];
  let fault: string | undefined;
  let at = start + 1;
  while (at < text.length) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0] ?? '';
    if (plain !== '') parts.push(plain);
    at += plain.length;
    const next = text[at];
    if (next === '"') return finishedString(parts, { start, end: at + 1 }, fault);
    if (next === undefined || next === '\n' || next === '\r') break;
    if (next !== '\\') {
      fault ??= 'control character in a string, write it as \\u00XX';
      at++;
      continue;
    }
    const escape = readEscape(text, at);
    parts.push(escape.value);
    fault ??= escape.fault;
    at = escape.end;
  }
  return finishedString(parts, { start, end: Math.min(at, text.length) }, 'string is not closed');
}

function finishedString(
  parts: readonly string[],
  span: Span,
  fault: string | undefined,
): JsonToken {
  const value = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  return fault === undefined
    ? { type: 'string', value, span }
    : { type: 'string', value, span, fault };
}

type Escape = { readonly value: string; readonly end: number; readonly fault?: string };

function readEscape(text: string, at: number): Escape {
  const letter = text[at + 1] ?? '';
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (letter !== 'u') return { value: letter, end: at + 2, fault: 'unknown escape in a string' };
  const high = hexUnit(text, at + 2);
  if (high === undefined) return { value: '', end: at + 2, fault: '\\u needs four hex digits' };
  if (high < 0xd800 || high > 0xdfff) return { value: String.fromCharCode(high), end: at + 6 };
  const low = text.startsWith('\\u', at + 6) ? hexUnit(text, at + 8) : undefined;
  if (high > 0xdbff || low === undefined || low < 0xdc00 || low > 0xdfff) {
    return { value: '\ufffd', end: at + 6, fault: 'half of a surrogate pair' };
  }
  return { value: String.fromCharCode(high, low), end: at + 12 };
}

function hexUnit(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9A-Fa-f]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
