/** What flake.nix says about a change of its lock. */
export type Declarations = {
  /** Whether an input, or an override of an input's input, is declared otherwise than before; undefined when unknown. */
  readonly changed: (names: readonly string[]) => boolean | undefined;
};

/** Nothing is known about flake.nix. */
export const unknownDeclarations: Declarations = { changed: () => undefined };

/**
 * Compares two texts of flake.nix. Inputs are literal in it and nothing else can declare them, so equal
 * texts declare nothing new. What differs in unequal texts is not told yet.
 */
export function declarationsOf(
  before: string | undefined,
  after: string | undefined,
): Declarations {
  if (before === undefined || after === undefined || before !== after) return unknownDeclarations;
  return { changed: () => false };
}
