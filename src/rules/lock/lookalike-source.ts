import known from '../../../data/known-sources.json' with { type: 'json' };
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { lockedInputs } from '../../parse/locked-input.ts';
import { isOneEditAway, skeleton } from '../../parse/lookalike.ts';
import { identityText, repositoryOf } from '../../parse/source-identity.ts';

/** Below this length one edit reaches too many honest names. */
const minimumLength = 5;

const wellKnown: ReadonlySet<string> = new Set(
  Object.keys(known.github).map((owner) => owner.toLowerCase()),
);
/** Well-known owners by the repositories they are known for, all lower case. */
const ownersOf: ReadonlyMap<string, readonly string[]> = indexByRepository();

export const lookalikeSource: RuleOf<'flake-lock'> = {
  id: 'lock-lookalike-source',
  summary: "an owner's name is nearly that of the well-known owner of the same repository",
  help: 'Compare the owner letter by letter with upstream; correct it in flake.nix and re-lock.',
  references: ['CWE-1007', 'T1036.005'],
  kinds: ['flake-lock'],
  reasons: {
    lookalike: {
      summary: 'the owner is one edit or one confusable character away from a well-known one',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model }) {
    for (const { at, identity, path } of lockedInputs(model)) {
      const found = repositoryOf(identity);
      if (found === undefined || wellKnown.has(found.owner)) continue;
      const meant = (ownersOf.get(found.repo) ?? []).find((owner) => isLike(found.owner, owner));
      if (meant === undefined) continue;
      yield {
        reason: 'lookalike',
        subject: path,
        at: at(identity.kind === 'forge' ? 'owner' : 'url'),
        message: `${identityText(identity)} looks like ${meant}/${found.repo}, but the owner is another`,
        evidence: `${found.owner} ${meant}`,
      };
    }
  },
};

function isLike(owner: string, wellKnownOwner: string): boolean {
  if (skeleton(owner) === skeleton(wellKnownOwner)) return true;
  return wellKnownOwner.length >= minimumLength && isOneEditAway(owner, wellKnownOwner);
}

function indexByRepository(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [owner, repositories] of Object.entries(known.github)) {
    for (const repository of repositories) {
      const key = repository.toLowerCase();
      index.set(key, [...(index.get(key) ?? []), owner.toLowerCase()]);
    }
  }
  return index;
}
