import type { Severity } from './severity.ts';
import type { Span } from './span.ts';

/** Another place that explains a finding. */
export type Related = { readonly path: string; readonly span: Span; readonly message: string };

/** Replace the text of `span` by `text`; edits of one fix never overlap. */
export type Edit = { readonly path: string; readonly span: Span; readonly text: string };

/** A local, certain edit. `unsafe` fixes may change behaviour and are applied only when asked for. */
export type Fix = {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
};

/** What a rule yields: what is wrong and where. Who says so and how bad it is, the engine adds. */
export type Problem = {
  /** Sub-code of the rule, stable: a key of the rule's `reasons`. */
  readonly reason: string;
  /** A key of the rule's `reasons` that sets the level when one reason is graded by circumstance. */
  readonly grade?: string;
  /** The stable handle: input path, setting name, option path or derivation attribute. */
  readonly subject: string;
  readonly at: Span;
  /** The file `at` points into, when it is not the judged document. */
  readonly path?: string;
  /** What is wrong, lower case, found versus expected. Foreign text goes in as it is: reporters escape. */
  readonly message: string;
  /** The fix, when it depends on the case; else the reason's or the rule's. */
  readonly help?: string;
  /** What the fingerprint digests besides rule, path, subject and reason. Never a secret value. */
  readonly evidence?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
};

/** A judged problem. */
export type Finding = {
  readonly rule: string;
  readonly reason: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly subject: string;
  readonly message: string;
  readonly help: string;
  readonly fingerprint: string;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  readonly derivation?: string;
  readonly provenance?: readonly string[];
  /** The provenance in words for people. */
  readonly reached?: readonly string[];
  readonly outputs?: number;
};

const incomplete: ReadonlySet<string> = new Set(['meta-parse-error', 'meta-limit-reached']);

/**
 * Whether a finding says that the run is incomplete rather than that something is wrong. Settings that lie outside of
 * the repository (`unseen`) are no part of any run.
 */
export function saysIncomplete({ reason, rule }: Pick<Finding, 'reason' | 'rule'>): boolean {
  return incomplete.has(rule) && reason !== 'unseen';
}
