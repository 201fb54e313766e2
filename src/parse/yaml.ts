import type { CST, Document as YamlDocument, Node, Pair } from 'yaml';
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';

import type { Unreadable } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { emptySpan } from '../model/span.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../model/yaml.ts';
import type { ScalarStyle } from './yaml-scalar.ts';
import { mapScalar } from './yaml-scalar.ts';

/** GitHub takes no workflow near this size; the largest real one known has 60 kB. */
export const MAX_TEXT = 1024 * 1024;
/** Parsing and composing recurse per level; workflows need about ten. */
const MAX_DEPTH = 100;
/** Every alias can repeat what others repeat. */
const MAX_ALIASES = 50;
/** Entries that merge keys may bring into mappings, all together. */
const MAX_MERGED = 5000;

export type YamlResult =
  | { readonly ok: true; readonly root: YamlNode }
  | { readonly ok: false; readonly fault: Unreadable };

/** Reads one YAML 1.2 document with positions. Total; repeated keys and a second document are faults. */
export function parseYaml(text: string): YamlResult {
  if (text.length > MAX_TEXT) return limit(`more than ${MAX_TEXT} characters`, emptySpan);
  const tokens = tokensOf(text);
  if ('deep' in tokens) return limit(`nesting deeper than ${MAX_DEPTH} levels`, tokens.deep);
  const options = { uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent' } as const;
  const [document, second] = [...new Composer(options).compose(tokens.read)];
  if (document === undefined) return broken('file is empty', emptySpan);
  const [error] = document.errors;
  if (error !== undefined) return broken(firstLine(error.message), onText(text, spanOf(error.pos)));
  if (second?.contents) return broken('more than one document in the file', spanOf(second.range));
  return convertDocument(document, text);
}

function firstLine(message: string): string {
  return `no valid YAML: ${message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? ''}`;
}

function broken(problem: string, at: Span): YamlResult {
  const help = 'Correct the YAML: one mapping, spaces for indentation, no key twice.';
  return { ok: false, fault: { cause: 'parse', problem, at, help } };
}

function limit(problem: string, at: Span): YamlResult {
  const help = 'Split the file, or leave it out by policy.';
  return { ok: false, fault: { cause: 'limit', problem, at, help } };
}

/** A place on an empty line, as after an unclosed bracket, moved back to the text before it. */
function onText(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.start);
  if (text.slice(start, end < 0 ? text.length : end).trim() !== '') return span;
  const last = text.slice(0, start).trimEnd().length;
  return last === 0 ? span : { start: last - 1, end: last };
}

function spanOf(range: readonly number[] | null | undefined): Span {
  const [start = 0, end = start] = range ?? [];
  return { start, end: Math.max(start, end) };
}

/** The tokens of a text, or the place where it nests too deep: the library recurses where levels end. */
function tokensOf(text: string): { readonly read: CST.Token[] } | { readonly deep: Span } {
  const parser = new Parser();
  const read: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    read.push(...parser.next(lexeme));
    // The first on the stack is the document.
    const deep = parser.stack[MAX_DEPTH + 1];
    if (deep !== undefined) return { deep: { start: deep.offset, end: deep.offset + 1 } };
  }
  read.push(...parser.end());
  return { read };
}

type Conversion = {
  readonly text: string;
  /** By anchor name, the latest definition; an alias sees the anchors before it. */
  readonly anchors: Map<string, YamlNode>;
  aliases: number;
  merged: number;
  fault: YamlResult | undefined;
};

function convertDocument(document: YamlDocument, text: string): YamlResult {
  const conversion: Conversion = {
    text,
    anchors: new Map(),
    aliases: 0,
    merged: 0,
    fault: undefined,
  };
  const root = convert(document.contents, conversion, 0);
  return conversion.fault ?? { ok: true, root };
}

function convert(node: Node | null | undefined, conversion: Conversion, at: number): YamlNode {
  if (node === null || node === undefined) return emptyScalar(at);
  const converted = convertNode(node, conversion);
  if ('anchor' in node && node.anchor !== undefined) {
    conversion.anchors.set(node.anchor, converted);
  }
  return converted;
}

