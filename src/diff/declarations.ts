import type { FlakeInput, FlakeNix } from '../model/flake-nix.ts';
import { parseFlakeNix } from '../parse/flake-nix.ts';

/** What flake.nix says about a change of its lock. */
export type Declarations = {
  /** Whether an input, or an override of an input's input, is declared otherwise than before; undefined when unknown. */
  readonly changed: (names: readonly string[]) => boolean | undefined;
};

/** Nothing is known about flake.nix. */
export const unknownDeclarations: Declarations = { changed: () => undefined };

/**
 * Compares two texts of flake.nix. Inputs are literal in it and nothing else can declare them, so equal texts
 * declare nothing new. Texts are read only when they differ; one that Nix would refuse says nothing.
 */
export function declarationsOf(
  before: string | undefined,
  after: string | undefined,
): Declarations {
  if (before === undefined || after === undefined) return unknownDeclarations;
  if (before === after) return { changed: () => false };
  const [was, is] = [parseFlakeNix(before), parseFlakeNix(after)];
  if (!isWhole(was) || !isWhole(is)) return unknownDeclarations;
  return { changed: (names) => declared(was.inputs, names) !== declared(is.inputs, names) };
}

/** Whether every input is known: what Nix refuses for another reason hides none. */
function isWhole({ faults }: FlakeNix): boolean {
  return !faults.some(({ reason }) => reason !== 'version' && reason !== 'unknown-attribute');
}

/** What the text says about an input path, as a text of its own; overrides of deeper inputs left out. */
function declared(inputs: ReadonlyMap<string, FlakeInput>, names: readonly string[]): string {
  let level = inputs;
  let found: FlakeInput | undefined;
  for (const name of names) {
    found = level.get(name);
    if (found === undefined) return '';
    level = found.inputs;
  }
  if (found === undefined) return '';
  const attrs = [...found.attrs.values()].map(({ name, value }) => [name, String(value)] as const);
  return JSON.stringify([
    found.url?.value.toString() ?? null,
    attrs.sort(([a], [b]) => (a < b ? -1 : 1)),
    found.flake,
    found.follows?.path ?? null,
  ]);
}
