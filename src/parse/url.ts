/** A URL as Nix splits it: names in the query stand once, the first value of a repeated name counts. */
export type Url = {
  readonly scheme: string;
  /** `user:password@host:port`, or undefined when there is no `//`. */
  readonly authority: string | undefined;
  /** Percent-decoded segments between slashes. */
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
};

const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const AUTHORITY = /^[A-Za-z0-9\-._~:@[\]!$&'()*+,;=%]*$/;
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*$/;
/** Nix tolerates blanks and quotes here (and `^` in fragments), which RFC 3986 does not. */
const QUERY = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?% "]*$/;
const FRAGMENT = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?% "^]*$/;

/**
 * Splits a URL as Nix 2.34 does (libutil/url.cc, parseURL with lenient query and fragment).
 * Returns undefined for what Nix takes for no URL.
 */
export function parseUrl(text: string): Url | undefined {
  const colon = text.indexOf(':');
  if (colon < 1 || !SCHEME.test(text.slice(0, colon))) return undefined;
  const scheme = text.slice(0, colon);
  const [beforeFragment, fragment] = splitOnce(text.slice(colon + 1), '#');
  const [hierarchy, query] = splitOnce(beforeFragment, '?');
  const hasAuthority = hierarchy.startsWith('//');
  const slash = hasAuthority ? hierarchy.indexOf('/', 2) : 0;
  const pathStart = slash < 0 ? hierarchy.length : slash;
  const authority = hasAuthority ? hierarchy.slice(2, pathStart) : undefined;
  const rawPath = hierarchy.slice(pathStart);
  if (authority !== undefined && !AUTHORITY.test(authority)) return undefined;
  if (!PATH.test(rawPath) || !QUERY.test(query) || !FRAGMENT.test(fragment)) return undefined;
  const path = rawPath.split('/').map(percentDecode);
  const decodedFragment = percentDecode(fragment);
  const decodedQuery = parseQuery(query);
  if (decodedQuery === undefined || decodedFragment === undefined) return undefined;
  if (!path.every((segment) => segment !== undefined)) return undefined;
  return { scheme, authority, path, query: decodedQuery, fragment: decodedFragment };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Names and values of a query; a name without `=` is dropped, as Nix does with a warning. */
export function parseQuery(query: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = percentDecode(part.slice(0, equals));
    const value = percentDecode(part.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    if (!pairs.has(name)) pairs.set(name, value);
  }
  return pairs;
}

/** Undefined when a `%` is not followed by two hex digits. Bytes that are no UTF-8 become U+FFFD. */
export function percentDecode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf('%', at);
    const end = percent < 0 ? text.length : percent;
    parts.push(Buffer.from(text.slice(at, end)));
    if (percent < 0) break;
    const digits = text.slice(percent + 1, percent + 3);
    if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return undefined;
    parts.push(Uint8Array.of(Number.parseInt(digits, 16)));
    at = percent + 3;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Encodes all but letters, digits, `-._~` and the characters in `kept`. */
export function percentEncode(text: string, kept: string): string {
  return text.replaceAll(/[^A-Za-z0-9\-._~]/gu, (character) =>
    kept.includes(character) ? character : encodeBytes(character),
  );
}

function encodeBytes(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** Writes a URL as Nix prints it: query names sorted, everything but a few characters encoded. */
export function printUrl(url: Url): string {
  const authority = url.authority === undefined ? '' : `//${url.authority}`;
  const path = url.path.map((segment) => percentEncode(segment, ':@')).join('/');
  return `${url.scheme}:${authority}${path}${printQuery(url.query)}`;
}

function printQuery(query: ReadonlyMap<string, string>): string {
  const pairs = [...query]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name, ':@/?')}=${percentEncode(value, ':@/?')}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
