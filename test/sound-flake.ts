import { githubNode, lockOf } from './locks.ts';

/** The repository that the exploits of the gallery attack: one input, locked to the genuine tree. */
export const soundFlake = {
  'flake.lock': lockOf({
    lib: {
      ...githubNode('NixOS/nixpkgs', {
        rev: '18e3ef2dd77e8b595617574593f4c3fbb585d2f7',
        narHash: 'sha256-Q3G/zLrDnUFr+NDsfM0iZCNz5XWtF9X3XL6CiuqkzF8=',
      }),
      original: { owner: 'NixOS', ref: 'nixos-unstable', repo: 'nixpkgs', type: 'github' },
    },
  }),
  'flake.nix':
    '{\n  inputs.lib.url = "github:NixOS/nixpkgs/nixos-unstable";\n' +
    '  outputs = { self, lib }: { inherit (lib) who; };\n}\n',
} as const;
