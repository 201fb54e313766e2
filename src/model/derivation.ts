import type { Span } from './span.ts';

/**
 * A string of a derivation by its place in the text: the offsets just inside the quotes. What lies
 * between is still escaped, so that strings nobody looks at cost nothing.
 */
export type Quoted = Span;

/** The four strings of one output, decoded. What they mean together, `outputKind` says. */
export type DerivationOutput = {
  readonly name: string;
  /** Store path, or '' when it is known only after the build. */
  readonly path: string;
  /** '' or an algorithm, led by `r:`, `text:` or `git:` when the content is not hashed as a flat file. */
  readonly methodAlgo: string;
  /** Base 16 digest, '' or `impure`. */
  readonly hash: string;
  readonly at: Span;
};

/** A derivation this one needs: its store path and the still unread list of the outputs that are needed. */
export type DerivationInput = { readonly path: Quoted; readonly outputs: Span };

export type EnvEntry = { readonly name: Quoted; readonly value: Quoted };

/** A `.drv` file. */
export type Derivation = {
  /** The file with one UTF-16 unit per byte (latin1): spans are byte offsets. */
  readonly text: string;
  /** `xp-dyn-drv` when inputs may name outputs of outputs. */
  readonly version: 'plain' | 'xp-dyn-drv';
  readonly outputs: readonly DerivationOutput[];
  readonly inputDrvs: readonly DerivationInput[];
  readonly inputSrcs: readonly string[];
  readonly platform: string;
  readonly builder: Quoted;
  readonly args: readonly Quoted[];
  /** The environment from bracket to bracket. Most of it nobody looks at: `envEntries` reads it. */
  readonly env: Span;
  /** The variables of `env` that mean something to Nix or to its fetchers. */
  readonly attributes: readonly EnvEntry[];
};

/** Why a text is no derivation, and at which byte that shows. */
export type DerivationFault = {
  readonly cause: 'parse' | 'limit';
  readonly problem: string;
  readonly offset: number;
};

/** Narrows the result of a reader. */
export function isDerivation(result: Derivation | DerivationFault): result is Derivation {
  return 'env' in result;
}

export type OutputKind = 'input-addressed' | 'fixed' | 'floating' | 'deferred' | 'impure';

/** Which of Nix's kinds of output this is (`DerivationOutput` in `src/libstore/derivations.hh`). */
export function outputKind(output: DerivationOutput): OutputKind {
  if (output.methodAlgo === '') return output.path === '' ? 'deferred' : 'input-addressed';
  if (output.hash === 'impure') return 'impure';
  return output.hash === '' ? 'floating' : 'fixed';
}
