import type { Source } from './model/document.ts';
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
  /** A lock to compare with, when no revision is. */
  readonly baseLock?: Source;
  /** Replay the changes of locks since then. */
  readonly since?: Since;
  /** Count what the base has already, and list the rest. */
  readonly newOnly?: boolean;
  /** Known secret values to search for: a JSON object of name → value, or one per line. */
  readonly canary?: string;
  /** Derivations to scan: absolute paths of `.drv` files, store directories or derivation JSON; `-` is standard input. */
  readonly drv?: readonly string[];
  /** Installables to evaluate and scan; an empty list means every output of the flake. */
  readonly eval?: readonly string[];
};

/** Where an audit starts. */
export type Since =
  /** `cutOff` says why the audit should have started earlier, when it should. */
  | { readonly kind: 'revision'; readonly revision: string; readonly cutOff?: string }
  | { readonly kind: 'days'; readonly days: number }
  /** `YYYY-MM-DD`, UTC, included. */
  | { readonly kind: 'date'; readonly date: string };

/** When an audit starts, in seconds since 1970; undefined where a revision is the start. */
export function momentOf(since: Since, now: Date): number | undefined {
  if (since.kind === 'revision') return undefined;
  if (since.kind === 'date') return Date.parse(since.date) / 1000;
  return now.getTime() / 1000 - since.days * 86_400;
}

/** Reads `8d`, an ISO date, or else a revision. */
export function readSince(text: string): Since {
  if (/^\d{1,5}d$/.test(text)) return { kind: 'days', days: Number.parseInt(text, 10) };
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) {
    return { kind: 'date', date: text };
  }
  return { kind: 'revision', revision: text };
}

export const defaultOptions: Options = { rules: new Map() };
