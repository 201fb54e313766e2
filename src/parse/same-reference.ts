import type { AttrSet } from '../model/flake-lock.ts';
import type { RefAttrs } from '../model/flake-ref.ts';
import { parseUrl, printUrl } from './url.ts';

/** What Nix versions before 2.14 left in a URL and later ones keep as attributes. */
const movable: readonly string[] = ['dir', 'narHash', 'rev', 'ref', 'lastModified', 'revCount'];

/**
 * Whether a declared reference and an `original` of a lock are the same to Nix (libflake, FlakeRef::canonicalize):
 * Attributes that say nothing are left out, and queries of URLs are taken for attributes wherever they stand. A
 * source-only URL was a tarball to old versions whatever it ended in.
 */
export function isSameReference(declared: RefAttrs, original: AttrSet): boolean {
  const locked = new Map([...original.attrs.values()].map(({ name, value }) => [name, value]));
  const [one, other] = [canonical(declared), canonical(locked)];
  if (isOldPath(one, other)) return true;
  if (one.size !== other.size) return false;
  return [...one].every(([name, value]) => other.get(name) === value);
}

/** Before 2.26 Nix wrote the store path of the tree for a relative path; lock-local-path reports that. */
function isOldPath(
  declared: ReadonlyMap<string, string>,
  original: ReadonlyMap<string, string>,
): boolean {
  const [wanted, found] = [declared.get('path') ?? '/', original.get('path') ?? ''];
  const arePaths = declared.get('type') === 'path' && original.get('type') === 'path';
  return arePaths && !wanted.startsWith('/') && found.startsWith('/nix/store/');
}

function canonical(attrs: RefAttrs): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of attrs) {
    if (value === false || value === '' || name === '__final') continue;
    found.set(name, String(value));
  }
  const type = found.get('type');
  if (type === 'file') found.set('type', 'tarball');
  for (const name of ['owner', 'repo', 'ref']) {
    const value = found.get(name);
    if (value !== undefined) found.set(name, decoded(value));
  }
  const url = found.get('url');
  if (url !== undefined) moveQuery(url, found);
  return found;
}

/** GitLab groups are `a%2Fb` or `a/b`, as the version that wrote the lock left them. */
function decoded(text: string): string {
  return text.replaceAll(/%2f/gi, '/');
}

function moveQuery(url: string, attrs: Map<string, string>): void {
  const parsed = parseUrl(url.replace(/^(?:git|hg|tarball|file)\+/, ''));
  if (parsed === undefined) return;
  const query = new Map(parsed.query);
  for (const name of movable) {
    const value = query.get(name);
    if (value === undefined || (attrs.has(name) && attrs.get(name) !== value)) continue;
    query.delete(name);
    if (value !== '') attrs.set(name, value);
  }
  for (const name of ['submodules', 'shallow', 'lfs', 'allRefs', 'exportIgnore']) {
    const value = query.get(name);
    if (value === undefined) continue;
    query.delete(name);
    if (value === '1') attrs.set(name, 'true');
  }
  attrs.set('url', printUrl({ ...parsed, query }));
}
