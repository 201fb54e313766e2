import type { Span } from '../model/span.ts';
import type { Flaw } from './fault.ts';

/** Where a key and its value stand; entries of lists and the whole have no key. */
export type Place = { readonly key?: Span; readonly value: Span };

/** A text as plain data with null-prototype objects, and the place of everything by `placeKey`. */
export type Tree = {
  /** Undefined when the text could not be read at all. */
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
  readonly flaws: readonly Flaw[];
};

/** Names a place of the tree: `inputs.allowed-hosts.0`. */
export function placeKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
