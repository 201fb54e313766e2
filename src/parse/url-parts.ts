/** A URL cut at its delimiters; nothing is decoded. `scheme` and `host` are lower case. */
export type UrlParts = {
  /** Without the `git+`, `hg+`, `tarball+` or `file+` that only selects a fetcher. */
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  /** Empty when absent or the default of the scheme. */
  readonly port: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
};

const schemePattern = /^([a-z][a-z0-9.+-]*):/i;
const fetchers = ['git+', 'hg+', 'tarball+', 'file+'];
const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ssh', '22'],
  ['git', '9418'],
  ['ftp', '21'],
]);

/**
 * Cuts a URL by RFC 3986, or returns undefined when it has no scheme. WHATWG's `URL` is not used: it repairs
 * (`\` to `/`, tabs dropped) what git and curl read differently, and a repair here would hide a differential.
 */
export function splitUrl(text: string): UrlParts | undefined {
  const written = schemePattern.exec(text)?.[1];
  if (written === undefined) return undefined;
  const scheme = withoutFetcher(foldAscii(written));
  const [beforeQuery, query] = cut(cut(text.slice(written.length + 1), '#')[0], '?');
  if (!beforeQuery.startsWith('//')) {
    return { scheme, user: '', host: '', port: '', path: beforeQuery, query };
  }
  const slash = beforeQuery.indexOf('/', 2);
  const authority = slash < 0 ? beforeQuery.slice(2) : beforeQuery.slice(2, slash);
  const path = slash < 0 ? '' : beforeQuery.slice(slash);
  return { scheme, ...splitAuthority(authority, scheme), path, query };
}

/**
 * The URL git is given for the `url` attribute of a `git` input, as `fixGitURL` of libutil/url.cc rewrites it:
 * `user@host:path` becomes ssh, anything without `://` a file path.
 */
export function gitUrl(text: string): string {
  const slash = text.indexOf('/');
  const at = text.lastIndexOf('@', slash < 0 ? text.length : slash);
  const colon = text.lastIndexOf(':');
  if (at >= 0 && colon > at && slash !== 0) {
    return `ssh://${text.slice(0, colon)}/${text.slice(colon + 1)}`;
  }
  if (text.startsWith('file:') || text.includes('://')) return text;
  return `file:${text}`;
}

/** The path with `.` and `..` segments resolved as curl resolves them, percent-encoded dots included. */
export function resolveDots(path: string): string {
  const out: string[] = [];
  for (const segment of path.split('/')) {
    const plain = segment.length <= 6 ? segment.replace(/%2e/gi, '.') : segment;
    if (plain === '.') continue;
    if (plain === '..') {
      if (out.length > 1) out.pop();
    } else out.push(segment);
  }
  return out.join('/');
}

/**
 * Lower case of ASCII letters alone, as forges and DNS fold names. Folding all of Unicode would take the Kelvin sign
 * for a `k`, and so one owner for another.
 */
export function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether a host names the machine itself. `127.0.0.1.example.org` does not. */
export function isLoopbackHost(host: string): boolean {
  const name = foldAscii(host);
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (name === '[::1]' || name === '::1') return true;
  return /^127(?:\.\d{1,3}){3}$/.test(name);
}

function withoutFetcher(scheme: string): string {
  const prefix = fetchers.find((candidate) => scheme.startsWith(candidate));
  return prefix === undefined ? scheme : scheme.slice(prefix.length);
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function splitAuthority(
  authority: string,
  scheme: string,
): { user: string; host: string; port: string } {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at);
  const hostPort = authority.slice(at + 1);
  const colon = hostPort.lastIndexOf(':');
  const hasPort =
    colon >= 0 && /^\d*$/.test(hostPort.slice(colon + 1)) && colon > hostPort.lastIndexOf(']');
  const host = foldAscii(hasPort ? hostPort.slice(0, colon) : hostPort);
  const port = hasPort ? hostPort.slice(colon + 1) : '';
  return { user, host, port: port === defaultPorts.get(scheme) ? '' : port };
}
