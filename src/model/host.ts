import type { Scratch } from './scratch.ts';
import type { FileFault, FileTree } from './store.ts';

/** How a listed file can be read. `link` is a symbolic link, `odd-name` a name that is not UTF-8. */
export type Entry = {
  /** Relative to the linted directory, with `/`. */
  readonly path: string;
  readonly type: 'file' | 'link' | 'special' | 'odd-name';
  /** Id of the content, where git tells it: equal for equal files. */
  readonly content?: string;
};

export type Listing =
  | {
      readonly ok: true;
      readonly entries: readonly Entry[];
      /** Whether git said which files count; otherwise every file does. */
      readonly tracked: boolean;
      /** Folders that hold another repository, whose files are not listed. */
      readonly submodules?: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

export type ReadResult =
  | {
      readonly ok: true;
      readonly text: string;
      /** Whether bytes that are no UTF-8 were replaced by U+FFFD. */
      readonly lossy: boolean;
      /** The file behind a link, relative to the linted directory; the path itself otherwise. */
      readonly realPath: string;
    }
  | {
      readonly ok: false;
      /** `missing`: there is no such file, which is no fault of a listed but deleted one. */
      readonly cause: 'missing' | 'parse' | 'limit';
      readonly problem: string;
    };

export type ExecResult = {
  /** Exit status; undefined when the program did not run to its end. */
  readonly status: number | undefined;
  readonly stdout: Uint8Array;
  readonly stderr: string;
  /** Why it did not run to its end. */
  readonly failure?: 'not-found' | 'timeout' | 'output-limit' | 'signal' | 'denied';
};

export type ExecOptions = {
  readonly directory?: string;
  /** The whole environment of the child. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  readonly maxOutputBytes: number;
};

/** A commit of the first-parent line; names and texts are whatever its author wrote. */
export type Commit = {
  /** Full commit ids. */
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** Committer's date, seconds since 1970. */
  readonly time: number;
  readonly subject: string;
};

export type History =
  | {
      readonly ok: true;
      /** Newest first. */
      readonly commits: readonly Commit[];
      /** Why it does not reach back to where it should: a shallow checkout, or a limit. */
      readonly cutOff?: string;
    }
  | { readonly ok: false; readonly problem: string };

/** Which part of a history is wanted. */
export type HistoryQuery = {
  /** Up to and without this revision; undefined goes back to the first commit. */
  readonly after?: string;
  /** Only commits that touch a file of one of these names, in any folder. */
  readonly names: readonly string[];
  readonly maxCommits: number;
};

/** What reading and instantiating derivations needs beyond the linted directory. */
export type StoreHost = {
  /** The linted directory, as an absolute path. */
  readonly directory: string;
  readonly files: FileTree;
  /** What stands on standard input, up to `maxBytes`. */
  readonly input: (maxBytes: number) => Uint8Array | FileFault;
  readonly scratch: () => Scratch;
  /** The environment of this process; children see an allow-list of it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a clock that only runs forward. */
  readonly clock: () => number;
  /** Told what long work is about to do, one plain line each. */
  readonly progress: (line: string) => void;
};

/** The only door to the world. Tests hand in an object literal. */
export type Host = {
  readonly now: Date;
  readonly list: () => Listing;
  /** The linted directory below the top of its git checkout, with a closing `/`; `''` at the top. */
  readonly prefix: () => string;
  /** Reads a listed file; never follows a link out of the linted directory, never blocks on a special file. */
  readonly read: (path: string, maxBytes: number) => ReadResult;
  /** A file of another revision, or undefined when that revision or file is not at hand. */
  readonly readAt: (revision: string, path: string, maxBytes: number) => ReadResult;
  /** Full commit id of a revision, or undefined when it is not at hand (e.g. a shallow checkout). */
  readonly resolveRevision: (revision: string) => string | undefined;
  /** The files of another revision. */
  readonly listAt: (revision: string) => Listing;
  /** Commits on the first-parent line of what is checked out. */
  readonly history: (query: HistoryQuery) => History;
  /** The parents a commit names, by full ids, whether or not they are at hand. */
  readonly parents: (revision: string) => readonly string[];
  /** Where what is checked out left the history of a revision; undefined when that is not clear. */
  readonly forkPoint: (revision: string) => string | undefined;
  readonly exec: (program: string, args: readonly string[], options: ExecOptions) => ExecResult;
  /** Absent where only the files of a repository are linted. */
  readonly store?: StoreHost;
};
