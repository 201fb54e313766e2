import type { ShellScript, Word } from '../model/shell.ts';
import { literalOf } from '../model/shell.ts';

/** Spellings of the folder a job starts in. */
const workspace = /^(?:\$\{\{ *github\.workspace *\}\}|\$\{?(?:PWD|GITHUB_WORKSPACE)\}?)(?=\/|$)/;

/**
 * A folder of the workspace as its parts joined by `/`, the workspace itself being empty: `path` as seen from `base`.
 * Undefined when either is filled in later or leads out of it.
 */
export function folderIn(base: string | undefined, path: string): string | undefined {
  const rest = path.replace(workspace, '');
  const from = rest === path ? base : '';
  if (from === undefined || rest.includes('$') || (rest === path && path.startsWith('/'))) {
    return undefined;
  }
  const parts = from === '' ? [] : from.split('/');
  for (const part of rest.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a folder is another one or lies in it. */
export function isInFolder(folder: string, other: string): boolean {
  return other === '' || folder === other || folder.startsWith(`${other}/`);
}

/** The folder a script works in: where it starts, or where its one `cd` leads. */
export function scriptFolder(
  script: ShellScript,
  directory: string | undefined,
): string | undefined {
  const start = folderIn('', directory ?? '');
  const moves = script.commands.filter(({ words: [program] }) => isMove(program));
  const [move, ...more] = moves;
  if (move === undefined) return start;
  const target = literalOf(move.words[1]);
  return more.length > 0 || target === undefined ? undefined : folderIn(start, target);
}

function isMove(program: Word | undefined): boolean {
  const name = literalOf(program);
  return name === 'cd' || name === 'pushd';
}
