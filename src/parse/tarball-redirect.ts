import { percentDecode } from './url.ts';
import { foldAscii, resolveDots, type UrlParts } from './url-parts.ts';

/** What a download link says about its origin, when its shape is one that forges and release servers are known for. */
type Link = {
  /** Who publishes it: equal for all versions of one source, on whichever of a publisher's hosts. */
  readonly site: string;
  /** The channel asked for; '' where links have none. */
  readonly channel: string;
  /** What follows the words that name the source: a ref or revision, decoded. */
  readonly version: string;
};

/**
 * Hosts that answer with an immutable link on another host (Nix manual, "Lockable HTTP Tarball Protocol"). Beside
 * the first three, the only pairs in 51,773 versions of real locks, GitHub moves archives to codeload.
 */
const redirects: ReadonlySet<string> = new Set([
  'flakehub.com api.flakehub.com',
  'channels.nixos.org releases.nixos.org',
  'nixos.org releases.nixos.org',
  'github.com codeload.github.com',
]);

/** Segments after owner and repository that start the versioned part of a link. */
const markers: ReadonlySet<string> = new Set(
  'archive tarball zipball raw get snapshot releases'.split(' '),
);
const codeloadMarkers: ReadonlySet<string> = new Set(
  'tar.gz zip legacy.tar.gz legacy.zip'.split(' '),
);

/** Query parameters of a tarball URL that Nix reads itself (libfetchers/tarball.cc); the rest is the server's. */
const nixParameters: ReadonlySet<string> = new Set(
  'dir rev revCount lastModified narHash'.split(' '),
);

/** Where forges keep proposals that anybody may push to. */
const proposals: ReadonlySet<string> = new Set(
  'pull pulls pull-requests merge-requests changes for'.split(' '),
);

/**
 * Whether a tarball asked for at `from` may honestly be locked at `to`: the same URL apart from Nix's own query
 * parameters, or two links of one known shape that name the same source. Everything else is refused: one host serves
 * everybody, so that `github.com/NixOS/…` and `github.com/mallory/…` have no more in common than two hosts.
 */
export function isHonestRedirect(from: UrlParts, to: UrlParts): boolean {
  if (!isReachedFrom(from, to) || foreignQuery(from.query) !== foreignQuery(to.query)) return false;
  if (from.host === to.host && resolveDots(from.path) === resolveDots(to.path)) return true;
  const [asked, given] = [linkOf(from), linkOf(to)];
  if (asked === undefined || given === undefined) return false;
  if (asked.site !== given.site || asked.channel !== given.channel) return false;
  const proposal = proposalIn(given.version);
  return proposal === undefined || proposal === proposalIn(asked.version);
}

/** Whether two locked tarballs are versions of one source: as `isHonestRedirect`, whatever the channel. */
export function isSameDownload(before: UrlParts, after: UrlParts): boolean {
  if (isHonestRedirect(before, after)) return true;
  const site = linkOf(before)?.site;
  if (!site?.startsWith('nixos ') || !isReachedFrom(before, after)) return false;
  return site === linkOf(after)?.site && foreignQuery(before.query) === foreignQuery(after.query);
}

/** The parameters of a tarball URL that are not Nix's, in order: they may choose what the server sends. */
export function foreignQuery(query: string): string {
  const kept = query.split('&').filter((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    return name !== '' && !nixParameters.has(name);
  });
  return kept.join('&');
}

function isReachedFrom(from: UrlParts, to: UrlParts): boolean {
  if (to.scheme !== from.scheme && to.scheme !== 'https') return false;
  if (from.host === to.host) return from.port === to.port;
  return redirects.has(`${from.host} ${to.host}`) && from.port === '' && to.port === '';
}

