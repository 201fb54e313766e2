/**
 * Actions that install, configure, cache or update Nix, and what they write into nix.conf.
 *
 * Sources: the metadata (`action.yml`) and install scripts of the repositories named, read up to August 2026.
 * Review after the date below: inputs and defaults change with major versions.
 */
export const freshUntil = '2027-05-31';

/** A line the action writes without being asked. */
export type ImplicitSetting = {
  /** nix.conf text. */
  readonly text: string;
  /** Before or after the lines of the caller: the last assignment wins. */
  readonly place: 'before' | 'after';
  /** Told only where it makes a difference: users of hosted runners are root anyway. */
  readonly only?: 'self-hosted';
  /** Input whose value `false` prevents it. */
  readonly unless?: string;
  /** First major version (`v21`) that writes it; refs that name no version count as newer. */
  readonly sinceMajor?: number;
  /** Input with the version of Nix and the first version for which it is written. */
  readonly sinceNix?: { readonly input: string; readonly version: string };
};

export type NixAction = {
  /** `owner/repo`, lower case. */
  readonly repository: string;
  readonly role:
    'install' | 'push-cache' | 'restore-cache' | 'update-lock' | 'run-nix' | 'publish' | 'check';
  /** Inputs whose value is nix.conf text. Lower case, as all inputs here. */
  readonly conf?: readonly string[];
  readonly implicit?: readonly ImplicitSetting[];
  /** Inputs with a version of Nix, as number or inside a URL. */
  readonly version?: readonly string[];
  readonly fork?: 'lix' | 'determinate';
  /** Inputs with a URL something is installed from. */
  readonly url?: readonly string[];
  /** Inputs that set `NIX_PATH` or add channels. */
  readonly nixPath?: readonly string[];
  /** Inputs whose presence lets the action write to a cache, and the input that forbids it all the same. */
  readonly push?: { readonly tokens: readonly string[]; readonly skip?: string };
};

const runnerUser = {
  text: 'trusted-users = root runner',
  place: 'before',
  only: 'self-hosted',
} as const;

export const nixActions: readonly NixAction[] = [
  {
    repository: 'cachix/install-nix-action',
    role: 'install',
    conf: ['extra_nix_config'],
    implicit: [{ ...runnerUser, unless: 'set_as_trusted_user', sinceMajor: 19 }],
    version: ['install_url'],
    url: ['install_url'],
    nixPath: ['nix_path'],
  },
  {
    repository: 'determinatesystems/nix-installer-action',
    role: 'install',
    conf: ['extra-conf'],
    implicit: [{ ...runnerUser, place: 'after', unless: 'trust-runner-user' }],
    version: ['nix-package-url'],
    url: ['nix-package-url', 'nix-installer-url', 'source-url'],
    nixPath: ['channels'],
  },
  {
    repository: 'determinatesystems/determinate-nix-action',
    role: 'install',
    conf: ['extra-conf'],
    implicit: [{ ...runnerUser, place: 'after', unless: 'trust-runner-user' }],
    fork: 'determinate',
    url: ['source-url'],
  },
  {
    repository: 'nixos/nix-installer-action',
    role: 'install',
    conf: ['extra-conf'],
    implicit: [{ ...runnerUser, place: 'after', unless: 'trust-runner-user' }],
    version: ['nix-package-url'],
    url: ['nix-package-url', 'nix-installer-url', 'source-url'],
    nixPath: ['channels'],
  },
  {
    repository: 'nixbuild/nix-quick-install-action',
    role: 'install',
    conf: ['nix_conf'],
    // Not written by v20 and before; cannot be switched off, for it follows the caller's lines.
    implicit: [
      {
        text: 'accept-flake-config = true',
        place: 'after',
        sinceMajor: 21,
        sinceNix: { input: 'nix_version', version: '2.14' },
      },
    ],
    version: ['nix_version'],
    url: ['nix_archives_url'],
  },
  {
    repository: 'deemp/nix-quick-install-action',
    role: 'install',
    conf: ['nix_conf'],
    version: ['nix_version'],
    url: ['nix_archives_url'],
  },
  {
    repository: 'samueldr/lix-gha-installer-action',
    role: 'install',
    conf: ['extra_nix_config'],
    version: ['lix_version'],
    fork: 'lix',
    url: ['lix_version'],
  },
  {
    repository: 'lix-project/lix-gha-installer-action',
    role: 'install',
    conf: ['extra_nix_config'],
    version: ['lix_version'],
    fork: 'lix',
    url: ['lix_version'],
  },
  { repository: 'jetify-com/devbox-install-action', role: 'install' },
  { repository: 'flox/install-flox-action', role: 'install' },
  { repository: 'rrbutani/use-nix-shell-action', role: 'run-nix' },
  { repository: 'workflow/nix-shell-action', role: 'run-nix' },
  { repository: 'tweag/run-nix-shell', role: 'run-nix' },
  {
    repository: 'cachix/cachix-action',
    role: 'push-cache',
    push: { tokens: ['authtoken', 'signingkey'], skip: 'skippush' },
  },
  {
    repository: 'ryanccn/attic-action',
    role: 'push-cache',
    push: { tokens: ['token'], skip: 'skip-push' },
  },
  { repository: 'nixbuild/nixbuild-action', role: 'run-nix' },
  { repository: 'determinatesystems/magic-nix-cache-action', role: 'restore-cache' },
  { repository: 'determinatesystems/flakehub-cache-action', role: 'push-cache' },
  { repository: 'nix-community/cache-nix-action', role: 'restore-cache' },
  { repository: 'determinatesystems/update-flake-lock', role: 'update-lock' },
  { repository: 'determinatesystems/flake-checker-action', role: 'check' },
  { repository: 'determinatesystems/flakehub-push', role: 'publish' },
  { repository: 'natsukium/nix-diff-action', role: 'run-nix' },
];
