import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../model/host.ts';

/** Folders that hold what other tools fetched or built; outside git nothing else says so. */
const FOREIGN_FOLDERS = new Set(['.git', '.hg', '.jj', '.direnv', '.devenv', 'node_modules']);
/** More entries than any hand-made tree; a walk of a whole disk ends here. */
const MAX_ENTRIES = 500_000;

/** Lists every file below `root` in code-unit order; linked directories are listed, not entered. */
export function walk(root: string): Entry[] {
  const entries: Entry[] = [];
  const folders = [''];
  while (folders.length > 0 && entries.length < MAX_ENTRIES) {
    const folder = folders.pop() ?? '';
    for (const child of children(join(root, folder))) {
      const path = folder === '' ? child.name : `${folder}/${child.name}`;
      if (child.isDirectory()) {
        if (!FOREIGN_FOLDERS.has(child.name)) folders.push(path);
        continue;
      }
      entries.push({ path, type: entryType(child) });
    }
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function children(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function entryType(child: Dirent): Entry['type'] {
  if (child.name.includes('\ufffd')) return 'odd-name';
  if (child.isSymbolicLink()) return 'link';
  return child.isFile() ? 'file' : 'special';
}
