import type { Entry } from './model/host.ts';
import type { ScriptFlavour } from './model/script.ts';

/** What a file is parsed as. */
export type FileKind =
  'flake-lock' | 'devenv-lock' | 'nix-conf' | 'nix' | 'workflow' | 'action' | ScriptFlavour;

export type Candidate = Entry & { readonly kind: FileKind };

/** More files of our kinds than nixpkgs has (45,000); past it the run says that it is incomplete. */
export const MAX_CANDIDATES = 100_000;

/** Largest file read, by kind, in bytes. The largest real lock known has 426 kB. */
export const MAX_BYTES: Readonly<Record<FileKind, number>> = {
  'flake-lock': 8 * 1024 * 1024,
  'devenv-lock': 8 * 1024 * 1024,
  // The largest real nix.conf known has 3 kB.
  'nix-conf': 1024 * 1024,
  // The longest file of nixpkgs, which is generated, has 22 MB.
  nix: 32 * 1024 * 1024,
  // The parser takes a mebi of characters, which is far beyond what a forge runs.
  workflow: 4 * 1024 * 1024,
  action: 4 * 1024 * 1024,
  shell: 4 * 1024 * 1024,
  justfile: 4 * 1024 * 1024,
  makefile: 4 * 1024 * 1024,
  dockerfile: 4 * 1024 * 1024,
};

const BY_NAME = new Map<string, FileKind>([
  ['flake.lock', 'flake-lock'],
  ['devenv.lock', 'devenv-lock'],
  ['nix.conf', 'nix-conf'],
  ['nix.custom.conf', 'nix-conf'],
  ['action.yml', 'action'],
  ['action.yaml', 'action'],
  ['justfile', 'justfile'],
  ['.justfile', 'justfile'],
  ['Justfile', 'justfile'],
  ['Makefile', 'makefile'],
  ['makefile', 'makefile'],
  ['GNUmakefile', 'makefile'],
  ['Dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['.envrc', 'shell'],
]);

const BY_EXTENSION = new Map<string, FileKind>([
  ['nix', 'nix'],
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['zsh', 'shell'],
  ['just', 'justfile'],
  ['mk', 'makefile'],
  ['Dockerfile', 'dockerfile'],
  ['dockerfile', 'dockerfile'],
]);

/** Folders of which a forge runs every YAML file. */
const WORKFLOWS = /(?:^|\/)\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/;

/**
 * The files worth reading, in the order listed. Hidden folders count: Nix evaluates flakes there too. Files that
 * `isSettings` names are read as nix.conf unless they have a kind of their own, which no policy takes from them.
 */
export function discover(
  entries: readonly Entry[],
  isSettings: (path: string) => boolean = () => false,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const kind = kindOf(entry.path) ?? (isSettings(entry.path) ? 'nix-conf' : undefined);
    if (kind !== undefined) candidates.push({ ...entry, kind });
  }
  return candidates;
}

function kindOf(path: string): FileKind | undefined {
  if (WORKFLOWS.test(path)) return 'workflow';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const byPrefix = name.startsWith('Dockerfile.') ? 'dockerfile' : undefined;
  const byExtension = dot > 0 ? BY_EXTENSION.get(name.slice(dot + 1)) : undefined;
  return BY_NAME.get(name) ?? byPrefix ?? byExtension;
}
