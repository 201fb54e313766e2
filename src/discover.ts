import type { Entry } from './model/host.ts';

/** What a file is parsed as. */
export type FileKind = 'flake-lock' | 'devenv-lock';

export type Candidate = Entry & { readonly kind: FileKind };

/** More files of our kinds than any monorepo known; past it the run says that it is incomplete. */
export const MAX_CANDIDATES = 20_000;

/** Largest file read, by kind, in bytes. The largest real lock known has 426 kB. */
export const MAX_BYTES: Readonly<Record<FileKind, number>> = {
  'flake-lock': 8 * 1024 * 1024,
  'devenv-lock': 8 * 1024 * 1024,
};

const BY_NAME = new Map<string, FileKind>([
  ['flake.lock', 'flake-lock'],
  ['devenv.lock', 'devenv-lock'],
]);

/** The files worth reading, in the order listed. Hidden folders count: Nix evaluates flakes there too. */
export function discover(entries: readonly Entry[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const kind = kindOf(entry.path);
    if (kind !== undefined) candidates.push({ ...entry, kind });
  }
  return candidates;
}

function kindOf(path: string): FileKind | undefined {
  return BY_NAME.get(path.slice(path.lastIndexOf('/') + 1));
}
