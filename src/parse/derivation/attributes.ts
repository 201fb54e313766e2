import type { Derivation, EnvEntry, Quoted } from '../../model/derivation.ts';
import type { AttributeName } from './attribute-names.ts';
import { field, record } from './json-value.ts';
import { decodeQuoted } from './strings.ts';

/** An attribute of the derivation call as Nix reads it back, and where it stands. */
export type Attribute = {
  readonly name: string;
  readonly words: readonly string[];
  readonly truthy: boolean;
  readonly at: Quoted;
};

/**
 * Reads an attribute that means something to the builder of Nix (`src/libstore/derivation-options.cc`): in
 * the environment a list is separated by white space and only `1` is true; structured attributes have
 * their JSON types, and where they are used Nix does not ask the environment. Nothing else is decoded.
 */
export function derivationAttribute(
  derivation: Derivation,
  name: AttributeName,
): Attribute | undefined {
  const { text } = derivation;
  const json = findEntry(derivation, '__json');
  if (json !== undefined) {
    const { start, end } = json.value;
    const found = text.indexOf(name, start);
    if (found < 0 || found >= end) return undefined;
    return structured(decodeQuoted(text, json.value), name, json.value);
  }
  const entry = findEntry(derivation, name);
  if (entry === undefined) return undefined;
  const value = decodeQuoted(text, entry.value);
  const words = value.split(/\s+/).filter((word) => word !== '');
  return { name, words, truthy: value === '1', at: entry.value };
}

/** The entry of a variable, found without decoding any other. */
function findEntry({ text, attributes }: Derivation, name: AttributeName): EnvEntry | undefined {
  return entryNamed(text, attributes, name);
}

/** The first of some entries of a derivation's text that has a name, told without decoding. */
export function entryNamed(
  text: string,
  entries: readonly EnvEntry[],
  name: string,
): EnvEntry | undefined {
  return entries.find(
    ({ name: { start, end } }) => end - start === name.length && text.startsWith(name, start),
  );
}

function structured(json: string, name: string, at: Quoted): Attribute | undefined {
  const value = memberOf(json, name);
  if (value === undefined) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = items.filter((item) => typeof item === 'string');
  return { name, words, truthy: value === true, at };
}

function memberOf(json: string, name: string): unknown {
  try {
    return field(record(JSON.parse(json), '`__json`'), name);
  } catch {
    return undefined;
  }
}
