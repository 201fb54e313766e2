import { booleanOf } from './value.ts';

/** A store reference taken apart (`src/libstore/store-reference.cc`), leniently: what cannot be read is empty. */
export type StoreUrl = {
  /** Lower case; `local` for paths and `local`, `daemon` and `auto` for those words. */
  readonly scheme: string;
  /** `user:password` or `user` before the host, percent-encoding kept. */
  readonly userinfo: string;
  /** Host without port, lower case, IPv6 in brackets. */
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
};

const words: ReadonlySet<string> = new Set(['auto', 'daemon', 'local']);

/** Takes a token of `substituters`, `store` or `--from` apart. Never throws. */
export function storeUrl(text: string): StoreUrl {
  const question = text.indexOf('?');
  const front = question < 0 ? text : text.slice(0, question);
  const params = readParams(question < 0 ? '' : text.slice(question + 1));
  const colon = front.indexOf('://');
  if (colon < 0) {
    const scheme = words.has(front) ? front : 'local';
    return {
      scheme,
      userinfo: '',
      host: '',
      port: '',
      path: words.has(front) ? '' : front,
      params,
    };
  }
  const scheme = front.slice(0, colon).toLowerCase();
  const rest = front.slice(colon + 3);
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const at = authority.lastIndexOf('@');
  const { host, port } = hostAndPort(authority.slice(at + 1));
  return {
    scheme,
    userinfo: at < 0 ? '' : authority.slice(0, at),
    host: host.toLowerCase(),
    port,
    path: slash < 0 ? '' : rest.slice(slash),
    params,
  };
}

function hostAndPort(text: string): { readonly host: string; readonly port: string } {
  const from = text.startsWith('[') ? Math.max(text.indexOf(']'), 0) : 0;
  const colon = text.indexOf(':', from);
  if (colon < 0) return { host: text, port: '' };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** Parameters in order; of equal names the first counts, as in `decodeQuery` of `src/libutil/url.cc`. */
function readParams(query: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  for (const part of query.split('&')) {
    const cut = part.indexOf('=');
    const name = percentDecoded(part.slice(0, cut));
    if (cut > 0 && !params.has(name)) params.set(name, percentDecoded(part.slice(cut + 1)));
  }
  return params;
}

/** The text without each occurrence of a parameter, everything else as written. */
export function withoutParam(text: string, name: string): string {
  const question = text.indexOf('?');
  if (question < 0) return text;
  const parts = text.slice(question + 1).split('&');
  const kept = parts.filter((part) => percentDecoded(part.split('=', 1)[0] ?? '') !== name);
  return text.slice(0, question) + (kept.length === 0 ? '' : `?${kept.join('&')}`);
}

/** Decoded as far as it can be, so that no spelling hides `trusted`. */
function percentDecoded(text: string): string {
  return text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Whether paths from this store are taken without a signature. */
export function isTrusted(url: StoreUrl): boolean {
  return booleanOf(url.params.get('trusted') ?? 'false') === true;
}

/** Whether the store is on this machine: no network stands between. */
export function isLocalStore(url: StoreUrl): boolean {
  return ['local', 'daemon', 'auto', 'file', 'unix', 'dummy', 'local-overlay'].includes(url.scheme);
}

/** Scheme, host, port and path in lower case and without trailing slash: what makes two references the same cache. */
export function cacheIdentity(text: string): string {
  const { scheme, host, port, path } = storeUrl(text);
  const standard = (scheme === 'https' && port === '443') || (scheme === 'http' && port === '80');
  const trimmed = trimSlashes(path);
  return `${scheme}://${host}${port === '' || standard ? '' : `:${port}`}${trimmed}`;
}

function trimSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 47) end -= 1;
  return path.slice(0, end);
}
