import type { FileContent } from '../model/nix-code.ts';
import { fileKind } from '../secrets/file-kinds.ts';
import { scan } from '../secrets/scan.ts';
import { isHarmlessName, sensitiveName } from '../secrets/sensitive-names.ts';

/** The other files of the run, as far as rules about code ask for them. */
export type Repository = {
  readonly read: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
  /** Every file listed. */
  readonly paths: readonly string[];
};

/**
 * The path a path literal of a file names, from the top of the repository; undefined when it leads out of it.
 * A folder ends without a slash, the top is ''.
 */
export function repositoryPath(file: string, literal: string): string | undefined {
  if (literal.startsWith('/') || literal.startsWith('~')) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of literal.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** What a file of the repository is as far as secrets go; `unknown` when there is none at the path. */
export function contentOf(path: string, repository: Repository): FileContent {
  if (!repository.exists(path)) return 'unknown';
  const text = repository.read(path);
  if (text === undefined) return 'unknown';
  const { kind } = fileKind(text);
  if (kind !== 'plain' || !isHarmlessName(path)) return kind;
  return /\.(?:age|gpg|asc|enc|sops)$/i.test(path) ? 'encrypted' : 'public';
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** Folders whose keys and passwords open nothing. */
const pretend = /(?:^|\/)(?:tests?|testdata|checks|fixtures|examples?|templates|docs?|mocks?)\//i;

/** More candidates than a repository has; a hostile one must not make us read everything twice. */
const maxCandidates = 1000;

/** The files that hold a plain secret by name and content, those for tests and examples left out. */
export function sensitiveFiles(repository: Repository): readonly string[] {
  const earlier = known.get(repository.paths);
  if (earlier !== undefined) return earlier;
  const named = repository.paths.filter(
    (path) => sensitiveName(path) !== undefined && !pretend.test(path),
  );
  const found = named.slice(0, maxCandidates).filter((path) => isPlainSecret(path, repository));
  known.set(repository.paths, found);
  return found;
}

/** Containers of keys that no text tells apart from encrypted ones; their passwords are often none. */
const keyStores = /\.(?:p12|pfx|jks|keystore|tfstate)$|\.tfstate\./i;

function isPlainSecret(path: string, repository: Repository): boolean {
  if (keyStores.test(path)) return true;
  const text = repository.read(path);
  if (text === undefined) return false;
  const { kind } = fileKind(text);
  if (kind === 'private-key') return true;
  return kind === 'plain' && scan(text, { syntax: 'data' }).some(({ reason }) => reason !== 'weak');
}
