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

const optionNames = ['settings', 'extraOptions', ...legacyOptions.keys()];

/** Whether a file is the flake.nix of a folder. */
export function isFlake({ path }: Source): boolean {
  return path === 'flake.nix' || path.endsWith('/flake.nix');
}

/** Whether a text can set one of the options read from modules. */
export function mayBeModule(text: string): boolean {
  return text.includes('nix') && optionNames.some((name) => text.includes(name));
}
