import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { hostClass } from '../../settings/network.ts';
import { spotOf } from '../../settings/spot.ts';
import { cacheIdentity, storeUrl } from '../../settings/store-url.ts';
import { storeSubject } from '../../settings/subject.ts';

/** Defaults of Nix, of Nix up to 2.9, of Determinate Nix and of Lix. */
const defaults: ReadonlySet<string> = new Set([
  'https://channels.nixos.org/flake-registry.json',
  'https://github.com/NixOS/flake-registry/raw/master/flake-registry.json',
  'https://install.determinate.systems/flake-registry/stable/flake-registry.json',
  'vendored',
]);

export const registryOverride: RuleOf<'settings'> = {
  id: 'conf-registry-override',
  summary: 'flake names or file hashes are resolved by a server of somebody else',
  help: 'Use the default registry, a file pinned by revision, or an empty value to switch it off.',
  references: ['CWE-494'],
  kinds: ['settings'],
  reasons: {
    registry: {
      summary: 'flake-registry is neither a default, nor empty, nor pinned',
      levels: levels('off', 'warning'),
    },
    http: {
      summary: 'flake-registry is fetched without encryption',
      levels: levels('error'),
    },
    mirror: {
      summary: 'a hashed mirror is reached without encryption',
      levels: levels('off', 'notice'),
      help: 'Use https: the hash protects the content, not what is learnt from the request.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      yield* checkRegistry(block);
      yield* checkMirrors(block);
    }
  },
};

function* checkRegistry(block: SettingsBlock): Generator<Problem> {
  const [token] = effectiveSettings(block).get('flake-registry')?.tokens ?? [];
  if (token === undefined || token.dynamic || defaults.has(token.text)) return;
  const plain = isPlain(token.text);
  // A file on this machine is as good as the machine.
  if (!plain && (!token.text.includes('://') || /[0-9a-f]{40}/.test(token.text))) return;
  yield {
    reason: plain ? 'http' : 'registry',
    subject: storeSubject('flake-registry', token),
    ...spotOf(token.from, token),
    message: plain
      ? `${cacheIdentity(token.text)} is read in plain text: whoever is on the way chooses what \`nixpkgs\` means`
      : `${cacheIdentity(token.text)} decides what names such as \`nixpkgs\` mean, and can change at any time`,
    evidence: cacheIdentity(token.text),
  };
}

function* checkMirrors(block: SettingsBlock): Generator<Problem> {
  for (const token of effectiveSettings(block).get('hashed-mirrors')?.tokens ?? []) {
    if (!isPlain(token.text)) continue;
    yield {
      reason: 'mirror',
      subject: storeSubject('hashed-mirrors', token),
      ...spotOf(token.from, token),
      message: `${cacheIdentity(token.text)} is asked in plain text for every file with a flat hash`,
      evidence: cacheIdentity(token.text),
    };
  }
}

function isPlain(text: string): boolean {
  const url = storeUrl(text);
  const plain = url.scheme === 'http' || url.scheme === 'ftp';
  return plain && hostClass(url.host) !== 'loopback';
}
