import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';

/**
 * Writes a file of ours. A relative path must end up below `base`, and neither it nor a directory on the way
 * may be a link that leads elsewhere: the repository under review may have put one there. With `isNew` an
 * existing file is an error. Throws an Error with one clause.
 */
export function writeBelow(base: string, file: string, text: string, isNew = false): void {
  const full = resolve(base, file);
  const isOwn = isAbsolute(file);
  if (!isOwn && !isBelow(realpathSync(base), realpathSync(existingAncestor(full)))) {
    throw new Error(`'${file}' leads out of the directory`);
  }
  mkdirSync(dirname(full), { recursive: true });
  const follow = isOwn ? 0 : constants.O_NOFOLLOW;
  const mode = isNew ? constants.O_EXCL : constants.O_TRUNC;
  const handle = openSync(full, constants.O_WRONLY | constants.O_CREAT | mode | follow, 0o644);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
  } finally {
    closeSync(handle);
  }
}

function existingAncestor(path: string): string {
  let at = dirname(path);
  while (!existsSync(at)) at = dirname(at);
  return at;
}

/** Whether a real path is a directory or lies in it. */
export function isBelow(directory: string, path: string): boolean {
  return (
    path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep)
  );
}