function linkOf({ host, path }: UrlParts): Link | undefined {
  const segments = resolveDots(path).split('/').slice(1);
  // Servers disagree about empty segments, so they name nothing for certain.
  if (segments.slice(0, -1).includes('') || path.includes('\\')) return undefined;
  switch (host) {
    case 'flakehub.com':
    case 'api.flakehub.com':
      return flakehubLink(segments);
    case 'nixos.org':
      return segments[0] === 'channels' ? channelLink(segments.slice(1)) : undefined;
    case 'channels.nixos.org':
      return channelLink(segments);
    case 'releases.nixos.org':
      return releaseLink(segments);
    default:
      return archiveLink(host, segments);
  }
}

/** `/f/<owner>/<flake>/<version>` or `/f/pinned/<owner>/<flake>/<version>/<id>/source.tar.gz`. */
function flakehubLink(segments: readonly string[]): Link | undefined {
  const [f, ...rest] = segments;
  const isPinned = rest[0] === 'pinned' && rest.length === 6 && rest[5] === 'source.tar.gz';
  const [owner, flake, version, ...more] = isPinned ? rest.slice(1, 4) : rest;
  if (f !== 'f' || !owner || !flake || !version || more.length > 0) return undefined;
  return { site: `flakehub ${foldAscii(`${owner}/${flake}`)}`, channel: '', version };
}

/** `/<channel>/nixexprs.tar.xz`. */
function channelLink(segments: readonly string[]): Link | undefined {
  const [channel, file, ...more] = segments;
  if (!channel || !isExpressions(file) || more.length > 0) return undefined;
  return { site: 'nixos channel', channel, version: '' };
}

/** `/nixos/<line>/<release>/nixexprs.tar.xz`; nixpkgs-unstable has no line of its own. */
function releaseLink(segments: readonly string[]): Link | undefined {
  const [project, ...rest] = segments;
  const [release, file] = rest.slice(-2);
  if (project !== 'nixos' && project !== 'nixpkgs') return undefined;
  if (!release?.startsWith(`${project}-`) || !isExpressions(file) || rest.length > 3)
    return undefined;
  const line = rest.length === 3 ? rest[0] : project === 'nixpkgs' ? 'unstable' : undefined;
  if (!line) return undefined;
  return { site: 'nixos channel', channel: `${project}-${line}`, version: '' };
}

function isExpressions(file: string | undefined): boolean {
  return file === 'nixexprs.tar.xz' || file === 'nixexprs.tar.zst' || file === 'nixexprs.tar.bz2';
}

/** `<owner>/<repo>/archive/…` and its kin. GitLab's `-`, which can be no name, is taken before all others. */
function archiveLink(host: string, written: readonly string[]): Link | undefined {
  const isApi = written[0] === 'api' && written[1] === 'v1' && written[2] === 'repos';
  const segments = isApi ? written.slice(3) : written;
  const isCodeload = host === 'codeload.github.com';
  const dash = segments.indexOf('-');
  const words = isCodeload ? codeloadMarkers : markers;
  const at = dash >= 0 ? dash : segments.findIndex((one, index) => index > 1 && words.has(one));
  const word = isCodeload ? 'archive' : segments[at];
  if (at < 2 || word === undefined || (dash >= 0 && !markers.has(segments[dash + 1] ?? '')))
    return undefined;
  const version = percentDecode(segments.slice(at + (dash >= 0 ? 2 : 1)).join('/'));
  if (!version || version.split(/[/\\]/).includes('..')) return undefined;
  // GitHub and Forgejo, whose archives these are, fold the names of owners and repositories.
  const owner = segments.slice(0, at).join('/');
  const place = word === 'archive' && at === 2 ? foldAscii(owner) : owner;
  const kind = dash >= 0 ? `- ${segments[dash + 1]}` : word;
  return { site: `${isCodeload ? 'github.com' : host} ${kind} ${place}`, channel: '', version };
}

/** `pull/1` of `refs/pull/1/head.tar.gz`. */
function proposalIn(version: string): string | undefined {
  const segments = foldAscii(version).split('/');
  const at = segments.findIndex((segment) => proposals.has(segment));
  return at < 0 || at > 1 ? undefined : segments.slice(at, at + 2).join('/');
}
