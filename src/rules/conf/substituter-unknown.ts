import type { Problem } from '../../model/finding.ts';
import type { TrustedCache } from '../../model/policy.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { isLive } from '../../policy/expiry.ts';
import { inPolicy, isDefaultCache, knownCache } from '../../settings/caches.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { hostClass } from '../../settings/network.ts';
import { readPublicKey } from '../../settings/public-key.ts';
import { spotOf } from '../../settings/spot.ts';
import { cacheIdentity, isLocalStore, storeUrl } from '../../settings/store-url.ts';
import { keySubject, storeSubject } from '../../settings/subject.ts';

export const substituterUnknown: RuleOf<'settings'> = {
  id: 'conf-substituter-unknown',
  summary: 'a binary cache or key is neither widely known nor listed by policy',
  help: 'List the cache with its keys under trusted-caches of the policy, or remove it.',
  references: ['CWE-1357', 'T1195.002'],
  kinds: ['settings'],
  reasons: {
    unknown: {
      summary: 'a cache is not widely known, and no policy says which caches are meant',
      levels: levels('notice', 'warning'),
      help: 'Remove it, or list it with its keys under trusted-caches of the policy; once that lists one cache, every other one except cache.nixos.org is an error.',
    },
    unlisted: {
      summary: 'the policy lists trusted caches, and this one is not among them',
      levels: levels('error'),
    },
    'unlisted-key': {
      summary: 'the policy lists trusted caches, and none of them has this key',
      levels: levels('error'),
      help: 'List the key with its cache under trusted-caches of the policy, or remove it.',
    },
  },
  *check(document, { now, policy }) {
    const trusted = policy.trustedCaches?.filter((cache) => isLive(cache, now));
    for (const block of document.model.blocks) {
      // flake-nixconfig-cache says the same of flakes.
      if (block.container === 'nixConfig') continue;
      yield* checkCaches(block, trusted);
      if (trusted !== undefined) yield* checkKeys(block, trusted);
    }
  },
};

function* checkCaches(
  block: SettingsBlock,
  policy: readonly TrustedCache[] | undefined,
): Generator<Problem> {
  const settings = effectiveSettings(block);
  for (const name of ['substituters', 'trusted-substituters']) {
    const seen = new Set<string>();
    for (const token of settings.get(name)?.tokens ?? []) {
      const identity = cacheIdentity(token.text);
      if (token.dynamic || seen.has(identity) || isExpected(token.text, policy)) continue;
      seen.add(identity);
      yield {
        reason: policy === undefined ? 'unknown' : 'unlisted',
        subject: storeSubject(name, token),
        ...spotOf(token.from, token),
        message:
          policy === undefined
            ? `${identity} is no widely known cache: it can serve store paths and flake inputs`
            : `${identity} is not among the trusted caches of the policy`,
        evidence: identity,
      };
    }
  }
}

/** Quoted words, variables and stores on this machine name no cache that could be looked up. */
function isExpected(token: string, policy: readonly TrustedCache[] | undefined): boolean {
  const url = storeUrl(token);
  if (isLocalStore(url) || url.host === '' || /["'$@{<]/.test(token)) return true;
  if (hostClass(url.host) === 'loopback' || isDefaultCache(token)) return true;
  if (policy !== undefined) return inPolicy(policy, token);
  // conf-substituter-insecure has said more than this would.
  if (url.scheme === 'http' || url.scheme === 'ftp') return true;
  const known = knownCache(token);
  return known !== undefined && known.personal === undefined;
}

function* checkKeys(block: SettingsBlock, policy: readonly TrustedCache[]): Generator<Problem> {
  const listed = new Set(policy.flatMap((cache) => cache.keys));
  for (const token of effectiveSettings(block).get('trusted-public-keys')?.tokens ?? []) {
    const key = readPublicKey(token.text);
    if (token.dynamic || key.kind !== 'key' || listed.has(token.text)) continue;
    if (key.name === 'cache.nixos.org-1') continue;
    yield {
      reason: 'unlisted-key',
      subject: keySubject('trusted-public-keys', token),
      ...spotOf(token.from, token),
      message: `key ${key.name} belongs to none of the trusted caches of the policy, yet may sign every store path`,
      evidence: token.text,
    };
  }
}
