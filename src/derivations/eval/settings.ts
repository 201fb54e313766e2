/**
 * What an evaluation may do, as one `nix.conf`. It is the whole configuration: system and user files are
 * not read, so neither plugins nor access tokens of this machine reach code of the repository.
 */
const settings = [
  'experimental-features = nix-command flakes ca-derivations impure-derivations dynamic-derivations pipe-operators',
  'accept-flake-config = false',
  'allow-import-from-derivation = false',
  'allow-unsafe-native-code-during-evaluation = false',
  'build-users-group =',
  'builders =',
  'max-jobs = 0',
  'substitute = false',
  'substituters =',
  'plugin-files =',
  'use-registries = false',
  'eval-cache = false',
  'warn-dirty = false',
  'connect-timeout = 15',
];

/** How far the evaluated code is kept in: a locked flake is pure, a plain file sees its own tree only. */
export type Confinement = 'pure' | 'restricted';

/** What a child needs to find programs and the network; nothing that holds a credential. */
const passedOn = [
  'PATH',
  'LANG',
  'NIX_SSL_CERT_FILE',
  'SSL_CERT_FILE',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
];

/** Environment of every Nix process: all state below `home`, no search path, no daemon. */
export function evalEnvironment(
  ours: Readonly<Record<string, string | undefined>>,
  home: string,
  confinement: Confinement,
): Record<string, string> {
  const environment: Record<string, string> = {
    HOME: home,
    TMPDIR: `${home}/tmp`,
    XDG_CACHE_HOME: `${home}/cache`,
    XDG_CONFIG_HOME: `${home}/config`,
    XDG_DATA_HOME: `${home}/data`,
    XDG_STATE_HOME: `${home}/state`,
    NIX_CONF_DIR: `${home}/config`,
    NIX_USER_CONF_FILES: '/dev/null',
    NIX_PATH: '',
    NIX_CONFIG: [...settings, ...confined(confinement)].join('\n'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  for (const name of passedOn) {
    const value = ours[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

function confined(confinement: Confinement): readonly string[] {
  if (confinement === 'pure') return ['pure-eval = true', 'restrict-eval = false'];
  return ['pure-eval = false', 'restrict-eval = true', 'allowed-uris ='];
}
