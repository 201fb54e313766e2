import type { LockEdge, LockNode } from './flake-lock.ts';
import type { LockedSource } from './report.ts';
import type { Span } from './span.ts';

/** Every class of change; each is the id of the rule that reports it. */
export const changeClasses = [
  'diff-content-tampered',
  'diff-metadata-tampered',
  'diff-source-changed',
  'diff-host-or-type-changed',
  'diff-verification-weakened',
  'diff-flake-flag-changed',
  'diff-input-added',
  'diff-input-removed',
  'diff-follows-changed',
  'diff-downgraded',
  'diff-updated',
  'diff-ref-changed',
  'diff-unlocked-or-reformatted',
] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** What the change asks for before policy has its say: refuse, a person's eyes, or nothing. */
export type Verdict = 'fail' | 'review' | 'note';

/** One input path of one lock: an edge, and the node it leads to or the path it follows. */
export type LockEntry = {
  /** Names from the root joined with `/`. */
  readonly path: string;
  readonly names: readonly string[];
  readonly edge: LockEdge;
  readonly target:
    | { readonly kind: 'node'; readonly node: LockNode }
    | { readonly kind: 'follows'; readonly path: readonly string[] };
};

/** One difference between two locks, classified. */
export type InputChange = {
  readonly class: ChangeClass;
  /** Sub-code of the class: a key of its rule's `reasons`. */
  readonly reason: string;
  readonly verdict: Verdict;
  /** Input path; `.` for the lock as a whole. */
  readonly path: string;
  readonly before?: LockEntry;
  readonly after?: LockEntry;
  readonly from?: LockedSource;
  readonly to?: LockedSource;
  readonly message: string;
  /** Where the new lock shows it; the start of the file for what is gone. */
  readonly at: Span;
  readonly compareUrl?: string;
  /** sha256 over class, path and both sides, 64 hex digits: what an approval names. */
  readonly digest: string;
};

/** The commit that made a change, when history is replayed. Every text in it is its author's word. */
export type ChangeOrigin = {
  readonly commit: string;
  readonly author: string;
  /** Committer's date, seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** How it seems to have come in; told by parents and subject alone. */
  readonly via: 'pull request' | 'merge' | 'direct push';
};

/** What changed between two versions of one lock. */
export type LockDiff = {
  readonly changes: readonly InputChange[];
  /** Whether a limit cut the comparison short; then there is more than `changes` says. */
  readonly truncated: boolean;
  /** Whether the text changed and nothing in it: keys of nodes, order or layout. */
  readonly reformatted: boolean;
  readonly origin?: ChangeOrigin;
};
