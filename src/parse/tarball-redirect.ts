import type { UrlParts } from './url-parts.ts';

/**
 * Hosts that answer a tarball URL with an immutable link on another host (Nix manual, "Lockable HTTP Tarball
 * Protocol"). The only pairs in 51,773 versions of real locks.
 */
const redirects: ReadonlySet<string> = new Set([
  'flakehub.com api.flakehub.com',
  'channels.nixos.org releases.nixos.org',
  'nixos.org releases.nixos.org',
  'github.com codeload.github.com',
]);

/** Path segments after owner and repository that tell a forge's archive link. */
const archiveWords: ReadonlySet<string> = new Set([
  'archive',
  '-',
  'tarball',
  'zipball',
  'releases',
  'tar.gz',
  'zip',
  'legacy.tar.gz',
  'snapshot',
]);

/**
 * Whether a tarball asked for at `from` may honestly be locked at `to`: the same host, or a known redirect, and the
 * same owner and repository wherever the links name them. Forges serve strangers from one host, so the host alone
 * would let `github.com/NixOS/…` be locked at `github.com/mallory/…`.
 */
export function isHonestRedirect(from: UrlParts, to: UrlParts): boolean {
  const sameHost = from.host === to.host && from.port === to.port;
  const known = redirects.has(`${from.host} ${to.host}`) && to.port === '' && from.port === '';
  if (!sameHost && !known) return false;
  const owner = tenantOf(from);
  return owner === undefined || owner === tenantOf(to);
}

/** `owner/repo` of an archive link, lower case, or undefined when the path names none. */
function tenantOf({ host, path }: UrlParts): string | undefined {
  const segments = path.toLowerCase().split('/').slice(1);
  const rest = withoutPrefix(host, segments);
  const [owner, repo, word] = rest;
  if (owner === undefined || repo === undefined) return undefined;
  if (rest === segments && !archiveWords.has(word ?? '')) return undefined;
  return `${owner}/${repo}`;
}

/** Drops what FlakeHub (`/f`, `/f/pinned`) and Forgejo's API (`/api/v1/repos`) put before owner and repository. */
function withoutPrefix(host: string, segments: readonly string[]): readonly string[] {
  if (host === 'flakehub.com' || host === 'api.flakehub.com') {
    if (segments[0] !== 'f') return segments;
    return segments.slice(segments[1] === 'pinned' ? 2 : 1);
  }
  const isApi = segments[0] === 'api' && segments[1] === 'v1' && segments[2] === 'repos';
  return isApi ? segments.slice(3) : segments;
}
