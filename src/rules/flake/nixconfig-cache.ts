import type { Problem } from '../../model/finding.ts';
import type { TrustedCache } from '../../model/policy.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Assignment, SettingsBlock, SettingToken } from '../../model/setting.ts';
import { isLive } from '../../policy/expiry.ts';
import { inPolicy, isDefaultCache } from '../../settings/caches.ts';
import { readPublicKey } from '../../settings/public-key.ts';
import { spotOf } from '../../settings/spot.ts';
import { cacheIdentity } from '../../settings/store-url.ts';

const cacheSettings: ReadonlySet<string> = new Set(['substituters', 'trusted-substituters']);

export const nixconfigCache: RuleOf<'settings'> = {
  id: 'flake-nixconfig-cache',
  summary: 'a flake asks its users to trust a binary cache',
  help: 'List the cache with its keys under trusted-caches of the policy, or have users configure it once on their machine.',
  references: ['CWE-829', 'T1195.002'],
  kinds: ['settings'],
  reasons: {
    cache: {
      summary: 'nixConfig adds a cache, and no policy says which caches are meant',
      levels: levels('notice', 'warning'),
    },
    unlisted: {
      summary: 'nixConfig adds a cache that is not among the trusted caches of the policy',
      levels: levels('error'),
    },
    'unlisted-key': {
      summary: 'nixConfig adds a key that none of the trusted caches of the policy has',
      levels: levels('error'),
    },
  },
  *check({ model }, { now, policy }) {
    const trusted = policy.trustedCaches?.filter((cache) => isLive(cache, now));
    for (const block of model.blocks) {
      if (block.container !== 'nixConfig') continue;
      yield* checkCaches(block, trusted);
      if (trusted !== undefined) yield* checkKeys(block, trusted);
    }
  },
};

type Word = { readonly from: Assignment; readonly token: SettingToken };

function words(block: SettingsBlock, isWanted: (name: string) => boolean): Word[] {
  const wanted = block.assignments.filter(({ canonical }) => isWanted(canonical));
  return wanted.flatMap((from) => from.tokens.map((token) => ({ from, token })));
}

function* checkCaches(
  block: SettingsBlock,
  trusted: readonly TrustedCache[] | undefined,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const { from, token } of words(block, (name) => cacheSettings.has(name))) {
    const identity = cacheIdentity(token.text);
    if (token.dynamic || isDefaultCache(token.text) || seen.has(identity)) continue;
    seen.add(identity);
    if (trusted !== undefined && inPolicy(trusted, token.text)) continue;
    yield {
      reason: trusted === undefined ? 'cache' : 'unlisted',
      subject: from.canonical,
      ...spotOf(from, token),
      message:
        trusted === undefined
          ? `nixConfig asks users to take store paths from ${identity}`
          : `nixConfig asks users to take store paths from ${identity}, which is not among the trusted caches of the policy`,
      evidence: identity,
    };
  }
}

function* checkKeys(block: SettingsBlock, trusted: readonly TrustedCache[]): Generator<Problem> {
  const listed = new Set(trusted.flatMap((cache) => cache.keys));
  for (const { from, token } of words(block, (name) => name === 'trusted-public-keys')) {
    const key = readPublicKey(token.text);
    if (token.dynamic || key.kind !== 'key' || listed.has(token.text)) continue;
    if (key.name === 'cache.nixos.org-1') continue;
    yield {
      reason: 'unlisted-key',
      subject: from.canonical,
      ...spotOf(from, token),
      message: `nixConfig adds key ${key.name}, which belongs to none of the trusted caches of the policy`,
      evidence: token.text,
    };
  }
}
