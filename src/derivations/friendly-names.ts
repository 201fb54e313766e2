/** Names of what NixOS, home-manager and dockerTools write, and what a person calls it. */
const exact: ReadonlyMap<string, string> = new Map([
  ['etc', 'the files of /etc'],
  ['users-groups.json', 'the users and groups of the system'],
  ['set-environment', 'the environment of every login'],
  ['activate', 'the activation script'],
  ['system-path', 'the packages of the system'],
  ['system-units', 'the systemd units of the system'],
  ['user-units', 'the systemd units of users'],
  ['home-manager-files', 'the files of a home'],
  ['home-manager-generation', 'a home'],
  ['nix.conf', 'the settings of Nix'],
]);

const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /^unit-script-(.+)-(?:start|stop|reload|pre-start|post-start|pre-stop|post-stop)$/,
    'the script of the systemd unit $1',
  ],
  [/^unit-(.+)$/, 'the systemd unit $1'],
  [/^nixos-system-(.+?)-\d[\w.]*$/, 'the system $1'],
  [/^docker-image-(.+?)(?:\.tar(?:\.gz)?)?$/, 'the container image $1'],
  [/^(.+)-conf\.json$/, 'the configuration of the container image $1'],
  [/^stream-(.+)$/, 'the container image $1'],
  [/^etc-(.+)$/, 'the file /etc/$1'],
  [/^hm_(.+)$/, 'the file $1 of a home'],
  [/^(.+)-shell(?:-env)?$/, 'the shell $1'],
];

/** What a person calls a generated derivation, by its name without digest and `.drv`; else undefined. */
export function friendlyName(name: string): string | undefined {
  const known = exact.get(name);
  if (known !== undefined) return known;
  for (const [pattern, words] of patterns) {
    const match = pattern.exec(name);
    if (match?.[1] !== undefined) return words.replace('$1', () => match[1] ?? '');
  }
  return undefined;
}
