import type { FlakeLock } from './flake-lock.ts';
import type { FlakeNix } from './flake-nix.ts';
import type { NixCode } from './nix-code.ts';
import type { LockDiff } from './lock-change.ts';
import type { PolicyReview } from './policy-review.ts';
import type { Script } from './script.ts';
import type { ScannedText } from './secret.ts';
import type { SettingsFile } from './setting.ts';
import type { Span } from './span.ts';
import type { StoreDerivation } from './store-derivation.ts';
import type { Workflow } from './workflow.ts';

/** A text as read; every byte of it is untrusted. `path` is relative to the linted directory, with `/`. */
export type Source = { readonly path: string; readonly text: string };

/** Why a file that had to be judged could not be read or parsed. */
export type Unreadable = {
  /** `limit` when a size, depth or count limit of ours was hit, `parse` otherwise. */
  readonly cause: 'parse' | 'limit';
  readonly problem: string;
  readonly at: Span;
  readonly help: string;
};

/** One entry per kind of file. */
export type Models = {
  readonly 'flake-lock': FlakeLock;
  readonly 'flake-nix': FlakeNix;
  readonly nix: NixCode;
  /** The lock as it is now, and what changed about it. */
  readonly 'lock-change': LockDiff;
  readonly derivation: StoreDerivation;
  readonly policy: PolicyReview;
  readonly script: Script;
  readonly settings: SettingsFile;
  readonly workflow: Workflow;
  readonly text: ScannedText;
  readonly unreadable: Unreadable;
};
export type Kind = keyof Models;

export type DocumentOf<K extends Kind> = {
  [P in K]: Source & { readonly kind: P; readonly model: Models[P] };
}[K];

/** A parsed file. One that cannot be parsed is a document of kind `unreadable`, never an exception. */
export type Document = DocumentOf<Kind>;
