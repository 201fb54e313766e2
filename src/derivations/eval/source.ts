import type { FileTree } from '../../model/store.ts';
import { formatHash } from '../../nix/hash.ts';
import { isNarDigest, narDigest } from '../../nix/nar.ts';
import { nixString } from './outputs.ts';

/** Splits `reference#attribute`; either part may be empty, which means `.` and every output. */
export function splitInstallable(text: string): {
  readonly reference: string;
  readonly attribute: string;
} {
  const hash = text.indexOf('#');
  if (hash < 0) return { reference: text || '.', attribute: '' };
  return { reference: text.slice(0, hash) || '.', attribute: text.slice(hash + 1) };
}

/**
 * Expressions for the flake a reference names, the best first. A directory is taken from the copy at
 * `source` and locked by the narHash of that copy: `builtins.getFlake` in pure evaluation then writes no
 * lock, asks no registry and ignores `nixConfig` (`src/libflake/flake-primops.cc`). A flake below the top
 * sees the whole copy, except with an old Nix that knows no `dir` here: there it sees its own folder. Any
 * other reference must be locked by itself.
 */
export function flakeExpressions(files: FileTree, source: string, reference: string): string[] {
  if (/^[A-Za-z][\w+.-]*:/.test(reference)) return [`builtins.getFlake ${nixString(reference)}`];
  const directory = relativePath(reference);
  if (directory === '') return [lockedFlake(files, source, '')];
  return [
    lockedFlake(files, source, `&dir=${encodeURIComponent(directory)}`),
    lockedFlake(files, `${source}/${directory}`, ''),
  ];
}

/** What cannot be hashed gets a hash that nothing has, so that Nix refuses it. */
function lockedFlake(files: FileTree, path: string, more: string): string {
  const digest = narDigest(files, path);
  const bytes = isNarDigest(digest) ? digest.sha256 : new Uint8Array(32);
  const narHash = formatHash({ algorithm: 'sha256', bytes }, 'sri');
  const query = `narHash=${encodeURIComponent(narHash)}${more}`;
  return `builtins.getFlake ${nixString(`path:${encodeURI(path)}?${query}`)}`;
}

/** The value of a `.nix` file of the copy; a function is called without arguments, as `nix-build` does. */
export function fileExpression(source: string, reference: string): string {
  const path = nixString(`${source}/${relativePath(reference)}`);
  return `(let value = import (/. + ${path}); in if builtins.isFunction value then value { } else value)`;
}

/** `./a/../b/` → `b`; a path that leads out of the linted directory ends at its top. */
function relativePath(reference: string): string {
  const parts: string[] = [];
  for (const part of reference.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
