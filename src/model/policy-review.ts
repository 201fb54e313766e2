import type { Span } from './span.ts';

/** Something wrong with an acceptance: an entry of the policy, inventory or baseline, or a comment. */
export type AcceptanceFault = {
  readonly reason: 'expired' | 'expiring' | 'malformed' | 'no-reason' | 'unknown-rule' | 'unused';
  /** As in `Problem`. */
  readonly grade?: string;
  /** What is accepted, in short: `lock-local-path a/b`, `github:NixOS/*`. */
  readonly subject: string;
  readonly path: string;
  readonly at: Span;
  readonly message: string;
  /** The fix, when it is not the reason's. */
  readonly help?: string;
};

/** What a weakening loosens. */
export const weakenings = [
  'accepted',
  'baseline',
  'comment',
  'exclude',
  'fail-on',
  'ignore',
  'inventory',
  'level',
  'limit',
  'profile',
  'until',
] as const;

/** One way in which the head's policy, inventory, baseline or comments allow more than the base's. */
export type Weakening = {
  readonly reason: (typeof weakenings)[number];
  /** The key or entry: `fail-on`, `lock-local-path`, `github:acme/*`. */
  readonly subject: string;
  /** A file of the head. */
  readonly path: string;
  readonly at: Span;
  readonly message: string;
};

/** What the run found out about the policy itself. */
export type PolicyReview = {
  readonly faults: readonly AcceptanceFault[];
  readonly weakenings: readonly Weakening[];
};
