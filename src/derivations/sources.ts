import type { FileFault, FilePath, Store } from '../model/store.ts';
import type { StoreSource } from '../model/store-derivation.ts';
import { storeBaseName } from '../nix/store-path.ts';

export type SourceLimits = {
  /** A larger file is data, not a place where somebody wrote a secret by hand. */
  readonly fileBytes: number;
  /** Files of one copied tree; a whole package set has about 50,000. */
  readonly treeFiles: number;
  /** Text of one copied tree that is held at once. */
  readonly treeBytes: number;
  readonly depth: number;
};

export const sourceLimits: SourceLimits = {
  fileBytes: 1024 * 1024,
  treeFiles: 100_000,
  treeBytes: 64 * 1024 * 1024,
  depth: 64,
};

export type ReadSource = { readonly sources: readonly StoreSource[]; readonly fault?: FileFault };

/** As git does: a file with a zero byte near its start is no text. */
const BINARY_HEAD = 8000;
/** What is kept of a file that is not read whole: enough to tell ciphertext by its header. */
const HEAD = 4096;

/**
 * Reads what lies at the store path of an input source: a file, or the files of a tree in the order of
 * their names. Links are listed by nobody and followed by nobody: what they lead to is scanned where it is.
 * A limit that is hit comes back as a fault beside what was read.
 */
export function readSource(store: Store, storePath: string, limits: SourceLimits): ReadSource {
  const base = storeBaseName(storePath, store.names);
  if (base === undefined) return failed('parse', 'names no object of the store');
  const top = Buffer.from(`${store.directory}/${base}`);
  const status = store.files.status(top);
  if (status === undefined) return failed('missing', 'is not in the store');
  if (status.type === 'special') return failed('parse', 'is no file, directory or link');
  if (status.type === 'link') return { sources: [] };
  const walk: TreeWalk = { store, storePath, limits, sources: [], bytes: 0 };
  if (status.type === 'file') addFile(walk, top, '', status.bytes);
  else walkTree(walk, top);
  return walk.fault === undefined
    ? { sources: walk.sources }
    : { sources: walk.sources, fault: walk.fault };
}

type TreeWalk = {
  readonly store: Store;
  readonly storePath: string;
  readonly limits: SourceLimits;
  readonly sources: StoreSource[];
  bytes: number;
  /** The first thing that was not read. Only a limit ends the walk. */
  fault?: FileFault;
};

function failed(cause: FileFault['cause'], problem: string): ReadSource {
  return { sources: [], fault: { cause, problem } };
}

function walkTree(walk: TreeWalk, top: Buffer): void {
  const folders = [{ path: top, inner: '', depth: 0 }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const below: typeof folders = [];
    for (const name of sortedNames(walk, folder.path, folder.inner)) {
      const path = Buffer.concat([folder.path, Buffer.from('/'), name]);
      const text = Buffer.from(name).toString('utf8');
      const inner = folder.inner === '' ? text : `${folder.inner}/${text}`;
      const status = walk.store.files.status(path);
      if (status?.type === 'file') addFile(walk, path, inner, status.bytes);
      if (status?.type === 'directory') below.push({ path, inner, depth: folder.depth + 1 });
      if (walk.fault?.cause === 'limit') return;
    }
    if (below.length > 0 && folder.depth >= walk.limits.depth) {
      walk.fault = { cause: 'limit', problem: `tree is deeper than ${walk.limits.depth}` };
      return;
    }
    for (const inside of below.toReversed()) folders.push(inside);
  }
}

function sortedNames(walk: TreeWalk, folder: Uint8Array, inner: string): readonly Uint8Array[] {
  const names = walk.store.files.list(folder);
  if (names === undefined) {
    walk.fault ??= { cause: 'parse', problem: `${inner || 'directory'}: cannot be listed` };
  }
  return (names ?? []).toSorted((left, right) => Buffer.compare(left, right));
}

function addFile(walk: TreeWalk, path: FilePath, inner: string, bytes: number): void {
  const { limits, storePath } = walk;
  if (walk.sources.length >= limits.treeFiles) {
    walk.fault = { cause: 'limit', problem: `tree has more than ${limits.treeFiles} files` };
    return;
  }
  const content = bytes > limits.fileBytes ? head(walk.store, path) : whole(walk, path);
  if ('problem' in content) {
    walk.fault ??= { ...content, problem: `${inner || 'file'}: ${content.problem}` };
    return;
  }
  walk.bytes += content.text.length;
  if (walk.bytes > limits.treeBytes) {
    walk.fault = {
      cause: 'limit',
      problem: `tree has more than ${limits.treeBytes} bytes of text`,
    };
    return;
  }
  walk.sources.push({ storePath, inner, ...content });
}

type Content = Pick<StoreSource, 'text' | 'whole'>;

function whole(walk: TreeWalk, path: FilePath): Content | FileFault {
  const bytes = walk.store.files.read(path, walk.limits.fileBytes);
  if ('problem' in bytes) return bytes;
  const binary = bytes.subarray(0, BINARY_HEAD).includes(0);
  return binary
    ? { text: latin1(bytes.subarray(0, HEAD)), whole: false }
    : { text: latin1(bytes), whole: true };
}

function head(store: Store, path: FilePath): Content | FileFault {
  for (const piece of store.files.pieces(path)) {
    if ('problem' in piece) return piece;
    return { text: latin1(piece.subarray(0, HEAD)), whole: false };
  }
  return { text: '', whole: false };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
