/** A path as text, or as bytes where a name need not be UTF-8. */
export type FilePath = string | Uint8Array;

/** What lies at a path, seen without following links. */
export type FileStatus = {
  readonly type: 'file' | 'directory' | 'link' | 'special';
  readonly bytes: number;
  /** Whether the owner may execute it: the only permission a NAR knows. */
  readonly executable: boolean;
};

/** Why a file could not be had. */
export type FileFault = { readonly cause: 'missing' | 'parse' | 'limit'; readonly problem: string };

/** Read access to a file tree that holds whatever an attacker put there: links are never followed. */
export type FileTree = {
  /** Undefined when nothing is there. */
  readonly status: (path: FilePath) => FileStatus | undefined;
  /** Content of a regular file, or the fault when it is none or larger than `maxBytes`. */
  readonly read: (path: FilePath, maxBytes: number) => Uint8Array | FileFault;
  /** The same as latin1 text, one UTF-16 unit per byte. */
  readonly text: (path: FilePath, maxBytes: number) => string | FileFault;
  /** Content of a regular file in pieces, each valid only until the next; a fault ends it. */
  readonly pieces: (path: FilePath) => Iterable<Uint8Array | FileFault>;
  /** Names in a directory, unsorted; undefined when it is none. */
  readonly list: (path: FilePath) => readonly Uint8Array[] | undefined;
  /** The same as latin1 text, one UTF-16 unit per byte. */
  readonly names: (path: FilePath) => readonly string[] | undefined;
  /** Target of a symbolic link; undefined when it is none. */
  readonly linkTarget: (path: FilePath) => Uint8Array | undefined;
};

/** A directory of store objects, wherever it lies. */
export type Store = {
  readonly files: FileTree;
  /** Where the objects lie, e.g. `/tmp/root/nix/store`. */
  readonly directory: string;
  /** How derivations in it call that directory: its own path or, in a chroot store, `/nix/store`. */
  readonly names: readonly string[];
};
