import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { TrustedCache } from '../../model/policy.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { isLive } from '../../policy/expiry.ts';
import { knownBytes, knownName, splitKey } from '../../settings/caches.ts';
import type { EffectiveToken } from '../../settings/effective.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import type { KeyReading } from '../../settings/public-key.ts';
import { readPublicKey } from '../../settings/public-key.ts';
import { replaceWord } from '../../settings/repair.ts';
import { spotOf } from '../../settings/spot.ts';
import { keySubject } from '../../settings/subject.ts';

export const publicKeyInvalid: RuleOf<'settings'> = {
  id: 'conf-public-key-invalid',
  summary: 'a trusted public key is not what it claims to be',
  help: 'Copy the key from where the cache publishes it.',
  references: ['CWE-321', 'CWE-347', 'T1553'],
  kinds: ['settings'],
  reasons: {
    malformed: {
      summary: 'a word is no `name:base64` of 32 bytes, so nothing it should sign is accepted',
      levels: levels('error'),
    },
    secret: {
      summary: 'a word is a secret key: whoever reads it can sign for every user of the cache',
      levels: levels('error'),
      help: 'Generate a new key pair, publish only its public half, and stop trusting the old key.',
    },
    'known-name': {
      summary: 'a key has the name of a known cache but other bytes',
      levels: levels('error'),
    },
    'known-bytes': {
      summary: 'the bytes of a known key stand under another name, so they never match',
      levels: levels('warning', 'error'),
    },
    placeholder: {
      summary: 'a word is an example that was not filled in',
      levels: levels('error'),
    },
  },
  *check(document, { now, policy }) {
    const trusted = (policy.trustedCaches ?? []).filter((cache) => isLive(cache, now));
    for (const block of document.model.blocks) {
      const keys = effectiveSettings(block).get('trusted-public-keys')?.tokens ?? [];
      for (const token of keys) {
        if (token.dynamic || /[$@"'{]/.test(token.text)) continue;
        yield* checkKey(document, token, trusted);
      }
    }
  },
};

function* checkKey(
  document: DocumentOf<'settings'>,
  token: EffectiveToken,
  policy: readonly TrustedCache[],
): Generator<Problem> {
  const key = readPublicKey(token.text);
  const found = key.kind === 'key' ? wrongKey(key, policy) : brokenKey(key);
  if (found === undefined) return;
  const { reason, message, right } = found;
  yield {
    reason,
    subject: keySubject('trusted-public-keys', token),
    ...spotOf(token.from, token),
    message,
    // Never the word itself when it may be a secret key.
    evidence: key.kind === 'key' ? token.text : key.kind,
    ...(right !== undefined &&
      replaceWord(document, token, token.from, right, {
        title: 'use the known key',
        safety: 'safe',
      })),
  };
}

type Found = { readonly reason: string; readonly message: string; readonly right?: string };

function brokenKey(key: Exclude<KeyReading, { kind: 'key' }>): Found {
  if (key.kind === 'malformed') {
    return { reason: 'malformed', message: `no public key: ${key.problem}` };
  }
  const message =
    key.kind === 'secret'
      ? 'this is a secret signing key (64 bytes), not a public one'
      : 'the key is an example that was not filled in';
  return { reason: key.kind, message };
}

function wrongKey(
  { name, bytes }: Extract<KeyReading, { kind: 'key' }>,
  policy: readonly TrustedCache[],
): Found | undefined {
  const listed = policy
    .flatMap((cache) => cache.keys)
    .map(splitKey)
    .filter(([other]) => other === name);
  if (listed.some(([, other]) => other === bytes)) return undefined;
  const right = listed[0]?.[1] ?? knownBytes(name);
  if (right !== undefined && right !== bytes) {
    const message = `key ${name} has other bytes than ${listed.length > 0 ? 'the policy lists' : 'the cache of that name publishes'}`;
    return { reason: 'known-name', message, right: `${name}:${right}` };
  }
  const other = knownName(bytes);
  if (right !== undefined || other === undefined) return undefined;
  const message = `these are the bytes of ${other}; under the name ${name} no signature matches them`;
  return { reason: 'known-bytes', message };
}
