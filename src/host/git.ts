import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
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
import { forkPoint, parents, readHistory } from './git-history.ts';

/** Long enough for `ls-files` on the largest repositories, short enough that a hung file system shows. */
const GIT_TIMEOUT_MILLISECONDS = 30_000;
/** `ls-files` of a million paths of ordinary length. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024;

/**
 * Settings that keep the repository under review from running anything: no hooks, no file system monitor,
 * no pager, and no bare repository that lies among the tracked files. Blobs are read as they are stored, so
 * no filter or textconv runs.
 */
const HARDENING = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'safe.bareRepository=explicit',
];

/** Fetching the base commit needs a network transport, and only these. */
const TRANSPORTS = 'https:ssh';

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
  readonly parents: (revision: string) => readonly string[];
  readonly forkPoint: (revision: string) => string | undefined;
};

type Exec = (program: string, args: readonly string[], options: ExecOptions) => ExecResult;

/** Read-only access to the git checkout that holds `root`, if one does. */
export function createGit(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  exec: Exec,
): Git {
  const top = checkoutTop(root);
  // Git starts at the top, where .git lies: below it, tracked files could pose as a repository.
  const options: ExecOptions = {
    directory: top ?? root,
    environment: gitEnvironment(environment),
    timeoutMilliseconds: GIT_TIMEOUT_MILLISECONDS,
    maxOutputBytes: MAX_LISTING_BYTES,
  };
  const git: RunGit = (args, maxOutputBytes = MAX_LISTING_BYTES) => {
    if (top === undefined) return NO_CHECKOUT;
    return exec('git', [...HARDENING, ...args], { ...options, maxOutputBytes });
  };
  const below = top === undefined || top === root ? '' : `${slashed(relative(top, root))}/`;
  const resolveCommit = (revision: string): string | undefined => resolve(git, revision);
  return {
    list: () => (top === undefined ? undefined : list(git, below)),
    prefix: () => below,
    resolve: resolveCommit,
    readAt: (revision, path, maxBytes) => readAt(git, revision, below + path, path, maxBytes),
    listAt: (revision) => listAt(git, revision, below),
    history: (query) => readHistory(git, resolveCommit, below, query),
    parents: (revision) => parents(git, resolveCommit(revision)),
    forkPoint: (revision) => forkPoint(git, resolveCommit(revision)),
  };
}

const NO_CHECKOUT: ExecResult = { status: 128, stdout: new Uint8Array(), stderr: '' };

/** The nearest directory upwards that holds `.git`, a directory or the file of a worktree. */
export function checkoutTop(root: string): string | undefined {
  for (let at = root; ; at = dirname(at)) {
    if (lstatSync(join(at, '.git'), { throwIfNoEntry: false }) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** A remote that sends next to nothing for a minute must not hold the job. */
const PATIENCE = ['-c', 'http.lowSpeedLimit=100', '-c', 'http.lowSpeedTime=60'];

/** Fetches exactly one commit, without tags, submodules or anything else. `commit` is a full commit id. */
export function fetchArguments(commit: string): string[] {
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1'];
  return [...HARDENING, ...PATIENCE, 'fetch', ...options, '--end-of-options', 'origin', commit];
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
    // A ref below refs/replace could put another commit in the place of the base.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    // Nothing: a partial clone fetches what it lacks, before Git 2.45 in any case. Settings of the checkout could
    // allow a transport that runs a program, and only this goes before them.
    GIT_ALLOW_PROTOCOL: '',
  };
  for (const name of ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'SystemRoot', 'USERPROFILE']) {
    const value = environment[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** The environment in which one commit is fetched. */
export function fetchEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return { ...gitEnvironment(environment), GIT_ALLOW_PROTOCOL: TRANSPORTS };
}

function list(git: RunGit, below: string): Listing | undefined {
  const run = git(['--literal-pathspecs', 'ls-files', '-z', '--stage', '--', below || '.']);
  if (run.failure === 'not-found') return undefined;
  if (run.status !== 0) {
    const said = run.stderr.split('\n')[0] ?? '';
    return { ok: false, problem: `git cannot list the tracked files: ${said}` };
  }
  return { ok: true, tracked: true, ...trackedEntries(run.stdout, below) };
}

/**
 * Reads `mode … TAB path NUL`, as `ls-files --stage` and `ls-tree` print it; a conflicted path has several
 * stages and counts once.
 */
function trackedEntries(
  stdout: Uint8Array,
  below: string,
): { readonly entries: Entry[]; readonly submodules: string[] } {
  const submodules: string[] = [];
  const entries = new Map<string, Entry>();
  for (const line of Buffer.from(stdout).toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const mode = line.slice(0, 6);
    const path = line.slice(tab + 1 + below.length);
    if (!line.startsWith(below, tab + 1) || isOutside(path)) continue;
    if (mode === SUBMODULE) {
      submodules.push(path);
      continue;
    }
    const content = line.slice(0, tab).match(/[0-9a-f]{40,64}/)?.[0];
    entries.set(path, { path, type: trackedType(mode, path), ...(content && { content }) });
  }
  const sorted = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries: sorted, submodules };
}

/** A commit of another repository in the place of a folder. */
const SUBMODULE = '160000';

/** Git lists no such path; an index or tree made by hand could. */
function isOutside(path: string): boolean {
  return path.startsWith('/') || path.split('/').includes('..');
}

function listAt(git: RunGit, revision: string, below: string): Listing {
  const commit = resolve(git, revision);
  if (commit === undefined) return { ok: false, problem: `revision ${revision} is not at hand` };
  const run = git(['--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', below || '.']);
  if (run.status !== 0) return { ok: false, problem: `the files of ${revision} cannot be listed` };
  return { ok: true, tracked: true, ...trackedEntries(run.stdout, below) };
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

function readAt(
  git: RunGit,
  revision: string,
  fromTop: string,
  path: string,
  maxBytes: number,
): ReadResult {
  const commit = resolve(git, revision);
  if (commit === undefined) {
    return { ok: false, cause: 'missing', problem: `revision ${revision} is not at hand` };
  }
  const run = git(['cat-file', 'blob', `${commit}:${fromTop}`], maxBytes);
  if (run.failure === 'output-limit') {
    return { ok: false, cause: 'limit', problem: `file is larger than ${maxBytes} bytes` };
  }
  if (run.status !== 0) {
    // A partial clone knows the path and lacks its content: that is no absence.
    const isAbsent = run.stderr.startsWith("fatal: path '");
    return isAbsent || run.failure === 'not-found'
      ? { ok: false, cause: 'missing', problem: `no such file at ${revision}` }
      : {
          ok: false,
          cause: 'parse',
          problem: `content of ${path} at ${revision} is not at hand; check out without \`filter\``,
        };
  }
  return { ...decode(run.stdout), realPath: path };
}
