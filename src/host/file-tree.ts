import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  readlinkSync,
} from 'node:fs';
import type { FileFault, FilePath, FileStatus, FileTree } from '../model/store.ts';

/** Large enough that the number of reads does not count, small enough to stay in the cache. */
const PIECE_BYTES = 256 * 1024;

/** O_NOFOLLOW refuses a link in the last place, O_NONBLOCK keeps a FIFO from blocking the open. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The real file system, read without ever following a link in the last place of a path. */
export function nodeFileTree(): FileTree {
  return {
    status: (path) => attempt(() => statusOf(native(path))),
    read: (path, maxBytes) => {
      const opened = openRegular(native(path));
      return 'problem' in opened ? opened : readWhole(opened, maxBytes);
    },
    text: (path, maxBytes) => {
      const opened = openRegular(native(path));
      return 'problem' in opened ? opened : readText(opened, maxBytes);
    },
    pieces: (path) => pieces(native(path)),
    list: (path) => attempt(() => readdirSync(native(path), { encoding: 'buffer' })),
    names: (path) => attempt(() => readdirSync(native(path), { encoding: 'latin1' })),
    linkTarget: (path) => attempt(() => readlinkSync(native(path), { encoding: 'buffer' })),
  };
}

type NativePath = string | Buffer;
type OpenFile = { readonly file: number; readonly bytes: number };

function native(path: FilePath): NativePath {
  return typeof path === 'string' ? path : Buffer.from(path);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function statusOf(path: NativePath): FileStatus | undefined {
  // An error with its stack costs more than the call, and most sources of a lone store are not there.
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const executable = (stat.mode & 0o100) !== 0;
  return { type: typeOf(stat), bytes: stat.size, executable };
}

function typeOf(stat: ReturnType<typeof lstatSync>): FileStatus['type'] {
  if (stat === undefined) return 'special';
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'directory';
  return stat.isSymbolicLink() ? 'link' : 'special';
}

function openRegular(path: NativePath): OpenFile | FileFault {
  try {
    const file = openSync(path, READ_FLAGS);
    const stat = fstatSync(file);
    if (stat.isFile()) return { file, bytes: stat.size };
    closeSync(file);
    return { cause: 'parse', problem: 'not a regular file' };
  } catch (error) {
    return faultOf(error);
  }
}

/** Trusts no size: a file that grows while it is read, or one of /proc, still meets the limit. */
function readWhole({ file, bytes }: OpenFile, maxBytes: number): Buffer | FileFault {
  try {
    if (bytes > maxBytes) return tooLarge(maxBytes);
    const buffer = Buffer.allocUnsafe(bytes);
    const length = fill(file, buffer);
    if (length === bytes && readSync(file, Buffer.allocUnsafe(1)) > 0) {
      return { cause: 'parse', problem: 'the file changes while it is read' };
    }
    return buffer.subarray(0, length);
  } catch (error) {
    return faultOf(error);
  } finally {
    closeSync(file);
  }
}

/** Reused for every small file: fresh memory costs more than the read itself. */
let shared: Buffer | undefined;

/** One read does when it ends where the size said and there was room for more. */
function readText({ file, bytes }: OpenFile, maxBytes: number): string | FileFault {
  if (bytes >= PIECE_BYTES || bytes > maxBytes) {
    const read = readWhole({ file, bytes }, maxBytes);
    return 'problem' in read ? read : read.toString('latin1');
  }
  try {
    shared ??= Buffer.allocUnsafeSlow(PIECE_BYTES);
    const length = readSync(file, shared, 0, PIECE_BYTES, null);
    if (length === bytes) return shared.toString('latin1', 0, length);
    return { cause: 'parse', problem: 'the file changes while it is read' };
  } catch (error) {
    return faultOf(error);
  } finally {
    closeSync(file);
  }
}

function fill(file: number, buffer: Uint8Array): number {
  let length = 0;
  while (length < buffer.length) {
    const got = readSync(file, buffer, length, buffer.length - length, null);
    if (got === 0) break;
    length += got;
  }
  return length;
}

/** Standard input to its end, whatever it is connected to. */
export function readStandardInput(maxBytes: number): Uint8Array | FileFault {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(PIECE_BYTES);
      const got = readSync(0, buffer, 0, buffer.length, null);
      if (got === 0) return Buffer.concat(parts, length);
      length += got;
      if (length > maxBytes) return tooLarge(maxBytes);
      parts.push(buffer.subarray(0, got));
    }
  } catch (error) {
    return faultOf(error);
  }
}

function* pieces(path: NativePath): Iterable<Uint8Array | FileFault> {
  const opened = openRegular(path);
  if ('problem' in opened) {
    yield opened;
    return;
  }
  try {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, opened.bytes + 1));
    for (;;) {
      const length = fill(opened.file, buffer);
      if (length > 0) yield buffer.subarray(0, length);
      if (length < buffer.length) return;
    }
  } catch (error) {
    yield faultOf(error);
  } finally {
    closeSync(opened.file);
  }
}

function tooLarge(maxBytes: number): FileFault {
  return { cause: 'limit', problem: `larger than ${maxBytes} bytes` };
}

function faultOf(error: unknown): FileFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { cause: 'missing', problem: 'does not exist' };
  if (code === 'ELOOP')
    return { cause: 'parse', problem: 'a symbolic link, which is not followed' };
  return { cause: 'parse', problem: `cannot be read (${code})` };
}
