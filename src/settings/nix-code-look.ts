import type { Source } from '../model/document.ts';

/** Options of NixOS before `nix.settings` (nixos/modules/config/nix.nix), some of which live on as aliases. */
export const legacyOptions: ReadonlyMap<string, string> = new Map([
  ['allowedUsers', 'allowed-users'],
  ['binaryCachePublicKeys', 'trusted-public-keys'],
  ['binaryCaches', 'substituters'],
  ['buildCores', 'cores'],
  ['maxJobs', 'max-jobs'],
  ['requireSignedBinaryCaches', 'require-sigs'],
  ['sandboxPaths', 'extra-sandbox-paths'],
  ['trustedBinaryCaches', 'trusted-substituters'],
  ['trustedUsers', 'trusted-users'],
  ['useSandbox', 'sandbox'],
]);

const optionNames = ['settings', 'customSettings', 'extraOptions', 'nix.conf', 'nix.custom.conf'];
const wanted = [...optionNames, ...legacyOptions.keys()];

/** Whether a file is the flake.nix of a folder. */
export function isFlake({ path }: Source): boolean {
  return path === 'flake.nix' || path.endsWith('/flake.nix');
}

/** A quoted name with an escape or an interpolation, which may spell anything: `nix."s\\ettings"`. */
const SPELT_OTHERWISE = /"[^"\n]{0,40}(?:\\|\$\{)|\.\$\{/;

/** Whether a text can set one of the options read from modules. An escaped name must not hide one. */
export function mayBeModule(text: string): boolean {
  if (SPELT_OTHERWISE.test(text)) return true;
  if (text.includes('NIX_CONFIG')) return true;
  return text.includes('nix') && wanted.some((name) => text.includes(name));
}
