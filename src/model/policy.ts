import type { Level, Profile, Severity } from './severity.ts';
import type { Span } from './span.ts';

/** Why something is accepted, by whom, and until when (inclusive, UTC). */
export type Acceptance = {
  readonly reason?: string;
  readonly owner?: string;
  /** ISO date `YYYY-MM-DD`. */
  readonly until?: string;
  /** Where the acceptance is written. */
  readonly path: string;
  readonly span: Span;
};

/** A suppression of findings by selector. */
export type Ignore = Acceptance & {
  readonly rule: string;
  /** Glob over the path of the finding. */
  readonly file?: string;
  /** Glob over the subject of the finding. */
  readonly subject?: string;
  /** The exact reason code. */
  readonly reasonCode?: string;
};

/** An accepted pattern, e.g. of source identities (`github:NixOS/*`). */
export type Pattern = Acceptance & { readonly match: string };

/** An input the repository expects. */
export type ExpectedInput = Acceptance & {
  /** Input path, or a glob of it; undefined accepts the identity at any path. */
  readonly input?: string;
  /** Source identity, or a glob of it. */
  readonly source: string;
  /** The lock this entry speaks of, or every lock. */
  readonly lock?: string;
};

/** The list of inputs that may occur at all; absent until a repository adopts one. */
export type Inventory = { readonly path: string; readonly inputs: readonly ExpectedInput[] };

/** A binary cache the repository may name, with the public keys that may sign for it. */
export type TrustedCache = Acceptance & { readonly url: string; readonly keys: readonly string[] };

/** Policy as the rules and the engine see it: validated, defaults filled in. */
export type Policy = {
  /** The file it came from; undefined for the built-in defaults. */
  readonly path?: string;
  /** Where each key of the file stands, by its dotted path, e.g. `inputs.max-nodes`. */
  readonly places: ReadonlyMap<string, Span>;
  readonly profile: Profile;
  readonly failOn: Severity | 'never';
  readonly levels: ReadonlyMap<string, { readonly level: Level; readonly span: Span }>;
  readonly exclude: readonly string[];
  /** Globs of files that are read as nix.conf, besides those of that name. */
  readonly settingsFiles: readonly string[];
  readonly ignore: readonly Ignore[];
  readonly allowedHosts: readonly Pattern[];
  readonly allowedOwners: readonly Pattern[];
  readonly allowedSources: readonly Pattern[];
  /** Names of inputs that may be local (relative `git+file:`). */
  readonly localInputs: readonly Pattern[];
  readonly maxNodes?: number;
  readonly maxDepth?: number;
  /** Days by which an update may jump forward without being a change request. */
  readonly maxJump?: number;
  /** Days that new content must be old. */
  readonly cooldown?: number;
  /** Path of the inventory file; its content, once read, is `inventory`. */
  readonly inventoryFile?: string;
  readonly inventory?: Inventory;
  /** Path of the baseline file. */
  readonly baselineFile?: string;
  readonly trustedCaches?: readonly TrustedCache[];
  readonly trustedUsers: readonly Pattern[];
  /** Actions of one's own that install Nix. */
  readonly ownInstallers: readonly Pattern[];
  /** Public keys that stand in examples and sign nothing. */
  readonly exampleKeys: readonly Pattern[];
  /** Reviewed changes: `match` is the lower-case hex sha256 of the change. */
  readonly approvedChanges: readonly Pattern[];
};

/** Half a year, in days: what a person can no longer read as one list of commits. */
export const DEFAULT_MAX_JUMP = 180;

/** What holds without any policy file. */
export const defaultPolicy: Policy = {
  places: new Map(),
  profile: 'default',
  failOn: 'error',
  levels: new Map(),
  exclude: [],
  settingsFiles: [],
  ignore: [],
  allowedHosts: [],
  allowedOwners: [],
  allowedSources: [],
  localInputs: [],
  trustedUsers: [],
  ownInstallers: [],
  exampleKeys: [],
  approvedChanges: [],
};
