import type { Repository } from './repository.ts';

/**
 * The `.gitignore` that ignores a file, of those in its folder and above (gitignore(5)): the last matching line of the
 * nearest file decides. Only patterns for one name are understood, with `*` in them, and `!`; patterns for folders
 * are not, since a tracked flake.nix shows that its folder is in git.
 */
export function ignoringFile(path: string, repository: Repository): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
    const text = repository.exists(file) ? repository.read(file) : undefined;
    const below = folder === '' ? path : path.slice(folder.length + 1);
    const verdict = text === undefined ? undefined : lastVerdict(text, name, below);
    if (verdict !== undefined) return verdict ? file : undefined;
    if (folder === '') return undefined;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function lastVerdict(text: string, name: string, below: string): boolean | undefined {
  let verdict: boolean | undefined;
  for (const line of text.split('\n')) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const isNegated = written.startsWith('!');
    if (isMatch(isNegated ? written.slice(1) : written, name, below)) verdict = !isNegated;
  }
  return verdict;
}

function isMatch(pattern: string, name: string, below: string): boolean {
  const bare = pattern.replace(/^\*\*\//, '');
  if (!bare.includes('/')) return isGlobMatch(bare, name);
  return isGlobMatch(bare.replace(/^\//, ''), below);
}

/** At most one `*`, which stands for anything but a slash. */
function isGlobMatch(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const middle = text.slice(head.length, text.length - tail.length);
  return (
    text.length >= head.length + tail.length &&
    text.startsWith(head) &&
    text.endsWith(tail) &&
    !middle.includes('/')
  );
}
