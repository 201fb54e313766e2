import type { Level, Profile, Severity } from './model/severity.ts';

/** What both entries hand to `run`. Undefined leaves the word to the policy. */
export type Options = {
  readonly profile?: Profile;
  /** `audit` also reports what only age makes a finding. */
  readonly mode?: 'check' | 'audit';
  readonly failOn?: Severity | 'never';
  /** Levels given on the command line, by rule id. */
  readonly rules: ReadonlyMap<string, Level>;
  /** Policy file, relative to the linted directory; undefined searches the usual places. */
  readonly policy?: string;
  /** Revision to compare with, and to read the policy from. */
  readonly base?: string;
  /** Known secret values to search for: a JSON object of name → value, or one per line. */
  readonly canary?: string;
  /** Derivations to scan: absolute paths of `.drv` files, store directories or derivation JSON; `-` is standard input. */
  readonly drv?: readonly string[];
  /** Installables to evaluate and scan; an empty list means every output of the flake. */
  readonly eval?: readonly string[];
};

export const defaultOptions: Options = { rules: new Map() };
