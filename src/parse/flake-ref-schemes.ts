import type { ParsedRef } from '../model/flake-ref.ts';
import { printUrl, type Url } from './url.ts';

type Options = { readonly flake: boolean };
type Value = string | number | boolean;

const REVISION = /^[0-9a-fA-F]{40}$/;
const ID = /^[a-zA-Z][a-zA-Z0-9_-]*$/;
const HOST = /^[a-zA-Z0-9.-]*$/;
const REF = /^[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*$/;
const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz|tar\.xz|tar\.bz2|tar\.zst)$/;
const SRI = /^(?:md5|sha1|sha256|sha512|blake3)-/;
const GIT_TRANSPORTS = new Set(['http', 'https', 'ssh', 'file', 'git', 'ftp', 'ftps']);
const HG_TRANSPORTS = new Set(['http', 'https', 'ssh', 'file']);
const CURL_TRANSPORTS = new Set(['http', 'https', 'file']);

/**
 * Reads a URL by its scheme (libfetchers: github.cc, git.cc, mercurial.cc, tarball.cc, path.cc, indirect.cc).
 * `no-url`: the scheme refuses it in a way that makes Nix try it as a path; undefined: no scheme takes it.
 */
export function fromUrl(url: Url, options: Options): ParsedRef | 'no-url' | undefined {
  const query = new Map(url.query);
  const dir = query.get('dir');
  query.delete('dir');
  const parsed = byScheme({ ...url, query, fragment: '' }, options);
  if (dir === undefined || dir === '' || typeof parsed !== 'object' || !parsed.ok) return parsed;
  return { ok: true, attrs: new Map([...parsed.attrs, ['dir', dir]]) };
}

function byScheme(url: Url, options: Options): ParsedRef | 'no-url' | undefined {
  const [application, transport] = splitScheme(url.scheme);
  switch (application) {
    case 'github':
    case 'gitlab':
    case 'sourcehut':
      return transport === undefined ? forge(application, url) : undefined;
    case 'flake':
      return transport === undefined ? indirect(url) : undefined;
    case 'path':
      return transport === undefined ? path(url) : undefined;
    case 'git':
      return git(url, transport);
    case 'hg':
      return transport === undefined || !HG_TRANSPORTS.has(transport)
        ? undefined
        : repository('hg', { ...url, scheme: transport }, []);
    case 'tarball':
    case 'file':
      return transport === undefined ? plainCurl(url, options) : curl(application, url, transport);
    default:
      return plainCurl(url, options);
  }
}

function splitScheme(scheme: string): readonly [string, string | undefined] {
  const plus = scheme.indexOf('+');
  return plus < 0 ? [scheme, undefined] : [scheme.slice(0, plus), scheme.slice(plus + 1)];
}

function accepted(attrs: Iterable<readonly [string, Value]>): ParsedRef {
  return { ok: true, attrs: new Map(attrs) };
}

function refused(problem: string): ParsedRef {
  return { ok: false, problem };
}

/** A commit id must be hex of a known length (libutil/hash.cc); Nix keeps its spelling. */
function badRevision(revision: string | undefined): ParsedRef | undefined {
  if (revision === undefined || REVISION.test(revision)) return undefined;
  return refused(`hash '${revision}' has wrong length for hash algorithm 'sha1'`);
}

function forge(type: string, url: Url): ParsedRef | 'no-url' {
  const [owner, repo, ...rest] = url.path.filter((segment) => segment !== '');
  if (owner === undefined || repo === undefined || url.authority !== undefined) return 'no-url';
  const attrs = new Map<string, Value>([
    ['type', type],
    ['owner', owner],
    ['repo', repo],
  ]);
  const tail = rest.join('/');
  const pathRevision = rest.length === 1 && REVISION.test(tail) ? tail : undefined;
  const pathRef = tail !== '' && pathRevision === undefined ? tail : undefined;
  const queryRevision = url.query.get('rev');
  const queryRef = url.query.get('ref');
  if (pathRevision !== undefined && queryRevision !== undefined) return 'no-url';
  if (pathRef !== undefined && queryRef !== undefined) return 'no-url';
  const revision = pathRevision ?? queryRevision;
  const ref = pathRef ?? queryRef;
  if (ref !== undefined && (revision !== undefined || !isLegalRef(ref))) return 'no-url';
  const wrong = badRevision(revision);
  if (wrong !== undefined) return wrong;
  const host = url.query.get('host');
  if (host !== undefined && !HOST.test(host)) return 'no-url';
  if (revision !== undefined) attrs.set('rev', revision);
  if (ref !== undefined) attrs.set('ref', ref);
  if (host !== undefined) attrs.set('host', host);
  const narHash = url.query.get('narHash');
  if (narHash !== undefined) attrs.set('narHash', narHash);
  return checkNarHash(attrs);
}

function checkNarHash(attrs: ReadonlyMap<string, Value>): ParsedRef {
  const narHash = attrs.get('narHash');
  if (typeof narHash === 'string' && narHash !== '' && !SRI.test(narHash)) {
    return refused(`hash '${narHash}' is not SRI`);
  }
  return accepted(attrs);
}

