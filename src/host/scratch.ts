import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Entry } from '../model/host.ts';
import type { Scratch } from '../model/scratch.ts';
import type { FileFault } from '../model/store.ts';

/** Time of every copy, in seconds: Nix derives `lastModified` of a flake from it, which must not vary. */
const COPY_TIME = 1;

/** A fresh directory below the system's temporary one, readable by its owner only. */
export function nodeScratch(): Scratch {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'nix-secure-lint-')));
  return {
    directory,
    copy: (name, from, entries) => copyAll(join(directory, name), from, entries),
    folder(name) {
      const path = join(directory, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    remove: () => removeTree(directory),
  };
}

function copyAll(to: string, from: string, entries: readonly Entry[]): FileFault | undefined {
  mkdirSync(to, { recursive: true });
  const folders = new Set([to]);
  for (const { path, type } of entries) {
    if (type === 'special' || type === 'odd-name') continue;
    try {
      copyOne(join(from, path), join(to, path));
      for (let at = dirname(join(to, path)); !folders.has(at); at = dirname(at)) folders.add(at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
      if (code === 'ENOENT') continue;
      return { cause: 'parse', problem: `${path}: cannot be copied (${code})` };
    }
  }
  for (const folder of folders) lutimesSync(folder, COPY_TIME, COPY_TIME);
  return undefined;
}

/** Never writes through a link: directories are made before anything could put a link in their place. */
function copyOne(from: string, to: string): void {
  const stat = lstatSync(from);
  mkdirSync(dirname(to), { recursive: true });
  if (stat.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else if (stat.isFile()) {
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    chmodSync(to, (stat.mode & 0o100) === 0 ? 0o600 : 0o700);
  } else {
    return;
  }
  lutimesSync(to, COPY_TIME, COPY_TIME);
}

/** Store objects are read-only directories, which only root removes without more ado. */
function removeTree(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch {
    makeWritable(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

function makeWritable(directory: string): void {
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    chmodSync(next, 0o700);
    for (const child of readdirSync(next, { withFileTypes: true })) {
      if (child.isDirectory()) pending.push(join(next, child.name));
    }
  }
}
