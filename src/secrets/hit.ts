import type { Span } from '../model/span.ts';

/** The rules that judge text, surest first: where hits overlap, the first of these wins. */
export const secretRules = [
  'secret-canary',
  'secret-private-key',
  'secret-nix-signing-key',
  'secret-known-token',
  'secret-url-credentials',
  'secret-password-hash',
  'secret-assignment',
  'secret-high-entropy',
] as const;
export type SecretRule = (typeof secretRules)[number];

/** A secret in a text. It says where the value stands and never what it is. */
export type Hit = {
  readonly rule: SecretRule;
  /** A key of the rule's `reasons`. */
  readonly reason: string;
  /** What kind of secret, e.g. `github-classic`; fixed strings of this project, never input. */
  readonly family: string;
  /** All that must be hidden. For an encoded secret the whole encoded run. */
  readonly span: Span;
  /** Whether a checksum or structure proved it. */
  readonly verified: boolean;
  /** The start of the value that every secret of its family has, at most four characters. */
  readonly prefix?: string;
  /** The variable, key or option that holds the value, as written. */
  readonly name?: string;
  /** Encodings around the value, outermost first, e.g. `['base64', 'hex']`; empty when it stands plain. */
  readonly via: readonly string[];
};

/** What a detector found, in the text it was given. */
export type Found = Omit<Hit, 'span' | 'via'> & { readonly start: number; readonly end: number };

/** What the scanner may know of a text besides its characters. */
export type ScanContext = {
  /** What the whole text is the value of: an environment variable, an option path, a key. */
  readonly name?: string;
  /** `code` when only quoted values are literals, as in Nix or Python. Default: `data`. */
  readonly syntax?: 'code' | 'data';
  /** Seconds since 1970, to tell expired tokens. Without it none counts as expired. */
  readonly now?: number;
  /** Also look for nameless random values. Off by default: hashes look the same. */
  readonly entropy?: boolean;
};

/** Looks for one kind of secret around an anchor, a fixed text found at `at` that ends at `end`. */
export type Detector = {
  /** Lower-case texts of at least two characters; found without regard to case. */
  readonly anchors: readonly string[];
  readonly find: (text: string, at: number, end: number, context: ScanContext) => readonly Found[];
};

export const nothing: readonly Found[] = [];

/**
 * What stays the same about a hit when lines move, for a fingerprint: family, holder and encoding.
 * Not derived from the value, so nothing about it can be learned from the fingerprint.
 */
export function hitEvidence(hit: Hit): string {
  return [hit.family, hit.name ?? '', ...hit.via].join(' ');
}
