import type { MappedText } from './mapped-text.ts';
import type { Span } from './span.ts';

/** A YAML value that knows where it stands. Aliases are followed: an aliased value is the anchored one, in its place. */
export type YamlNode = YamlMap | YamlSeq | YamlScalar;

export type YamlScalar = {
  readonly kind: 'scalar';
  /** Decoded text; numbers, booleans and null as written. Places are those of the characters in the file. */
  readonly value: MappedText;
  readonly span: Span;
};

export type YamlSeq = {
  readonly kind: 'seq';
  readonly items: readonly YamlNode[];
  readonly span: Span;
};

export type YamlEntry = { readonly key: string; readonly keySpan: Span; readonly value: YamlNode };

/** Keys are distinct: readers refuse files that repeat one. Keys that are no scalars are left out. */
export type YamlMap = {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly span: Span;
};

/** The value under a key, when the node is a mapping that has it. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The scalar under a key. */
export function scalarAt(node: YamlNode | undefined, key: string): YamlScalar | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** The entries of a mapping, none for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** The items of a sequence; a scalar counts as a sequence of itself, as in `runs-on: x` and `on: push`. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || node.kind === 'map') return [];
  return node.kind === 'seq' ? node.items : [node];
}
