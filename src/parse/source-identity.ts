import { type AttrSet, stringAttr } from '../model/flake-lock.ts';
import { foldAscii, gitUrl, resolveDots, splitUrl, type UrlParts } from './url-parts.ts';

/** Where an input comes from, without saying which revision: what stays the same over an update. */
export type SourceIdentity =
  | ForgeIdentity
  | {
      readonly kind: 'url';
      readonly type: UrlType;
      /** Normalised; case of the path kept, credentials and query left out. */
      readonly url: string;
      /** What of the query addresses the repository; it may hold a token, so it is never shown. */
      readonly query: string;
      readonly parts: UrlParts | undefined;
    }
  | { readonly kind: 'path'; readonly type: 'path'; readonly path: string }
  | { readonly kind: 'indirect'; readonly type: 'indirect'; readonly id: string }
  | { readonly kind: 'unknown'; readonly type: string };

export type ForgeIdentity = {
  readonly kind: 'forge';
  readonly type: ForgeType;
  /** Lower case; the forge's own host when the lock names none. */
  readonly host: string;
  /** As written. A GitLab subgroup is separated by `/`, however the lock spells it. */
  readonly owner: string;
  readonly repo: string;
};

export type ForgeType = 'github' | 'gitlab' | 'sourcehut';
export type UrlType = 'git' | 'hg' | 'tarball' | 'file';

/** Whom a source belongs to, when that can be read off it; lower case. */
export type Repository = { readonly host: string; readonly owner: string; readonly repo: string };

const forgeHosts: ReadonlyMap<string, string> = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['sourcehut', 'git.sr.ht'],
]);

/** Query parameters that Nix itself understands in a `git` or `hg` URL; the rest addresses the repository. */
const nixParameters: ReadonlySet<string> = new Set(
  'dir ref rev narHash lastModified revCount shallow submodules lfs exportIgnore allRefs verifyCommit keytype publicKey publicKeys'.split(
    ' ',
  ),
);

/** Query parameters that Nix reads in the URL of a download (libfetchers/tarball.cc); the rest chooses what is sent. */
const downloadParameters: ReadonlySet<string> = new Set(
  'dir rev revCount lastModified narHash'.split(' '),
);

/** The host a forge type stands for when the input has no `host`, or undefined for other types. */
export function defaultHost(type: string): string | undefined {
  return forgeHosts.get(type);
}

/** The identity of `locked`, `original` or the effective attributes of a node; total on hostile values. */
export function sourceIdentity(set: AttrSet): SourceIdentity {
  const type = stringAttr(set, 'type') ?? '';
  switch (type) {
    case 'github':
    case 'gitlab':
    case 'sourcehut':
      return forgeIdentity(set, type);
    case 'git':
    case 'hg':
    case 'tarball':
    case 'file':
      return urlIdentity(type, stringAttr(set, 'url') ?? '');
    case 'path':
      return { kind: 'path', type, path: stringAttr(set, 'path') ?? '' };
    case 'indirect':
      return { kind: 'indirect', type, id: stringAttr(set, 'id') ?? '' };
    default:
      return { kind: 'unknown', type };
  }
}

/**
 * The identity as people write it and policy patterns match it: `github:owner/repo`, `gitlab:host/group%2Fsub/repo`,
 * `git:https://host/path`, `tarball:https://host/path`, `path:/x`, `flake:id`. A host stands in it only when it is not
 * the default. Slashes inside an owner or repo are `%2F`, so that a GitLab group that is named like a host cannot
 * pass for that host.
 */
export function identityText(identity: SourceIdentity): string {
  switch (identity.kind) {
    case 'forge': {
      const host = identity.host === defaultHost(identity.type) ? '' : `${identity.host}/`;
      return `${identity.type}:${host}${oneSegment(identity.owner)}/${oneSegment(identity.repo)}`;
    }
    case 'url':
      return `${identity.type}:${identity.url}`;
    case 'path':
      return `path:${identity.path}`;
    case 'indirect':
      return `flake:${identity.id}`;
    case 'unknown':
      break;
  }
  return `${identity.type}:`;
}

