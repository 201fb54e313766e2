import { isAlias, isMap, isPair, isScalar, isSeq, Lexer, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Span } from '../model/span.ts';
import type { Flaw } from './fault.ts';
import { maxSettingsLength } from './limits.ts';
import type { Place, Tree } from './tree.ts';
import { placeKey } from './tree.ts';

/**
 * Most tokens read: an entry of an inventory has some twenty. The library takes microseconds for
 * each, and a change under review must not buy minutes with one file.
 */
const maxTokens = 150_000;

/**
 * Deepest nesting read. The library composes recursively and overflows the stack, or the memory of
 * its regular expressions, on deep input; the deepest key of our files stands at level 5.
 */
const maxDepth = 32;

type Walk = { readonly places: Map<string, Place>; readonly flaws: Flaw[] };

/**
 * Reads one YAML 1.2 document of the core schema. Anchors, aliases and tags are flaws: a settings
 * file needs none, and aliases are how a small file becomes a huge one. Never throws.
 * On a syntax error `value` is undefined.
 */
export function readYaml(text: string): Tree {
  const places = new Map<string, Place>();
  const shape = shapeFlaw(text);
  if (shape !== undefined) return { value: undefined, places, flaws: [shape] };
  const document = parseDocument(text, {
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    // Quadratic in the library; `convertMap` looks for duplicates itself.
    uniqueKeys: false,
    // Not 'silent': that drops the error about a second document too.
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    return { value: undefined, places, flaws: document.errors.map(syntaxFlaw) };
  }
  const walk: Walk = { places, flaws: [] };
  const value = convert(document.contents, [], walk);
  return { value, places, flaws: walk.flaws };
}

function syntaxFlaw(error: {
  pos: readonly [number, number];
  code: string;
  message: string;
}): Flaw {
  const message =
    error.code === 'MULTIPLE_DOCS'
      ? 'expected one document, found a second one after "---"'
      : error.message.charAt(0).toLowerCase() + error.message.slice(1);
  // The library quotes the text it stumbles over, which may be any file a policy names.
  return { at: error.pos[0], message: message.replace(/: ?["'`].*$/s, '') };
}

/** Refuses by a linear look at the tokens what the library cannot be trusted with. */
function shapeFlaw(text: string): Flaw | undefined {
  if (text.length > maxSettingsLength) {
    return {
      at: 0,
      message: `expected at most ${maxSettingsLength} characters, found ${text.length}`,
    };
  }
  let at = 0;
  let brackets = 0;
  let indicators = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '\n' || token === '\r\n') indicators = 0;
    else if (token === '-' || token === '?' || (token === ':' && brackets === 0)) indicators++;
    const indented = isBlank(token) && token.length > maxDepth * 4;
    if (++tokens > maxTokens) {
      return { at, message: `expected at most ${maxTokens} words and signs, found more` };
    }
    if (brackets > maxDepth || indicators > maxDepth || indented) {
      return { at, message: `expected at most ${maxDepth} levels, found deeper nesting` };
    }
    // The lexer marks documents and scalars with characters that are not in the text.
    if (!isMark(token)) at += token.length;
  }
  return undefined;
}

function isMark(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001f';
}

function isBlank(token: string): boolean {
  return token.startsWith(' ') && token.trim() === '';
}

function convert(node: Node | null | undefined, path: readonly PropertyKey[], walk: Walk): unknown {
  if (!node) return null;
  const span = spanOf(node);
  if (path.length === 0) walk.places.set('', { value: span });
  if (isAlias(node)) {
    walk.flaws.push({ at: span.start, message: 'aliases are not taken here: repeat the value' });
    return null;
  }
  if (node.tag !== undefined) {
    walk.flaws.push({ at: span.start, message: 'tags are not taken here: write the plain value' });
  }
  if ('anchor' in node && node.anchor !== undefined) {
    walk.flaws.push({ at: span.start, message: 'anchors are not taken here: repeat the value' });
  }
  if (isMap(node)) return convertMap(node.items, path, walk);
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      // Untyped in the library: entries of a parsed list are nodes, or pairs inside "[a: b]".
      const entry = isPair(item) ? null : (item as Node | null);
      const at = [...path, index];
      walk.places.set(placeKey(at), { value: entry ? spanOf(entry) : span });
      return convert(entry, at, walk);
    });
  }
  return isScalar(node) ? node.value : null;
}

function convertMap(pairs: readonly Pair[], path: readonly PropertyKey[], walk: Walk): unknown {
  const object: Record<string, unknown> = Object.create(null);
  const seen = new Set<string>();
  for (const pair of pairs) {
    // Untyped in the library: a parsed pair holds nodes, or null for an absent value.
    const key = pair.key as Node | null;
    const value = pair.value as Node | null;
    const keySpan = spanOf(key);
    if (!isScalar(key)) {
      walk.flaws.push({
        at: keySpan.start,
        message: 'expected a plain key, found a list or mapping',
      });
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (seen.has(name)) {
      walk.flaws.push({
        at: keySpan.start,
        message: `key ${JSON.stringify(name)} stands here twice`,
      });
      continue;
    }
    seen.add(name);
    const at = [...path, name];
    walk.places.set(placeKey(at), {
      key: keySpan,
      value: isWritten(value) ? spanOf(value) : keySpan,
    });
    object[name] = convert(value, at, walk);
  }
  return object;
}

/** Whether a value stands in the text; `key:` alone has an empty one somewhere after the colon. */
function isWritten(node: Node | null): boolean {
  const span = spanOf(node);
  return span.end > span.start;
}

function spanOf(node: Node | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
