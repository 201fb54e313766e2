import type { KnownCache } from '../../data/known-caches.ts';
import { knownCaches } from '../../data/known-caches.ts';
import type { TrustedCache } from '../model/policy.ts';
import { cacheIdentity } from './store-url.ts';

const byIdentity: ReadonlyMap<string, KnownCache> = new Map(
  knownCaches.map((cache) => [cacheIdentity(cache.url), cache]),
);

const bytesByName: ReadonlyMap<string, string> = new Map(
  knownCaches.flatMap((cache) => cache.keys.map(splitKey)),
);

const nameByBytes: ReadonlyMap<string, string> = new Map(
  [...bytesByName].map(([name, bytes]) => [bytes, name]),
);

/** The known cache a token of `substituters` names, query aside. */
export function knownCache(token: string): KnownCache | undefined {
  return byIdentity.get(cacheIdentity(token));
}

/** The default cache of Nix, which needs no policy. */
export function isDefaultCache(token: string): boolean {
  return cacheIdentity(token) === 'https://cache.nixos.org';
}

/** Base64 bytes the known table has for a key name. */
export function knownBytes(name: string): string | undefined {
  return bytesByName.get(name);
}

/** The name the known table has for base64 bytes. */
export function knownName(bytes: string): string | undefined {
  return nameByBytes.get(bytes);
}

/** Identities of the caches a key name belongs to: those of the known table, or the cachix cache in the name. */
export function cacheOfKey(name: string): readonly string[] {
  const known = knownCaches.filter((cache) => cache.keys.some((key) => splitKey(key)[0] === name));
  if (known.length > 0) return known.map((cache) => cacheIdentity(cache.url));
  const host = name.replace(/-[0-9]+$/, '');
  return host.endsWith('.cachix.org') ? [`https://${host}`] : [];
}

/** Whether the policy lists the cache a token names. */
export function inPolicy(policy: readonly TrustedCache[], token: string): boolean {
  const identity = cacheIdentity(token);
  return policy.some((cache) => cacheIdentity(cache.url) === identity);
}

/** A key at its first colon: name and base64. */
export function splitKey(key: string): readonly [name: string, bytes: string] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
}
