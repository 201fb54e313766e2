import type { RefAttrs } from '../model/flake-ref.ts';
import { parseUrl, percentEncode, printUrl, type Url } from './url.ts';

/** Attributes of a git input that its URL carries as `name=1`. */
const GIT_SWITCHES = ['shallow', 'lfs', 'submodules', 'exportIgnore', 'verifyCommit'];

/**
 * Writes attributes as the URL Nix 2.34 prints (libfetchers, toURL of each scheme). Attributes no scheme
 * knows are written as far as they go: the result is for people, not for fetching.
 */
export function printFlakeRef(attrs: RefAttrs): string {
  const url = toUrl(attrs);
  const dir = text(attrs, 'dir');
  const query = new Map(url.query);
  if (dir !== undefined && dir !== '') query.set('dir', dir);
  return printUrl({ ...url, query });
}

function text(attrs: RefAttrs, name: string): string | undefined {
  const value = attrs.get(name);
  return value === undefined ? undefined : String(value);
}

function toUrl(attrs: RefAttrs): Url {
  const type = text(attrs, 'type') ?? '';
  switch (type) {
    case 'github':
    case 'gitlab':
    case 'sourcehut':
      return plain(type, forgePath(attrs), pick(attrs, ['host', 'narHash']));
    case 'indirect':
      return plain('flake', indirectPath(attrs), new Map());
    case 'path':
      return plain(
        'path',
        (text(attrs, 'path') ?? '').split('/'),
        rest(attrs, ['type', 'path', 'dir']),
      );
    case 'git':
    case 'hg':
      return repositoryUrl(type, attrs);
    case 'tarball':
    case 'file':
      return withQuery(text(attrs, 'url') ?? '', pick(attrs, ['narHash']), (scheme) => scheme);
    default:
      return plain(type, [], rest(attrs, ['type', 'dir']));
  }
}

function plain(scheme: string, path: readonly string[], query: ReadonlyMap<string, string>): Url {
  return { scheme, authority: undefined, path, query, fragment: '' };
}

function forgePath(attrs: RefAttrs): string[] {
  const path = [text(attrs, 'owner') ?? '', text(attrs, 'repo') ?? ''];
  const ref = text(attrs, 'ref');
  const rev = text(attrs, 'rev');
  if (ref !== undefined) path.push(ref);
  if (rev !== undefined) path.push(rev.toLowerCase());
  return path;
}

function indirectPath(attrs: RefAttrs): string[] {
  const parts = ['id', 'ref', 'rev'].map((name) => text(attrs, name));
  return parts.filter((part) => part !== undefined);
}

function repositoryUrl(type: string, attrs: RefAttrs): Url {
  const extra = pick(attrs, ['rev', 'ref']);
  for (const name of type === 'git' ? GIT_SWITCHES : []) {
    if (attrs.get(name) === true) extra.set(name, '1');
  }
  return withQuery(text(attrs, 'url') ?? '', extra, (scheme) =>
    scheme === 'git' ? scheme : `${type}+${scheme}`,
  );
}

/** Adds query parameters to a URL; what is no URL keeps its text as a path. */
function withQuery(
  url: string,
  extra: ReadonlyMap<string, string>,
  scheme: (scheme: string) => string,
): Url {
  const parsed = parseUrl(url);
  if (parsed === undefined)
    return plain(scheme('file'), percentEncode(url, '/:@').split('/'), extra);
  const query = new Map([...parsed.query, ...extra]);
  return { ...parsed, scheme: scheme(parsed.scheme), query, fragment: '' };
}

function pick(attrs: RefAttrs, names: readonly string[]): Map<string, string> {
  const picked = new Map<string, string>();
  for (const name of names) {
    const value = text(attrs, name);
    if (value !== undefined) picked.set(name, value);
  }
  return picked;
}

function rest(attrs: RefAttrs, without: readonly string[]): Map<string, string> {
  return pick(
    attrs,
    [...attrs.keys()].filter((name) => !without.includes(name)),
  );
}
