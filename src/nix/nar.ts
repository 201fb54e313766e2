import { createHash } from 'node:crypto';
import type { Hash as HashState } from 'node:crypto';
import type { FileFault, FileTree } from '../model/store.ts';

/** Nix 2.35 and later refuse deeper trees (`src/libutil/archive.cc`), and no tree we meet has them. */
const MAX_DEPTH = 256;
/** Small strings are collected to this size before they are hashed: calls cost more than bytes. */
const BUFFER_BYTES = 64 * 1024;

/** sha256 over the NAR of a file tree, and the number of bytes of that NAR. */
export type NarDigest = { readonly sha256: Uint8Array; readonly bytes: number };

/**
 * Hashes the Nix archive of the file, link or directory at `path`, as `nix hash path` does: entries
 * sorted by the bytes of their names, the owner's execute bit kept, times and owners forgotten. The
 * archive itself is never held in memory.
 */
export function narDigest(files: FileTree, path: string): NarDigest | FileFault {
  const writer = createWriter();
  try {
    writer.string('nix-archive-1');
    writeObject(writer, files, Buffer.from(path), 0);
  } catch (error) {
    if (error instanceof NarFault) return error.fault;
    throw error;
  }
  return writer.finish();
}

/** Whether a digest could be computed. */
export function isNarDigest(result: NarDigest | FileFault): result is NarDigest {
  return 'sha256' in result;
}

class NarFault extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

type Writer = {
  readonly string: (text: string | Uint8Array) => void;
  readonly length: (bytes: number) => void;
  readonly raw: (bytes: Uint8Array) => void;
  readonly finish: () => NarDigest;
};

function createWriter(): Writer {
  const hash: HashState = createHash('sha256');
  const buffer = Buffer.alloc(BUFFER_BYTES);
  let used = 0;
  let flushed = 0;
  const flush = (): void => {
    hash.update(buffer.subarray(0, used));
    flushed += used;
    used = 0;
  };
  const raw = (bytes: Uint8Array): void => {
    if (bytes.length > BUFFER_BYTES - used) flush();
    if (bytes.length >= BUFFER_BYTES) {
      hash.update(bytes);
      flushed += bytes.length;
      return;
    }
    buffer.set(bytes, used);
    used += bytes.length;
  };
  const length = (bytes: number): void => {
    if (used + 8 > BUFFER_BYTES) flush();
    buffer.writeUInt32LE(bytes % 2 ** 32, used);
    buffer.writeUInt32LE(Math.floor(bytes / 2 ** 32), used + 4);
    used += 8;
  };
  const string = (text: string | Uint8Array): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    length(bytes.length);
    raw(bytes);
    raw(padding(bytes.length));
  };
  const finish = (): NarDigest => {
    flush();
    return { sha256: hash.digest(), bytes: flushed };
  };
  return { string, length, raw, finish };
}

const zeros = new Uint8Array(8);

function padding(length: number): Uint8Array {
  return zeros.subarray(0, (8 - (length % 8)) % 8);
}

function writeObject(writer: Writer, files: FileTree, path: Uint8Array, depth: number): void {
  if (depth > MAX_DEPTH) throw faultAt(path, 'limit', `deeper than ${MAX_DEPTH} directories`);
  const status = files.status(path);
  writer.string('(');
  writer.string('type');
  switch (status?.type) {
    case undefined:
      throw faultAt(path, 'missing', 'does not exist');
    case 'special':
      throw faultAt(path, 'parse', 'neither file, directory nor symbolic link');
    case 'link':
      writeLink(writer, files, path);
      break;
    case 'directory':
      writeDirectory(writer, files, path, depth);
      break;
    case 'file':
      writeFile(writer, files, path, status);
      break;
  }
  writer.string(')');
}

function writeLink(writer: Writer, files: FileTree, path: Uint8Array): void {
  const target = files.linkTarget(path);
  if (target === undefined) throw faultAt(path, 'parse', 'no symbolic link any more');
  writer.string('symlink');
  writer.string('target');
  writer.string(target);
}

function writeDirectory(writer: Writer, files: FileTree, path: Uint8Array, depth: number): void {
  const names = files.list(path);
  if (names === undefined) throw faultAt(path, 'parse', 'directory cannot be listed');
  writer.string('directory');
  for (const name of names.toSorted((left, right) => Buffer.compare(left, right))) {
    writer.string('entry');
    writer.string('(');
    writer.string('name');
    writer.string(name);
    writer.string('node');
    writeObject(writer, files, Buffer.concat([path, Buffer.from('/'), name]), depth + 1);
    writer.string(')');
  }
}

function writeFile(
  writer: Writer,
  files: FileTree,
  path: Uint8Array,
  status: { readonly bytes: number; readonly executable: boolean },
): void {
  writer.string('regular');
  if (status.executable) {
    writer.string('executable');
    writer.string('');
  }
  writer.string('contents');
  writer.length(status.bytes);
  let written = 0;
  for (const piece of files.pieces(path)) {
    if ('problem' in piece) throw new NarFault(piece);
    writer.raw(piece);
    written += piece.length;
  }
  if (written !== status.bytes) throw faultAt(path, 'parse', 'the file changes while it is read');
  writer.raw(padding(written));
}

function faultAt(path: Uint8Array, cause: FileFault['cause'], problem: string): NarFault {
  return new NarFault({ cause, problem: `${Buffer.from(path).toString('utf8')}: ${problem}` });
}
