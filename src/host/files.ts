import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ReadResult } from '../model/host.ts';
import { decode } from './decode.ts';

/**
 * Reads a file below `root`. Links, also those of directories on the way, are followed only when what they
 * lead to lies inside `root`: a `flake.lock` that leads to /proc/self/environ must end in a finding, never in
 * an excerpt. Git's own folder is never read: it may hold the token of the checkout.
 */
export function readInside(root: string, path: string, maxBytes: number): ReadResult {
  const refused = (problem: string): ReadResult => ({ ok: false, cause: 'parse', problem });
  try {
    const real = realpathSync(join(root, path));
    if (!real.startsWith(root + sep)) return refused('link leads out of the linted directory');
    const realPath = relative(root, real).split(sep).join('/');
    if (/(?:^|\/)\.git(?:\/|$)/i.test(realPath)) return refused("file belongs to git's own folder");
    return readRegular(real, realPath, maxBytes);
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { ok: false, cause: 'missing', problem: 'file does not exist' };
    case 'ELOOP':
      return { ok: false, cause: 'parse', problem: 'link leads in a circle' };
    case 'EACCES':
    case 'EPERM':
      return { ok: false, cause: 'parse', problem: 'file may not be read' };
    default:
      return { ok: false, cause: 'parse', problem: `file cannot be read (${code})` };
  }
}

/** O_NONBLOCK keeps a FIFO from blocking the open, O_NOFOLLOW a link from slipping in after the check. */
function readRegular(full: string, realPath: string, maxBytes: number): ReadResult {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = openSync(full, flags);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { ok: false, cause: 'parse', problem: 'not a regular file' };
    const bytes = Buffer.allocUnsafe(Math.min(stat.size, maxBytes) + 1);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(file, bytes, length, bytes.length - length, null);
      if (got === 0) break;
      length += got;
    }
    if (length > maxBytes) {
      return { ok: false, cause: 'limit', problem: `file is larger than ${maxBytes} bytes` };
    }
    return { ...decode(bytes.subarray(0, length)), realPath };
  } finally {
    closeSync(file);
  }
}
