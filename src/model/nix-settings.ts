import type { NixExpr } from './nix.ts';
import type { NixValue } from './nix-value.ts';
import type { Span } from './span.ts';

/** What an option path is counted from, outermost first. Paths start anew in each frame. */
export type NixFrame =
  | { readonly kind: 'file' }
  /** A NixOS-like module; `path` is where it hangs in the frame before. */
  | { readonly kind: 'module'; readonly path: readonly string[]; readonly span: Span }
  /** An argument of a function that is not known to pass it on. */
  | {
      readonly kind: 'call';
      /** Dotted name, e.g. `pkgs.mkShell`. */
      readonly name: string | undefined;
      readonly argument: number;
      readonly path: readonly string[];
      readonly span: Span;
    };

/** Something is set: an attribute that is no set itself, or an argument. */
export type NixSetting = {
  /** Names from the innermost frame; `*` for one that is not known and for an item of a list. */
  readonly path: readonly string[];
  /** What was written at that place; `value.expr` is the literal behind it. */
  readonly expr: NixExpr;
  readonly value: NixValue;
  readonly frames: readonly NixFrame[];
  /** Inside a NixOS test, whose secrets are not secret. */
  readonly inTest: boolean;
  /** Under a condition that holds on macOS only. */
  readonly darwin?: true;
};

/** Settings in the order of the text. */
export type NixSettings = {
  readonly settings: readonly NixSetting[];
  /** False when the work allowed was used up before everything was seen. */
  readonly complete: boolean;
};
