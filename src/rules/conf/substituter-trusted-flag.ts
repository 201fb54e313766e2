import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { isLive } from '../../policy/expiry.ts';
import { inPolicy } from '../../settings/caches.ts';
import { replaceWord } from '../../settings/repair.ts';
import { storeWords } from '../../settings/spot.ts';
import {
  cacheIdentity,
  isLocalStore,
  isTrusted,
  storeUrl,
  withoutParam,
} from '../../settings/store-url.ts';
import { storeSubject } from '../../settings/subject.ts';

const demand = { title: 'demand signatures', safety: 'unsafe' } as const;

export const substituterTrustedFlag: RuleOf<'settings'> = {
  id: 'conf-substituter-trusted-flag',
  summary: 'a store URL says `trusted`, which skips signature checks',
  help: 'Remove the parameter, and add the public key of the cache to trusted-public-keys.',
  references: ['CWE-347', 'T1553'],
  kinds: ['settings'],
  reasons: {
    remote: {
      summary: 'a store reached over a network is trusted without signatures',
      levels: levels('error'),
    },
    local: {
      summary: 'a store on this machine that no policy lists is trusted without signatures',
      levels: levels('warning', 'error'),
      help: 'List the store under trusted-caches of the policy, or sign what it holds.',
    },
  },
  *check(document, { now, policy }) {
    const trusted = (policy.trustedCaches ?? []).filter((cache) => isLive(cache, now));
    for (const block of document.model.blocks) {
      for (const { from, name, token, spot } of storeWords(block)) {
        const url = storeUrl(token.text);
        if (!isTrusted(url)) continue;
        const local = isLocalStore(url);
        if (local && inPolicy(trusted, token.text)) continue;
        const where = local ? `the ${url.scheme} store` : `${url.scheme}://${url.host}`;
        yield {
          reason: local ? 'local' : 'remote',
          subject: storeSubject(name, token),
          ...spot,
          message: `${where} is trusted without signatures: what it serves is taken as it is`,
          evidence: cacheIdentity(token.text),
          // A patch would repeat a password in the URL.
          ...(url.userinfo === '' &&
            replaceWord(document, token, from, withoutParam(token.text, 'trusted'), demand)),
        };
      }
    }
  },
};
