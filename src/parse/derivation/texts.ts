import { countWhile } from '../../model/bisect.ts';
import type { Derivation, Quoted } from '../../model/derivation.ts';
import { envEntries } from './aterm.ts';
import { entryNamed } from './attributes.ts';
import { decodeQuoted } from './strings.ts';
import { attributePath, structuredLeaves } from './structured.ts';

/** Where a text stands in a derivation. */
export type Place =
  | { readonly kind: 'env'; readonly name: string }
  /** A variable that reaches the builder as a file. */
  | { readonly kind: 'passAsFile'; readonly name: string }
  | { readonly kind: 'structuredAttrs'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'args'; readonly index: number }
  | { readonly kind: 'builder' };

/** A decoded text. `at` spans its still escaped form in the derivation's text. */
export type TextPiece = { readonly place: Place; readonly text: string; readonly at: Quoted };

/** What a finding calls the place: `env.NAME`, `args[0]`, `structuredAttrs.a.b[0]`, `builder`. */
export function placeLabel(place: Place): string {
  switch (place.kind) {
    case 'env':
    case 'passAsFile':
      return `env.${place.name}`;
    case 'structuredAttrs':
      return `structuredAttrs.${attributePath(place.path)}`;
    case 'args':
      return `args[${place.index}]`;
    case 'builder':
    default:
      return place.kind;
  }
}

/** The name a text is bound to, for judging `NAME = value`: the variable or the last attribute name. */
export function placeName(place: Place): string | undefined {
  if (place.kind === 'env' || place.kind === 'passAsFile') return place.name;
  if (place.kind !== 'structuredAttrs') return undefined;
  return place.path.findLast((part) => typeof part === 'string');
}

/** Every text of a derivation, decoded, in file order: builder, arguments, environment. */
export function* derivationTexts(derivation: Derivation): Iterable<TextPiece> {
  const { text, builder, args } = derivation;
  yield { place: { kind: 'builder' }, text: decodeQuoted(text, builder), at: builder };
  for (const [index, at] of args.entries()) {
    yield { place: { kind: 'args', index }, text: decodeQuoted(text, at), at };
  }
  const asFile = passAsFile(derivation);
  for (const { name, value } of envEntries(derivation)) yield* envTexts(text, name, value, asFile);
}

/**
 * The texts of the one string that holds the byte at `offset` of the derivation's text: a scanner that
 * finds nothing in the raw file never has to decode a string. Several for structured attributes; none
 * when the byte belongs to no scanned string, e.g. to a store path of an input.
 */
export function textsAt(derivation: Derivation, offset: number): readonly TextPiece[] {
  const { text, builder, args } = derivation;
  if (offset < builder.start) return [];
  const entries = envEntries(derivation);
  const entry = entries[countWhile(entries, ({ name }) => name.start <= offset) - 1];
  if (entry !== undefined) {
    return [...envTexts(text, entry.name, entry.value, passAsFile(derivation))];
  }
  const index = countWhile(args, ({ start }) => start <= offset) - 1;
  const argument = args[index];
  if (argument === undefined) {
    return [{ place: { kind: 'builder' }, text: decodeQuoted(text, builder), at: builder }];
  }
  const place: Place = { kind: 'args', index };
  return [{ place, text: decodeQuoted(text, argument), at: argument }];
}

/** Value of a variable, decoded; undefined when it is not set. */
export function envValue(derivation: Derivation, name: string): string | undefined {
  const { text } = derivation;
  const entry = entryNamed(text, envEntries(derivation), name);
  return entry && decodeQuoted(text, entry.value);
}

/** 1-based line of `offset` in a decoded text, as an editor would count it. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function* envTexts(
  text: string,
  nameAt: Quoted,
  at: Quoted,
  asFile: ReadonlySet<string>,
): Iterable<TextPiece> {
  const name = decodeQuoted(text, nameAt);
  const value = decodeQuoted(text, at);
  const leaves = name === '__json' ? structuredLeaves(value) : undefined;
  if (leaves === undefined) {
    yield { place: { kind: asFile.has(name) ? 'passAsFile' : 'env', name }, text: value, at };
    return;
  }
  for (const leaf of leaves) {
    yield { place: { kind: 'structuredAttrs', path: leaf.path }, text: leaf.text, at };
  }
}

function passAsFile(derivation: Derivation): ReadonlySet<string> {
  return new Set(envValue(derivation, 'passAsFile')?.split(/\s+/) ?? []);
}
