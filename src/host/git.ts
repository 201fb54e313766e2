import { decode } from './decode.ts';
import type {
  Entry,
  ExecOptions,
  ExecResult,
  History,
  HistoryQuery,
  Listing,
  ReadResult,
} from '../model/host.ts';
import { readHistory } from './git-history.ts';

/** Long enough for `ls-files` on the largest repositories, short enough that a hung file system shows. */
const GIT_TIMEOUT_MILLISECONDS = 30_000;
/** `ls-files` of a million paths of ordinary length. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024;

/**
 * Settings that keep the repository under review from running anything: no hooks, no file system monitor,
 * no transport helper, no pager. Blobs are read as they are stored, so no filter or textconv runs either.
 */
const HARDENING = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'protocol.file.allow=never',
];

/** A revision we pass to git: a name of letters, digits and `._/@{}^~-` that is no option and no range. */
const REVISION = /^(?!-)(?!.*\.\.)[A-Za-z0-9._/@{}^~-]{1,250}$/;

export type Git = {
  /** Tracked files, or undefined when the directory is in no git checkout. */
  readonly list: () => Listing | undefined;
  /** The directory below the top of its checkout, with a closing `/`; `''` at the top or outside git. */
  readonly prefix: () => string;
  readonly readAt: (revision: string, path: string, maxBytes: number) => ReadResult;
  readonly resolve: (revision: string) => string | undefined;
  readonly listAt: (revision: string) => Listing;
  readonly history: (query: HistoryQuery) => History;
};

type Exec = (program: string, args: readonly string[], options: ExecOptions) => ExecResult;

/** Read-only access to the git checkout that holds `root`, if one does. */
export function createGit(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  exec: Exec,
): Git {
  const options: ExecOptions = {
    directory: root,
    environment: gitEnvironment(environment),
    timeoutMilliseconds: GIT_TIMEOUT_MILLISECONDS,
    maxOutputBytes: MAX_LISTING_BYTES,
  };
  const git = (args: readonly string[], maxOutputBytes = MAX_LISTING_BYTES): ExecResult =>
    exec('git', [...HARDENING, ...args], { ...options, maxOutputBytes });
  return {
    list: () => list(git),
    prefix: () => {
      const run = git(['rev-parse', '--show-prefix']);
      return run.status === 0 ? Buffer.from(run.stdout).toString('utf8').replace(/\n$/, '') : '';
    },
    resolve: (revision) => resolve(git, revision),
    readAt: (revision, path, maxBytes) => readAt(git, revision, path, maxBytes),
    listAt: (revision) => listAt(git, revision),
    history: (query) => readHistory(git, (revision) => resolve(git, revision), query),
  };
}

/** Fetches exactly one commit, without tags, submodules or anything else. `commit` is a full commit id. */
export function fetchArguments(commit: string): string[] {
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1'];
  return [...HARDENING, 'fetch', ...options, '--end-of-options', 'origin', commit];
}

export type RunGit = (args: readonly string[], maxOutputBytes?: number) => ExecResult;

/**
 * Git sees HOME (safe.directory lives there and is honoured) and nothing of ours: GIT_DIR and its kin
 * would make it list another repository than the one under review.
 */
export function gitEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  };
  for (const name of ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'SystemRoot', 'USERPROFILE']) {
    const value = environment[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

function list(git: RunGit): Listing | undefined {
  const run = git(['ls-files', '-z', '--stage', '--', '.']);
  if (run.failure === 'not-found') return undefined;
  if (run.status !== 0) {
    if (/not a git repository/.test(run.stderr)) return undefined;
    const said = run.stderr.split('\n')[0] ?? '';
    return { ok: false, problem: `git cannot list the tracked files: ${said}` };
  }
  return { ok: true, entries: trackedEntries(run.stdout), tracked: true };
}

/**
 * Reads `mode … TAB path NUL`, as `ls-files --stage` and `ls-tree` print it; a conflicted path has several
 * stages and counts once.
 */
function trackedEntries(stdout: Uint8Array): Entry[] {
  const entries = new Map<string, Entry>();
  for (const line of Buffer.from(stdout).toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const mode = line.slice(0, 6);
    const path = line.slice(tab + 1);
    if (mode === '160000') continue;
    const content = line.slice(0, tab).match(/[0-9a-f]{40,64}/)?.[0];
    entries.set(path, { path, type: trackedType(mode, path), ...(content && { content }) });
  }
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function listAt(git: RunGit, revision: string): Listing {
  const commit = resolve(git, revision);
  if (commit === undefined) return { ok: false, problem: `revision ${revision} is not at hand` };
  const run = git(['ls-tree', '-r', '-z', commit, '--', '.']);
  if (run.status !== 0) return { ok: false, problem: `the files of ${revision} cannot be listed` };
  return { ok: true, entries: trackedEntries(run.stdout), tracked: true };
}

function trackedType(mode: string, path: string): Entry['type'] {
  if (path.includes('\ufffd')) return 'odd-name';
  return mode === '120000' ? 'link' : 'file';
}

function resolve(git: RunGit, revision: string): string | undefined {
  if (!REVISION.test(revision)) return undefined;
  const run = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const id = Buffer.from(run.stdout).toString('utf8').trim();
  return run.status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

function readAt(git: RunGit, revision: string, path: string, maxBytes: number): ReadResult {
  const commit = resolve(git, revision);
  if (commit === undefined) {
    return { ok: false, cause: 'missing', problem: `revision ${revision} is not at hand` };
  }
  const run = git(['cat-file', 'blob', `${commit}:./${path}`], maxBytes);
  if (run.failure === 'output-limit') {
    return { ok: false, cause: 'limit', problem: `file is larger than ${maxBytes} bytes` };
  }
  if (run.status !== 0) {
    return { ok: false, cause: 'missing', problem: `no such file at ${revision}` };
  }
  return { ...decode(run.stdout), realPath: path };
}