function convertNode(node: Node, conversion: Conversion): YamlNode {
  const span = spanOf(node.range?.slice(0, 2));
  if (isAlias(node)) return convertAlias(node.source, span, conversion);
  if (isMap(node)) return convertMap(node.items, span, conversion);
  if (isSeq(node)) {
    const items = node.items.map((item) => convertUnknown(item, conversion, span.start));
    return { kind: 'seq', items, span };
  }
  return isScalar(node) ? convertScalar(node, span, conversion) : emptyScalar(span.start);
}

/** Items and values of collections are nodes or nothing once a text has been composed. */
function convertUnknown(item: unknown, conversion: Conversion, at: number): YamlNode {
  if (isAlias(item) || isMap(item) || isSeq(item) || isScalar(item)) {
    return convert(item, conversion, at);
  }
  return emptyScalar(at);
}

function convertAlias(name: string, span: Span, conversion: Conversion): YamlNode {
  conversion.aliases++;
  if (conversion.aliases > MAX_ALIASES) {
    conversion.fault ??= limit(`more than ${MAX_ALIASES} aliases`, span);
  }
  const anchored = conversion.anchors.get(name);
  if (anchored === undefined) conversion.fault ??= broken('alias without its anchor', span);
  return anchored ?? emptyScalar(span.start);
}

function convertMap(items: readonly Pair[], span: Span, conversion: Conversion): YamlMap {
  const entries = new Map<string, YamlEntry>();
  const merges: YamlNode[] = [];
  for (const { key, value } of items) {
    const name = convertUnknown(key, conversion, span.start);
    const node = convertUnknown(value, conversion, name.span.end);
    if (name.kind !== 'scalar') continue;
    const text = name.value.text;
    if (text === '<<') merges.push(node);
    else if (entries.has(text)) conversion.fault ??= broken(`key "${text}" twice`, name.span);
    else entries.set(text, { key: text, keySpan: name.span, value: node });
  }
  for (const source of merges) mergeInto(entries, source, conversion);
  return { kind: 'map', entries, span };
}

/** `<<: *a` and `<<: [*a, *b]`: what is there already stays. Merged mappings carry their own merges. */
function mergeInto(
  entries: Map<string, YamlEntry>,
  source: YamlNode,
  conversion: Conversion,
): void {
  for (const map of source.kind === 'seq' ? source.items : [source]) {
    if (map.kind !== 'map') continue;
    for (const [name, entry] of map.entries) {
      if (entries.has(name)) continue;
      conversion.merged++;
      if (conversion.merged > MAX_MERGED) {
        conversion.fault ??= limit(`more than ${MAX_MERGED} merged keys`, map.span);
        return;
      }
      entries.set(name, entry);
    }
  }
}

type ScalarNode = {
  readonly source?: string;
  readonly value: unknown;
  readonly srcToken?: unknown;
};

function convertScalar(node: ScalarNode, span: Span, conversion: Conversion): YamlScalar {
  const text = node.source ?? '';
  // The composer leaves the token a scalar was made from here; the type of the field does not say so for every node.
  const token = node.srcToken as CST.FlowScalar | CST.BlockScalar | undefined;
  const style = token === undefined ? undefined : styleOf(token.type);
  if (token === undefined || style === undefined) {
    return { kind: 'scalar', value: mapScalar(text, text, span.start, 'plain'), span };
  }
  const start = token.offset + headerLength(token);
  const written = conversion.text.slice(start, start + token.source.length);
  return { kind: 'scalar', value: mapScalar(text, written, start, style), span };
}

const styles: ReadonlyMap<string, ScalarStyle> = new Map([
  ['scalar', 'plain'],
  ['single-quoted-scalar', 'single'],
  ['double-quoted-scalar', 'double'],
  ['block-scalar', 'block'],
]);

function styleOf(type: string): ScalarStyle | undefined {
  return styles.get(type);
}

/** What stands between the start of a block scalar and its text: `|-`, a comment, the line break. */
function headerLength(token: CST.FlowScalar | CST.BlockScalar): number {
  if (token.type !== 'block-scalar') return 0;
  return token.props.reduce(
    (length, prop) => length + ('source' in prop ? prop.source.length : 0),
    0,
  );
}

function emptyScalar(at: number): YamlScalar {
  const span = { start: at, end: at };
  return { kind: 'scalar', value: { text: '', locate: () => at }, span };
}
