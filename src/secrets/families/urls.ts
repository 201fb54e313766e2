import { alphabet, base62, has, runEnd, runStart } from '../alphabet.ts';
import { type Detector, type Found, type ScanContext, nothing } from '../hit.ts';
import { isPlaceholder, isReference } from '../placeholders.ts';
import { wordSet } from '../word-set.ts';

/** Longest URL looked at. */
const MAX_URL = 2048;

const schemeChars = alphabet('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.');

/** Characters that end a URL in prose, code and configuration. */
const enders = alphabet(' \t\r\n"\'`<>|\\^,;()[]');

/** Query keys whose value opens something (catalogue 2.9). Signatures of expiring links are among them. */
const secretKeys: ReadonlySet<string> = wordSet(`
  token access_token auth_token private_token api_key apikey api-key key secret client_secret password passwd pass
  auth sig signature x-amz-signature x-goog-signature sas job_token access-token private-token authtoken
`);

/** Passwords that everybody tries first. On a host nobody else reaches they protect nothing. */
const openPasswords: ReadonlySet<string> = wordSet(
  'anonymous guest user pass password username postgres root admin git x foo bar',
);

/** User info with a password, or a secret query parameter, in a URL of any scheme. */
export const urlCredentials: Detector = {
  anchors: ['://'],
  find(text, at, end) {
    const start = runStart(text, at, schemeChars, 24);
    if (start === at || !has(base62, text.charCodeAt(at - 1))) return nothing;
    const url = text.slice(end, urlEnd(text, end));
    return [...userInfo(url, end), ...query(url, end)];
  },
};

/**
 * The secrets of a text that is a URL or holds some: for locks, inputs, settings and fetchers,
 * where a finding of `secret-url-credentials` is due at a URL however it was read.
 */
export function urlSecrets(text: string, context: ScanContext = {}): readonly Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    found.push(...urlCredentials.find(text, at, at + 3, context));
  }
  return found;
}

/** Whether the URL behind a `://` that ends at `from` has user info or a query at all, which few have. */
export function mayHoldCredentials(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + MAX_URL);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 63 || code === 64) return true;
    if (code <= 32 || has(enders, code)) return false;
  }
  return false;
}

/** Where a URL ends at the latest; another `://` inside belongs to a URL of its own. */
function urlEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_URL);
  let at = from;
  while (at < limit && !has(enders, text.charCodeAt(at)) && text.charCodeAt(at) > 32) {
    if (text.charCodeAt(at) === 58 && text.startsWith('://', at)) return at;
    at++;
  }
  return at;
}

function userInfo(url: string, offset: number): readonly Found[] {
  const authority = /^[^/?#]*/.exec(url)?.[0] ?? '';
  const at = authority.lastIndexOf('@');
  const colon = authority.indexOf(':');
  if (colon < 0 || colon > at) return nothing;
  const user = authority.slice(0, colon);
  const password = authority.slice(colon + 1, at);
  if (!isLiteral(password) || isTemplate(user)) return nothing;
  if (openPasswords.has(password.toLowerCase()) && isLocal(authority.slice(at + 1))) return nothing;
  return [credential('password', offset + colon + 1, offset + at)];
}

/** Loopback and names without a dot: a service of the same machine or of the same compose file. */
function isLocal(host: string): boolean {
  return !host.includes('.') || host.startsWith('127.');
}

function query(url: string, offset: number): Found[] {
  const found: Found[] = [];
  let at = url.indexOf('?') + 1;
  while (at > 0 && at < url.length) {
    const parameter = /^[^&#]*/.exec(url.slice(at))?.[0] ?? '';
    const equals = parameter.indexOf('=');
    const value = parameter.slice(equals + 1);
    if (equals > 0 && secretKeys.has(parameter.slice(0, equals).toLowerCase()) && isToken(value)) {
      found.push(credential('query', offset + at + equals + 1, offset + at + parameter.length));
    }
    at += parameter.length + 1;
  }
  return found;
}

function isToken(value: string): boolean {
  return value.length >= 8 && /\d/.test(value) && isLiteral(value);
}

function isLiteral(value: string): boolean {
  return value.length > 0 && !isPlaceholder(value) && !isReference(value) && !isTemplate(value);
}

function isTemplate(value: string): boolean {
  return (
    /[${}<>%]\w*[{}<>(]|\$|\*{3}|^%\w+$/.test(value) ||
    runEnd(value, 0, alphabet('*.x'), 64) === value.length
  );
}

function credential(reason: string, start: number, end: number): Found {
  return {
    rule: 'secret-url-credentials',
    reason,
    family: `url-${reason}`,
    start,
    end,
    verified: false,
  };
}
