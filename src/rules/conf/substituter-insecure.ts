import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import type { EffectiveToken } from '../../settings/effective.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { hostClass } from '../../settings/network.ts';
import { replaceWord } from '../../settings/repair.ts';
import { spotOf } from '../../settings/spot.ts';
import type { StoreUrl } from '../../settings/store-url.ts';
import { cacheIdentity, storeUrl } from '../../settings/store-url.ts';
import { storeSubject } from '../../settings/subject.ts';

export const substituterInsecure: RuleOf<'settings'> = {
  id: 'conf-substituter-insecure',
  summary: 'a binary cache is reached without encryption',
  help: 'Use https.',
  references: ['CWE-319', 'T1557'],
  kinds: ['settings'],
  reasons: {
    public: {
      summary: 'a cache on a public host is reached by http or ftp',
      levels: levels('error'),
    },
    private: {
      summary: 'a cache on a private network is reached by http or ftp',
      levels: levels('warning', 'error'),
      help: 'Put https in front of the cache; signatures protect neither privacy nor availability.',
    },
    s3: {
      summary: 'a bucket is reached by http (`scheme=http` or an http endpoint)',
      levels: levels('error'),
      help: 'Remove `scheme=http`, and give an https endpoint.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      for (const token of cacheWords(block)) yield* checkWord(document, token);
    }
  },
};

function* cacheWords(block: SettingsBlock): Generator<EffectiveToken> {
  const settings = effectiveSettings(block);
  yield* settings.get('substituters')?.tokens ?? [];
  yield* settings.get('trusted-substituters')?.tokens ?? [];
}

function* checkWord(document: DocumentOf<'settings'>, token: EffectiveToken): Generator<Problem> {
  const url = storeUrl(token.text);
  const reason = reasonOf(url);
  if (reason === undefined) return;
  const plain = url.scheme === 's3' ? 'the bucket' : `${url.scheme}://${url.host}`;
  yield {
    reason,
    subject: storeSubject(token.from.canonical, token),
    ...spotOf(token.from, token),
    message: `${plain} is read in plain text: whoever is on the way sees, blocks or replaces what it serves`,
    evidence: cacheIdentity(token.text),
    // A patch would repeat a password in the URL.
    ...(url.scheme === 'http' &&
      url.userinfo === '' &&
      replaceWord(document, token, token.from, `https${token.text.slice(4)}`, {
        title: 'use https',
        safety: 'unsafe',
      })),
  };
}

function reasonOf(url: StoreUrl): 'public' | 'private' | 's3' | undefined {
  if (url.scheme === 's3') return isPlainBucket(url) ? 's3' : undefined;
  if (url.scheme !== 'http' && url.scheme !== 'ftp') return undefined;
  // A host that is filled in later cannot be told from a loopback one.
  if (/[$@{]/.test(url.host)) return undefined;
  const network = hostClass(url.host);
  return network === 'loopback' ? undefined : network;
}

/** An endpoint may carry its own scheme, which then counts; one on this machine is harmless. */
function isPlainBucket({ params }: StoreUrl): boolean {
  const endpoint = params.get('endpoint') ?? '';
  const url = storeUrl(endpoint.includes('://') ? endpoint : `none://${endpoint}`);
  if (endpoint !== '' && hostClass(url.host) === 'loopback') return false;
  return url.scheme === 'http' || (url.scheme !== 'https' && params.get('scheme') === 'http');
}
