import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { isLive } from '../../policy/expiry.ts';
import type { Glob } from '../../policy/glob.ts';
import { glob } from '../../policy/glob.ts';
import type { EffectiveToken } from '../../settings/effective.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { unknownWord } from '../../settings/nix-words.ts';
import { spotOf } from '../../settings/spot.ts';
import { wordSubject } from '../../settings/subject.ts';

/** Groups and accounts through which strangers come, and who they are. */
const broadNames: ReadonlyMap<string, string> = new Map([
  ['*', 'everybody who can log in'],
  ['@users', 'everybody who can log in'],
  ['@everyone', 'everybody who can log in'],
  ['@staff', 'everybody who can log in'],
  ['@nogroup', 'every service without a group of its own'],
  ['@nixbld', 'every build'],
  ['nobody', 'every service that runs as nobody'],
  ['www-data', 'whoever takes over the web server'],
]);

export const trustedUsersBroad: RuleOf<'settings'> = {
  id: 'conf-trusted-users-broad',
  summary: 'users besides root are trusted, which makes them root',
  help: 'Trust root only; give users caches through trusted-substituters on the host.',
  references: ['CWE-269', 'T1548'],
  kinds: ['settings'],
  reasons: {
    everyone: {
      summary: 'everybody, a group of everybody, or an account that runs foreign code is trusted',
      levels: levels('error'),
    },
    other: {
      summary: 'some user or group besides root is trusted',
      levels: levels('notice', 'warning'),
    },
  },
  *check(document, { now, policy }) {
    const accepted = policy.trustedUsers
      .filter((pattern) => isLive(pattern, now))
      .map((pattern) => glob(pattern.match, 'path'));
    for (const block of document.model.blocks) {
      const setting = effectiveSettings(block).get('trusted-users');
      if (setting === undefined) continue;
      const seen = new Set<string>();
      for (const token of setting.tokens) {
        if (seen.has(token.text) || isExpected(token, accepted)) continue;
        seen.add(token.text);
        yield problemOf(token);
      }
    }
  },
};

/** Of a word that is wholly unknown nothing can be said; it may be root. */
function isExpected(token: EffectiveToken, accepted: readonly Glob[]): boolean {
  const certain = token.text === 'root' || token.text === unknownWord;
  return certain || accepted.some(({ matches }) => matches(token.text));
}

function problemOf(token: EffectiveToken): Problem {
  const everyone = broadNames.get(token.text);
  const name = token.dynamic ? `${token.text}, a name that is filled in later` : token.text;
  const consequence = `${everyone ?? 'trusted users'} may become root through the daemon`;
  return {
    reason: everyone === undefined ? 'other' : 'everyone',
    subject: wordSubject('trusted-users', token.text),
    ...spotOf(token.from, token),
    message: `trusts ${name}: ${consequence}`,
    evidence: token.text,
  };
}