/** Names git itself would take for a branch or tag (libfetchers/git-utils.cc, isLegalRefName). */
export function isLegalRef(ref: string): boolean {
  if (ref === '' || ref === '@' || ref.startsWith('/') || ref.endsWith('/')) return false;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f:?^~[\\*]/.test(ref)) return false;
  if (ref.startsWith('-') || ref.endsWith('.') || ref.includes('..') || ref.includes('@{')) {
    return false;
  }
  return ref
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}

function indirect(url: Url): ParsedRef | 'no-url' {
  const [id, second, third, ...more] = url.path;
  if (id === undefined || !ID.test(id) || more.length > 0 || url.authority !== undefined) {
    return 'no-url';
  }
  const attrs: [string, Value][] = [
    ['type', 'indirect'],
    ['id', id],
  ];
  if (third !== undefined && !REVISION.test(third)) return 'no-url';
  if (second !== undefined) {
    const isRevision = third === undefined && REVISION.test(second);
    if (!isRevision && !REF.test(second)) return 'no-url';
    attrs.push([isRevision ? 'rev' : 'ref', second]);
  }
  if (third !== undefined) attrs.push(['rev', third]);
  return accepted(attrs);
}

const PATH_PARAMETERS = new Map([
  ['rev', 'string'],
  ['narHash', 'string'],
  ['revCount', 'number'],
  ['lastModified', 'number'],
]);

function path(url: Url): ParsedRef {
  const shown = printUrl(url);
  if (url.authority !== undefined && url.authority !== '') {
    return refused(`path URL '${shown}' should not have an authority ('${url.authority}')`);
  }
  const attrs: [string, Value][] = [
    ['type', 'path'],
    ['path', url.path.join('/')],
  ];
  for (const [name, value] of url.query) {
    const kind = PATH_PARAMETERS.get(name);
    if (kind === undefined)
      return refused(`path URL '${shown}' has unsupported parameter '${name}'`);
    if (kind === 'number' && !/^[0-9]+$/.test(value)) {
      return refused(`path URL '${shown}' has invalid parameter '${name}'`);
    }
    attrs.push([name, kind === 'number' ? Number(value) : value]);
  }
  return checkNarHash(new Map(attrs));
}

const GIT_SWITCHES = ['shallow', 'submodules', 'lfs', 'exportIgnore', 'allRefs', 'verifyCommit'];
const GIT_STRINGS = ['keytype', 'publicKey', 'publicKeys'];

function git(url: Url, transport: string | undefined): ParsedRef | 'no-url' | undefined {
  if (transport !== undefined && !GIT_TRANSPORTS.has(transport)) return undefined;
  if (transport === undefined && url.authority === undefined) return 'no-url';
  const ref = url.query.get('ref');
  if (ref !== undefined && !isLegalRef(ref)) return 'no-url';
  return repository('git', { ...url, scheme: transport ?? 'git' }, GIT_SWITCHES);
}

function repository(type: string, url: Url, switches: readonly string[]): ParsedRef {
  const attrs = new Map<string, Value>([['type', type]]);
  const query = new Map<string, string>();
  const strings = type === 'git' ? ['rev', 'ref', ...GIT_STRINGS] : ['rev', 'ref'];
  for (const [name, value] of url.query) {
    if (strings.includes(name)) attrs.set(name, value);
    else if (switches.includes(name)) attrs.set(name, value === '1');
    else query.set(name, value);
  }
  attrs.set('url', printUrl({ ...url, query }));
  return badRevision(url.query.get('rev')) ?? accepted(attrs);
}

/** `http`, `https` and `file` URLs: tarballs, unless a source-only input names no archive. */
function plainCurl(url: Url, options: Options): ParsedRef | 'no-url' | undefined {
  if (!CURL_TRANSPORTS.has(url.scheme)) return undefined;
  const isArchive = ARCHIVE.test(url.path.at(-1) ?? '');
  return curl(isArchive || options.flake ? 'tarball' : 'file', url, url.scheme);
}

function curl(type: string, url: Url, transport: string): ParsedRef | 'no-url' | undefined {
  if (!CURL_TRANSPORTS.has(transport)) return undefined;
  if (transport === 'file' && url.authority !== undefined && url.authority !== '') return 'no-url';
  const attrs = new Map<string, Value>([['type', type]]);
  const query = new Map(url.query);
  for (const name of ['narHash', 'rev', 'revCount', 'lastModified', 'name', 'unpack']) {
    const value = query.get(name);
    query.delete(name);
    if (value === undefined || name === 'name' || name === 'unpack') continue;
    const isNumber = name === 'revCount' || name === 'lastModified';
    if (!isNumber) attrs.set(name, value);
    else if (/^[0-9]+$/.test(value)) attrs.set(name, Number(value));
  }
  attrs.set('url', printUrl({ ...url, scheme: transport, query }));
  return checkNarHash(attrs);
}
