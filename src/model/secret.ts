import type { Span } from './span.ts';

/** The rules that judge text for secrets, surest first: where hits overlap, the first of these wins. */
export const secretRuleIds = [
  'secret-canary',
  'secret-private-key',
  'secret-nix-signing-key',
  'secret-known-token',
  'secret-url-credentials',
  'secret-password-hash',
  'secret-assignment',
  'secret-high-entropy',
] as const;
export type SecretRuleId = (typeof secretRuleIds)[number];

/** A secret in a text. It says where the value stands and never what it is. */
export type Hit = {
  readonly rule: SecretRuleId;
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

/** A part of a document, e.g. a file as a whole or one string of a lock, and the secrets in it. */
export type ScannedPart = {
  /** The stable handle of the part: input path, setting, option; '' for a file as a whole. */
  readonly subject: string;
  /** Spans are offsets into the text of the document. */
  readonly hits: readonly Hit[];
};

/** A text scanned for secrets. */
export type ScannedText = {
  readonly parts: readonly ScannedPart[];
};