/** Equal exactly when two identities are the same source; owners and repositories of forges fold case. */
export function identityKey(identity: SourceIdentity): string {
  if (identity.kind === 'url') return `${identityText(identity)}${identity.query}`;
  if (identity.kind !== 'forge') return identityText(identity);
  const path = foldAscii(`${identity.owner}/${identity.repo}`);
  return `${identity.type}:${identity.host}/${path}`;
}

/** Host, owner and repository of a forge input or of a URL whose path starts with `/owner/repo`. */
export function repositoryOf(identity: SourceIdentity): Repository | undefined {
  if (identity.kind === 'forge') {
    return {
      host: identity.host,
      owner: foldAscii(identity.owner),
      repo: foldAscii(identity.repo),
    };
  }
  if (identity.kind !== 'url') return undefined;
  const parts = splitUrl(identity.url);
  const [owner, repo] = foldAscii(parts?.path ?? '')
    .split('/')
    .slice(1);
  if (!parts?.host || !owner || !repo) return undefined;
  return { host: parts.host, owner, repo };
}

/** The host an identity is fetched from; undefined for local and unknown sources. */
export function hostOf(identity: SourceIdentity): string | undefined {
  if (identity.kind === 'forge') return identity.host;
  if (identity.kind === 'url') return identity.parts?.host || undefined;
  return undefined;
}

function forgeIdentity(set: AttrSet, type: ForgeType): ForgeIdentity {
  const written = stringAttr(set, 'host') ?? defaultHost(type) ?? '';
  // Whatever stands before an `@` is user information to curl, and perhaps a password.
  const host = foldAscii(written.slice(written.lastIndexOf('@') + 1));
  const owner = stringAttr(set, 'owner') ?? '';
  const repo = stringAttr(set, 'repo') ?? '';
  if (type !== 'gitlab') return { kind: 'forge', type, host, owner, repo };
  const segments = `${owner}/${repo}`.replaceAll(/%2f/gi, '/').split('/');
  const last = segments.pop() ?? '';
  return { kind: 'forge', type, host, owner: segments.join('/'), repo: last };
}

function urlIdentity(type: UrlType, written: string): SourceIdentity {
  const parts = splitUrl(type === 'git' ? gitUrl(written) : written);
  if (parts === undefined) return { kind: 'url', type, url: written, query: '', parts };
  const isRepository = type === 'git' || type === 'hg';
  const path = parts.host === '' ? parts.path : resolveDots(parts.path);
  const bare = isRepository ? withoutSuffix(path) : path;
  const query = isRepository
    ? foreignQuery(parts.query, nixParameters)
    : foreignQuery(parts.query, downloadParameters);
  // An ssh account is part of where a repository lives, except the customary `git`; a password never is.
  const account = parts.scheme === 'ssh' ? (parts.user.split(':', 1)[0] ?? '') : '';
  const user = account === '' || account === 'git' ? '' : `${account}@`;
  const port = parts.port === '' ? '' : `:${parts.port}`;
  const authority = parts.host === '' ? '' : `//${user}${parts.host}${port}`;
  const slashes = parts.host === '' && bare.startsWith('/') ? '//' : '';
  const url = `${parts.scheme}:${authority}${slashes}${bare}`;
  return { kind: 'url', type, url, query, parts };
}

function withoutSuffix(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 47) end--;
  const trimmed = path.slice(0, end);
  return trimmed.endsWith('.git') ? trimmed.slice(0, -4) : trimmed;
}

function foreignQuery(query: string, own: ReadonlySet<string>): string {
  const kept = query.split('&').filter((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    return name !== '' && !own.has(name);
  });
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function oneSegment(name: string): string {
  return name.replaceAll('/', '%2F');
}

/** `github:NixOS`, `gitlab:host/group`: an identity without its repository. */
export function ownerText(identity: SourceIdentity): string | undefined {
  if (identity.kind !== 'forge') return undefined;
  const text = identityText(identity);
  return text.slice(0, text.lastIndexOf('/'));
}
