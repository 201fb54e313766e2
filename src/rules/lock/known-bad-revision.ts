import bundle from '../../../data/advisories.json' with { type: 'json' };
import type { Advisory } from '../../model/advisory.ts';
import { stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { narHashOf } from '../../parse/nar-hash.ts';
import { identityText } from '../../parse/source-identity.ts';
import { glob } from '../../policy/glob.ts';

const byRev = index(bundle.advisories, ({ badRevs }) => badRevs);
const byHash = index(bundle.advisories, ({ badNarHashes }) => badNarHashes);

export const knownBadRevision: RuleOf<'flake-lock'> = {
  id: 'lock-known-bad-revision',
  summary: 'an input is locked to a revision with a published advisory',
  help: 'Update the input past the revision or date the advisory names, and treat machines that built it as it says.',
  references: ['CWE-506', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    rev: { summary: 'source and revision are listed', levels: levels('error') },
    content: { summary: 'the narHash is listed, whatever the source', levels: levels('error') },
  },
  *check({ model }) {
    for (const input of lockedInputs(model)) {
      const problem = listedRev(input) ?? listedContent(input);
      if (problem !== undefined) yield problem;
    }
  },
};

function listedRev({ at, identity, locked, path }: LockedInput): Problem | undefined {
  const rev = stringAttr(locked, 'rev')?.toLowerCase() ?? '';
  const text = identityText(identity);
  const found = (byRev.get(rev) ?? []).find(({ source }) => glob(source, 'source').matches(text));
  if (found === undefined) return undefined;
  const message = `${text} at ${rev} is listed as bad by ${found.id}, fixed after ${found.fixedAfter}`;
  return { reason: 'rev', subject: path, at: at('rev'), message, evidence: found.id };
}

function listedContent({ at, identity, locked, path }: LockedInput): Problem | undefined {
  const hash = narHashOf(locked);
  const [found] = (hash.kind === 'sound' ? byHash.get(hash.id) : undefined) ?? [];
  if (found === undefined) return undefined;
  const message = `the content of ${identityText(identity)} is listed as bad by ${found.id}, fixed after ${found.fixedAfter}`;
  return {
    reason: 'content',
    subject: path,
    at: at('narHash'),
    message,
    evidence: found.id,
  };
}

function index(
  advisories: readonly Advisory[],
  keysOf: (advisory: Advisory) => readonly string[],
): ReadonlyMap<string, readonly Advisory[]> {
  const found = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    for (const key of keysOf(advisory)) found.set(key, [...(found.get(key) ?? []), advisory]);
  }
  return found;
}
