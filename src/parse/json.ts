import type { JsonMember, JsonValue } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { jsonToken, type JsonToken } from './json-tokens.ts';

/** Deepest nesting we read. Nix has no limit, but no lock nests deeper than 5; recursion over it stays cheap. */
export const MAX_JSON_DEPTH = 200;
/** A text with more faults than this is not JSON at all; the rest would say nothing new. */
const MAX_JSON_FAULTS = 20;

export type JsonFault = {
  readonly cause: 'parse' | 'limit';
  readonly message: string;
  readonly span: Span;
};

/** `value` is what could be read; it is complete exactly when there are no faults. */
export type JsonText = {
  readonly value: JsonValue | undefined;
  readonly faults: readonly JsonFault[];
};

type OpenObject = {
  readonly type: 'object';
  readonly members: JsonMember[];
  readonly start: number;
  /** The name whose value comes next. */
  pending: { readonly name: string; readonly nameSpan: Span } | undefined;
};
type OpenArray = { readonly type: 'array'; readonly items: JsonValue[]; readonly start: number };

/** What the reader takes next. */
type Expected = 'value' | 'item-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma' | 'end';

type Reader = {
  readonly faults: JsonFault[];
  readonly open: (OpenObject | OpenArray)[];
  expected: Expected;
  root: JsonValue | undefined;
  done: boolean;
};

type Token = Exclude<JsonToken, { readonly type: 'end' } | { readonly type: 'bad' }>;

/**
 * Reads JSON text and keeps the span of every name and value and every repeated name. Accepts what Nix's
 * reader (nlohmann::json) accepts, a leading byte order mark included. Never throws; after a fault it
 * reads on, so that several mistakes in one file are all known.
 */
export function parseJson(text: string): JsonText {
  const reader: Reader = { faults: [], open: [], expected: 'value', root: undefined, done: false };
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (!reader.done) {
    const token = jsonToken(text, at);
    if (token.type === 'end') finish(reader, token.span);
    else if (token.type === 'bad') fault(reader, token.fault, token.span);
    else take(reader, token);
    at = token.span.end;
    if (reader.faults.length >= MAX_JSON_FAULTS) reader.done = true;
  }
  return { value: reader.root, faults: reader.faults };
}

function fault(reader: Reader, message: string, span: Span): void {
  reader.faults.push({ cause: 'parse', message, span });
}

function take(reader: Reader, token: Token): void {
  if ((token.type === 'string' || token.type === 'number') && token.fault !== undefined) {
    fault(reader, token.fault, token.span);
  }
  switch (reader.expected) {
    case 'value':
    case 'item-or-close':
      return takeValue(reader, token);
    case 'name':
    case 'name-or-close':
      return takeName(reader, token);
    case 'colon':
      return takeColon(reader, token);
    case 'comma':
      return takeComma(reader, token);
    case 'end':
      fault(reader, 'unexpected text after the value', token.span);
      reader.done = true;
  }
}

function takeValue(reader: Reader, token: Token): void {
  switch (token.type) {
    case 'string':
      return place(reader, { type: 'string', value: token.value, span: token.span });
    case 'number':
      return place(reader, { type: 'number', value: token.value, span: token.span });
    case 'word':
      return takeWord(reader, token.text, token.span);
    case 'punctuation':
      break;
  }
  if (token.text === '{' || token.text === '[') return enter(reader, token.text, token.span);
  if (token.text === ']' || token.text === '}') {
    if (reader.expected === 'value') fault(reader, 'expected a value', token.span);
    return leave(reader, token.text, token.span);
  }
  fault(reader, `expected a value, found ${JSON.stringify(token.text)}`, token.span);
}

function takeWord(reader: Reader, word: string, span: Span): void {
  if (word === 'true' || word === 'false') {
    return place(reader, { type: 'boolean', value: word === 'true', span });
  }
  if (word !== 'null') fault(reader, 'expected a value, found a bare word', span);
  place(reader, { type: 'null', span });
}

function takeName(reader: Reader, token: Token): void {
  const top = reader.open.at(-1);
  if (token.type === 'string' && top?.type === 'object') {
    top.pending = { name: token.value, nameSpan: token.span };
    reader.expected = 'colon';
    return;
  }
  if (token.type === 'punctuation' && (token.text === '}' || token.text === ']')) {
    if (reader.expected === 'name') fault(reader, 'comma before the closing brace', token.span);
    return leave(reader, token.text, token.span);
  }
  fault(reader, 'expected a name in double quotes', token.span);
}

function takeColon(reader: Reader, token: Token): void {
  reader.expected = 'value';
  if (token.type === 'punctuation' && token.text === ':') return;
  fault(reader, 'expected ":" after the name', token.span);
  takeValue(reader, token);
}

function takeComma(reader: Reader, token: Token): void {
  const inObject = reader.open.at(-1)?.type === 'object';
  if (token.type === 'punctuation' && token.text === ',') {
    reader.expected = inObject ? 'name' : 'value';
    return;
  }
  if (token.type === 'punctuation' && (token.text === '}' || token.text === ']')) {
    return leave(reader, token.text, token.span);
  }
  fault(reader, `expected "," or "${inObject ? '}' : ']'}"`, token.span);
  reader.expected = inObject ? 'name' : 'value';
  if (inObject) takeName(reader, token);
  else takeValue(reader, token);
}

function enter(reader: Reader, bracket: '{' | '[', span: Span): void {
  if (reader.open.length >= MAX_JSON_DEPTH) {
    const message = `nested deeper than ${MAX_JSON_DEPTH} levels`;
    reader.faults.push({ cause: 'limit', message, span });
    reader.done = true;
    return;
  }
  const start = span.start;
  if (bracket === '{') reader.open.push({ type: 'object', members: [], start, pending: undefined });
  else reader.open.push({ type: 'array', items: [], start });
  reader.expected = bracket === '{' ? 'name-or-close' : 'item-or-close';
}

function leave(reader: Reader, bracket: '}' | ']', span: Span): void {
  const container = reader.open.pop();
  if (container === undefined) return fault(reader, `unexpected "${bracket}"`, span);
  const closer = container.type === 'object' ? '}' : ']';
  if (closer !== bracket) fault(reader, `expected "${closer}", found "${bracket}"`, span);
  place(reader, closed(container, span.end));
}

function closed(container: OpenObject | OpenArray, end: number): JsonValue {
  const span = { start: container.start, end };
  return container.type === 'object'
    ? { type: 'object', members: container.members, span }
    : { type: 'array', items: container.items, span };
}

/** Puts a finished value where it belongs: under the pending name, into the list, or at the root. */
function place(reader: Reader, value: JsonValue): void {
  const top = reader.open.at(-1);
  if (top === undefined) {
    reader.root = value;
    reader.expected = 'end';
    return;
  }
  reader.expected = 'comma';
  if (top.type === 'array') {
    top.items.push(value);
    return;
  }
  if (top.pending !== undefined) top.members.push({ ...top.pending, value });
  top.pending = undefined;
}

function finish(reader: Reader, span: Span): void {
  reader.done = true;
  if (reader.expected === 'end') return;
  const inside = reader.open.at(-1);
  const where = inside === undefined ? 'before a value' : `inside an ${inside.type}`;
  fault(reader, `text ends ${where}`, span);
  while (reader.open.length > 0) {
    const container = reader.open.pop();
    if (container !== undefined) place(reader, closed(container, span.end));
  }
}
