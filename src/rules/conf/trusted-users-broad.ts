import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { isLive } from '../../policy/expiry.ts';
import type { Glob } from '../../policy/glob.ts';
import { glob } from '../../policy/glob.ts';
import type { EffectiveToken } from '../../settings/effective.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import { unknownWord } from '../../settings/nix-words.ts';
import { related, spotOf } from '../../settings/spot.ts';

/** More places than anybody reads. */
const maxRelated = 16;

/** Names that stand for nearly everybody, or for accounts that run what strangers send. */
const everybody: ReadonlySet<string> = new Set([
  '*',
  '@users',
  '@everyone',
  '@nixbld',
  '@nogroup',
  '@staff',
  'nobody',
  'www-data',
]);

export const trustedUsersBroad: RuleOf<'settings'> = {
  id: 'conf-trusted-users-broad',
  summary: 'users besides root are trusted, which makes them root',
  help: 'Trust root only; give users caches through trusted-substituters on the host.',
  references: ['CWE-269', 'T1548'],
  kinds: ['settings'],
  reasons: {
    everyone: {
      summary: 'everybody or a group that holds everybody is trusted',
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
      const users = setting.tokens.filter((token) => !isExpected(token, accepted));
      const broad = users.filter((token) => everybody.has(token.text));
      const other = users.filter((token) => !everybody.has(token.text));
      const message = 'anybody who can log in may become root through the daemon';
      yield* report('everyone', broad, document.path, message);
      yield* report(
        'other',
        other,
        document.path,
        'trusted users may become root through the daemon',
      );
    }
  },
};

/** Of a word that is wholly unknown nothing can be said; it may be root. */
function isExpected(token: EffectiveToken, accepted: readonly Glob[]): boolean {
  const certain = token.text === 'root' || token.text === unknownWord;
  return certain || accepted.some(({ matches }) => matches(token.text));
}

function* report(
  reason: string,
  users: readonly EffectiveToken[],
  path: string,
  consequence: string,
): Generator<Problem> {
  const [first, ...more] = users;
  if (first === undefined) return;
  const names = [...new Set(users.map((token) => token.text))].sort().join(' ');
  yield {
    reason,
    subject: 'trusted-users',
    ...spotOf(first.from, first),
    message: `trusts ${names}: ${consequence}`,
    evidence: names,
    related: more
      .filter((token) => token.from !== first.from)
      .slice(0, maxRelated)
      .map((token) => related({ path, text: '' }, token.from, `${token.text} is added here`)),
  };
}
