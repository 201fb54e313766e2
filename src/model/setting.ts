import type { Span } from './span.ts';

/** Where Nix settings can stand. Every container is read into the same records and judged by the same rules. */
export type SettingContainer =
  /** A nix.conf file, whatever its name. */
  | 'nix-conf'
  /** An action's input with nix.conf text, e.g. `extra_nix_config`, or a nix.conf a `run` step writes. */
  | 'workflow-input'
  /** `--option name value`, `--name value`, `--no-name` of a Nix command. */
  | 'shell-flag'
  /** The environment variable, in YAML or shell. */
  | 'NIX_CONFIG'
  /** The attribute of flake.nix. */
  | 'nixConfig'
  /** `nix.settings.*`, `nix.extraOptions` and the legacy names of NixOS, nix-darwin and home-manager. */
  | 'nixos-option'
  | 'dockerfile';

/** One whitespace-separated word of a value, as written: Nix knows no quotes and no escapes. */
export type SettingToken = {
  readonly text: string;
  readonly span: Span;
  /** Part of the word is filled in later: `${{ … }}`, a shell variable, a Nix expression. */
  readonly dynamic?: true;
  /** A `#` follows at once: Nix dropped the rest of the word as a comment. */
  readonly cut?: true;
};

/** A setting as it is written, before its name is looked up. */
export type WrittenSetting = {
  /** As written, `extra-` included. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly tokens: readonly SettingToken[];
  /** From the name to the last token. */
  readonly span: Span;
  /** The file the spans point into, when it is not the document's own (an included file). */
  readonly path?: string;
  /** The action that adds this line unasked, e.g. `nixbuild/nix-quick-install-action`; the spans show its `uses:`. */
  readonly implicit?: string;
  /** A word stands in a definition outside of the setting, which other code may use as well. */
  readonly shared?: true;
};

/** A written setting with its name looked up (`src/settings/assignment.ts`). */
export type Assignment = WrittenSetting & {
  /** Aliases and `extra-` folded; the name itself when Nix does not know it. */
  readonly canonical: string;
  /** `extra` appends. Lists of NixOS options merge, so they are `extra` unless forced. */
  readonly operation: 'set' | 'extra';
  /** False in NixOS modules, where neither of two definitions comes later. */
  readonly ordered?: false;
};

/** Why a line is none for Nix, which then fails as a rule, or is not known to us. */
export type SettingFault = {
  /**
   * `include`: a file includes itself. `missing`: an included file is not in the repository, though it may be where the
   * settings are installed. `unread`: it is there, and a limit of ours or the file itself kept us from reading it.
   */
  readonly reason: 'syntax' | 'include' | 'missing' | 'unread';
  readonly at: Span;
  readonly path?: string;
  /** The words of the line. */
  readonly tokens: readonly SettingToken[];
  readonly message: string;
};

/**
 * Something that holds settings which the repository does not: a line that is filled in later, or an include that leads
 * out of the repository or is named only where the settings are used.
 */
export type SettingGap = {
  /** `optional` is an include that may be absent. */
  readonly kind: 'line' | 'include' | 'optional';
  readonly at: Span;
  readonly path?: string;
};

/** A flag that names a store or switches checks off without being a setting: `--from`, `--to`, `--no-check-sigs`. */
export type StoreFlag = {
  /** Without the dashes. */
  readonly name: 'from' | 'to' | 'no-check-sigs';
  readonly span: Span;
  /** Absent for a flag without value. */
  readonly value?: SettingToken;
};

/** What is known about the place where the settings apply. All false: a developer's or server's machine. */
export type SettingEnvironment = {
  /** A job or script of continuous integration. */
  readonly ci: boolean;
  /** A container image, Dockerfile or dev container, which is isolated from outside. */
  readonly container: boolean;
  /** A virtual machine test or an installer, thrown away afterwards. */
  readonly disposable: boolean;
  /** A job that runs on macOS only, where Nix does not sandbox by default. */
  readonly macosOnly: boolean;
  /** Secrets, write permission or a privileged pull-request trigger are within reach. */
  readonly privileged: boolean;
  /** Why `privileged` is true. */
  readonly privilege?: 'trigger' | 'write' | 'secrets';
  /** Id of the job the settings belong to. */
  readonly job?: string;
  /** Code of a pull request may run here: `pull_request`, `pull_request_target` and kin. */
  readonly pullRequest: boolean;
  /** The settings hold for every user of a machine or image: `/etc/nix/nix.conf`, a NixOS module. */
  readonly systemWide: boolean;
};

export const plainEnvironment: SettingEnvironment = {
  ci: false,
  container: false,
  disposable: false,
  macosOnly: false,
  privileged: false,
  pullRequest: false,
  systemWide: false,
};

/** What one container assigns, in the order Nix applies it: one file, one input, one command, one module. */
export type SettingsBlock = {
  readonly container: SettingContainer;
  /** How messages name it, e.g. `nix.conf`, `extra_nix_config of cachix/install-nix-action`. */
  readonly label: string;
  readonly assignments: readonly Assignment[];
  readonly faults: readonly SettingFault[];
  readonly gaps: readonly SettingGap[];
  readonly flags: readonly StoreFlag[];
  readonly environment: SettingEnvironment;
};

/** Every block of settings in one file; a document of kind `settings`, beside the one of the file's own kind. */
export type SettingsFile = {
  readonly blocks: readonly SettingsBlock[];
  /** Texts of included files by path, for findings that stand in them. */
  readonly included?: ReadonlyMap<string, string>;
};
