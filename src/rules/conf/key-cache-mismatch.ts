import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { cacheOfKey, isDefaultCache, splitKey } from '../../settings/caches.ts';
import type { EffectiveSetting, EffectiveToken } from '../../settings/effective.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { spotOf } from '../../settings/spot.ts';
import { cacheIdentity, storeUrl } from '../../settings/store-url.ts';
import { keySubject, storeSubject } from '../../settings/subject.ts';

export const keyCacheMismatch: RuleOf<'settings'> = {
  id: 'conf-key-cache-mismatch',
  summary: 'caches and the keys that sign for them do not match',
  help: 'Add or remove the other half of the pair.',
  references: ['CWE-1357'],
  kinds: ['settings'],
  reasons: {
    'cache-without-key': {
      summary: 'a cachix cache is listed, its key is not, so nothing it signs is accepted',
      levels: levels('off', 'warning'),
    },
    'key-without-cache': {
      summary: 'a key is listed, its cache is not, and it may still sign for every other cache',
      levels: levels('off', 'warning'),
    },
    'default-key-dropped': {
      summary: 'the keys are replaced without that of cache.nixos.org, which is still asked',
      levels: levels('off', 'warning'),
      help: 'Use extra-trusted-public-keys, or list cache.nixos.org-1 as well.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) yield* checkBlock(block);
  },
};

function* checkBlock(block: SettingsBlock): Generator<Problem> {
  const settings = effectiveSettings(block);
  const substituters = settings.get('substituters');
  const caches = [
    ...(substituters?.tokens ?? []),
    ...(settings.get('trusted-substituters')?.tokens ?? []),
  ];
  const keys = settings.get('trusted-public-keys');
  // A word that is filled in later may be the missing half.
  if ([...caches, ...(keys?.tokens ?? [])].some((token) => token.dynamic)) return;
  yield* cachesWithoutKey(caches, keys?.tokens ?? []);
  yield* keysWithoutCache(caches, keys?.tokens ?? []);
  yield* defaultKeyDropped(keys, substituters);
}

function* cachesWithoutKey(
  caches: readonly EffectiveToken[],
  keys: readonly EffectiveToken[],
): Generator<Problem> {
  const names = new Set(keys.map((key) => splitKey(key.text)[0].replace(/-[0-9]+$/, '')));
  for (const token of caches) {
    const { host } = storeUrl(token.text);
    if (!host.endsWith('.cachix.org') || names.has(host)) continue;
    yield {
      reason: 'cache-without-key',
      subject: storeSubject(token.from.canonical, token),
      ...spotOf(token.from, token),
      message: `${host} is listed without a key named ${host}-1`,
      evidence: host,
    };
  }
}

function* keysWithoutCache(
  caches: readonly EffectiveToken[],
  keys: readonly EffectiveToken[],
): Generator<Problem> {
  const listed = new Set(caches.map((token) => cacheIdentity(token.text)));
  for (const token of keys) {
    const [name] = splitKey(token.text);
    const homes = cacheOfKey(name);
    if (homes.length === 0 || homes.some((home) => listed.has(home) || isDefaultCache(home))) {
      continue;
    }
    yield {
      reason: 'key-without-cache',
      subject: keySubject('trusted-public-keys', token),
      ...spotOf(token.from, token),
      message: `key ${name} may sign for every cache, but ${homes[0]} is not listed`,
      evidence: name,
    };
  }
}

function* defaultKeyDropped(
  keys: EffectiveSetting | undefined,
  substituters: EffectiveSetting | undefined,
): Generator<Problem> {
  const [first] = keys?.contributing ?? [];
  if (keys === undefined || first === undefined || !keys.replaced) return;
  if (keys.tokens.some((token) => splitKey(token.text)[0] === 'cache.nixos.org-1')) return;
  const asked =
    substituters?.replaced !== true || substituters.tokens.some(({ text }) => isDefaultCache(text));
  if (!asked) return;
  yield {
    reason: 'default-key-dropped',
    subject: 'trusted-public-keys',
    ...spotOf(first),
    message: `${first.name} drops the key of cache.nixos.org, which is still asked: all it serves is refused`,
  };
}
