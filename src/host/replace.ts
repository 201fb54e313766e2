import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces the content of a regular file below `root` in one step, keeping its mode. Returns what is wrong when it
 * does not: the file is a link or behind one, or no longer holds `before` byte for byte.
 */
export function replaceFile(
  root: string,
  path: string,
  before: string,
  after: string,
): string | undefined {
  const full = join(root, path);
  try {
    const stat = lstatSync(full);
    if (!stat.isFile()) return 'is no regular file';
    if (realpathSync(full) !== join(realpathSync(root), path)) return 'lies behind a link';
    if (!readFileSync(full).equals(Buffer.from(before))) return 'has changed, or is no plain UTF-8';
    writeBeside(full, after, stat.mode & 0o7777);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return `cannot be written (${code})`;
  }
}

/** Readers see the old file or the new one, never half of it. */
function writeBeside(full: string, text: string, mode: number): void {
  const temporary = join(dirname(full), `.nix-secure-lint-${process.pid}-${Date.now()}`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const file = openSync(temporary, flags, 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fchmodSync(file, mode);
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, full);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
