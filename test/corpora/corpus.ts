import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');

/** A folder of real files of public repositories, and why a test over them is skipped where they are not. */
export function corpus(folder: string): { readonly path: string; readonly skip: false | string } {
  const path = join(root, folder);
  const skip = existsSync(path) ? false : `real files are not at ${path}; set NSL_CORPORA`;
  return { path, skip };
}
