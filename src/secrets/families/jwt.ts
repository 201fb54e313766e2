import { base64url, decimal, has, runEnd, startsToken, dotted } from '../alphabet.ts';
import { decodeJsonPart } from '../encodings.ts';
import { type Detector, type Found, type ScanContext, nothing } from '../hit.ts';
import { token } from './shape.ts';

/** Longest header, payload or signature looked at. */
const MAX_PART = 8192;

type Claims = Readonly<Record<string, unknown>>;

/**
 * JSON Web Tokens (RFC 7519) in compact form. Header and payload are decoded; the claims tell
 * Cachix, Attic and Kubernetes tokens from others, and which have expired.
 */
export const jsonWebToken: Detector = {
  anchors: ['eyj'],
  find(text, at, _end, context) {
    if (!text.startsWith('eyJ', at) || !startsToken(text, at)) return nothing;
    // A part of something longer: starting over inside it would take quadratic time.
    if ('.-'.includes(text.charAt(at - 1)) && at > 0) return nothing;
    const parts = readJwt(text, at);
    return parts === undefined ? nothing : [judge(at, parts, context)];
  },
};

/** GitHub's installation tokens since 2026: `ghs_`, the number of the app, `_` and a JWT. */
export const githubAppToken: Detector = {
  anchors: ['ghs_'],
  find(text, at) {
    if (!text.startsWith('ghs_', at) || !startsToken(text, at)) return nothing;
    const number = runEnd(text, at + 4, decimal, 12);
    if (number === at + 4 || text.charAt(number) !== '_') return nothing;
    const parts = readJwt(text, number + 1);
    return parts === undefined
      ? nothing
      : [token('github-app', at, parts.end, true, undefined, 'ghs_')];
  },
};

type Jwt = { readonly end: number; readonly header: Claims; readonly claims: Claims };

function readJwt(text: string, at: number): Jwt | undefined {
  const headerEnd = runEnd(text, at, base64url, MAX_PART);
  if (text.charAt(headerEnd) !== '.') return undefined;
  const payloadEnd = runEnd(text, headerEnd + 1, base64url, MAX_PART);
  if (text.charAt(payloadEnd) !== '.') return undefined;
  const end = runEnd(text, payloadEnd + 1, base64url, MAX_PART);
  // A fourth part makes it encrypted (JWE), no part at all an unsigned example.
  if (end - payloadEnd < 20 || (text.charAt(end) === '.' && has(dotted, text.charCodeAt(end + 1))))
    return undefined;
  const header = decodeJsonPart(text.slice(at, headerEnd));
  const claims = decodeJsonPart(text.slice(headerEnd + 1, payloadEnd));
  if (header === undefined || claims === undefined || typeof header['alg'] !== 'string')
    return undefined;
  return { end, header, claims };
}

function judge(at: number, jwt: Jwt, context: ScanContext): Found {
  const family = familyOf(jwt);
  if (hasExpired(jwt.claims, context)) return token(family, at, jwt.end, true, 'expired');
  return token(family, at, jwt.end, true, family === 'jwt' ? 'jwt' : 'verified');
}

function familyOf({ header, claims }: Jwt): string {
  if ('https://jwt.attic.rs/v1' in claims) return 'attic';
  if (header['alg'] === 'HS256' && typeof claims['jti'] === 'string' && 'scopes' in claims)
    return 'cachix';
  if (claims['iss'] === 'kubernetes/serviceaccount' || 'kubernetes.io' in claims)
    return 'kubernetes-service-account';
  return 'jwt';
}

function hasExpired(claims: Claims, { now }: ScanContext): boolean {
  const expiry = claims['exp'];
  return typeof expiry === 'number' && now !== undefined && expiry < now;
}
