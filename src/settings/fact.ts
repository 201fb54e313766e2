/**
 * How Nix reads a value (`src/libutil/configuration.cc`): integers carry their width because Nix refuses what
 * does not fit; `stores`, `list` and `map` keep order, `set` and `sandbox-paths` are sorted by code unit.
 */
export type SettingType =
  | 'bool'
  | 'sandbox'
  | 'uint32'
  | 'uint64'
  | 'int64'
  | 'jobs'
  | 'string'
  | 'path'
  | 'optional-path'
  | 'list'
  | 'set'
  | 'map'
  | 'sandbox-paths'
  | 'features'
  | 'json';

/** A value as `nix config show --json` prints it; integers may be beyond what a double holds. */
export type SettingValue =
  | boolean
  | bigint
  | string
  | null
  | readonly string[]
  | ReadonlyMap<string, string>
  | { readonly json: string };

/**
 * Who decides (`src/libstore/daemon.cc`, `ClientSettings::apply`): `daemon` reads its own configuration only;
 * it refuses `restricted` settings from clients it does not trust and filters `filtered` ones; `client` settings
 * take effect in the evaluating process whatever the daemon says; `anyone` may set the rest.
 */
export type SettingAuthority = 'daemon' | 'restricted' | 'filtered' | 'client' | 'anyone';

export type SettingFact = {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** A parameter of store URLs that looks like a setting and is none. */
  readonly urlParameter?: true;
  readonly type: SettingType;
  /** What holds when nothing is assigned; absent when it depends on the machine or the build of Nix. */
  readonly default?: SettingValue;
  /** The default differs between versions of Nix, or the command line sets it. */
  readonly varies?: true;
  /** How the documentation words the default when a value alone would mislead. */
  readonly defaultText?: string;
  /** First minor version that knows it; `2.3` also stands for earlier ones. Absent for settings of a fork. */
  readonly since?: string;
  /** Last minor version that knows it. */
  readonly until?: string;
  /** Known to one fork of Nix only. */
  readonly fork?: 'Determinate' | 'Lix';
  /** Ignored since 2.16 unless this experimental feature is on. */
  readonly feature?: string;
  readonly who: SettingAuthority;
  /** What it means for security, one clause. */
  readonly meaning: string;
  /** Ids of the rules that judge it. */
  readonly rules?: readonly string[];
};
