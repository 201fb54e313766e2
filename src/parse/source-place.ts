import { type AttrSet, stringAttr } from '../model/flake-lock.ts';
import { gitUrl, isLoopbackHost, splitUrl } from './url-parts.ts';

/**
 * Where the bytes of an input lie: another machine, a path inside the tree that is locked, the Nix store of whoever
 * wrote the lock, or any other absolute path of that machine.
 */
export type Place = 'remote' | 'relative' | 'store' | 'absolute';

/** Version control types: pinned by a revision. */
export const revisionTypes: ReadonlySet<string> = new Set([
  'github',
  'gitlab',
  'sourcehut',
  'git',
  'hg',
]);

/** Schemes that neither encrypt nor authenticate. */
const insecureSchemes: ReadonlySet<string> = new Set(['http', 'git', 'ftp', 'svn']);

/** The place of a source, from its `type`, `path` and `url`. */
export function placeOf(set: AttrSet): Place {
  const type = stringAttr(set, 'type');
  if (type === 'path') return placeOfPath(stringAttr(set, 'path') ?? '');
  const url = urlOf(set);
  if (url === undefined) return 'remote';
  const parts = splitUrl(url);
  if (parts === undefined) return placeOfPath(url);
  return parts.scheme === 'file' ? placeOfPath(parts.path) : 'remote';
}

/** The URL a `git`, `hg`, `tarball` or `file` input is fetched from, as its fetcher understands it. */
export function urlOf(set: AttrSet): string | undefined {
  const url = stringAttr(set, 'url');
  if (url === undefined) return undefined;
  const type = stringAttr(set, 'type');
  if (type === 'git') return gitUrl(url);
  return type === 'hg' || type === 'tarball' || type === 'file' ? url : undefined;
}

/** The scheme and reach of a transport that can be read and rewritten on the way, or undefined when it is sound. */
export function insecureTransport(
  set: AttrSet,
): { readonly scheme: string; readonly loopback: boolean } | undefined {
  const parts = splitUrl(urlOf(set) ?? '');
  if (parts === undefined || !insecureSchemes.has(parts.scheme)) return undefined;
  return { scheme: parts.scheme, loopback: isLoopbackHost(parts.host) };
}

function placeOfPath(path: string): Place {
  if (!path.startsWith('/')) return 'relative';
  return path.startsWith('/nix/store/') ? 'store' : 'absolute';
}
