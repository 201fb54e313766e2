import { type FlakeLock, stringAttr } from '../../model/flake-lock.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { identityKey, identityText } from '../../parse/source-identity.ts';

/** Related places per finding; large graphs hold dozens of copies and the first few tell the story. */
const maxRelated = 8;

export const duplicateSource: RuleOf<'flake-lock'> = {
  id: 'lock-duplicate-source',
  summary: 'one source is locked at several revisions',
  help: 'Let the inputs share one revision with `inputs.<name>.inputs.<name>.follows`.',
  references: ['CWE-1104'],
  kinds: ['flake-lock'],
  reasons: {
    duplicate: {
      summary: 'two inputs of one source have different revisions',
      levels: levels('off', 'notice'),
    },
  },
  *check({ model, path }) {
    for (const [first, ...others] of bySource(model)) {
      if (first === undefined) continue;
      const revs = new Map(others.map((input) => [stringAttr(input.locked, 'rev') ?? '', input]));
      revs.delete(stringAttr(first.locked, 'rev') ?? '');
      if (revs.size === 0) continue;
      const source = identityText(first.identity);
      yield {
        reason: 'duplicate',
        subject: first.path,
        at: first.at('rev'),
        message: `${source} is locked at ${revs.size + 1} revisions by ${others.length + 1} inputs`,
        evidence: source,
        related: [...revs.values()].slice(0, maxRelated).map((input) => ({
          path,
          span: input.at('rev'),
          message: `another revision in "${input.path}"`,
        })),
      };
    }
  },
};

/** Inputs with a revision, grouped by source, nearest to the root first. */
function bySource(model: FlakeLock): Iterable<readonly LockedInput[]> {
  const groups = new Map<string, LockedInput[]>();
  for (const input of lockedInputs(model)) {
    if (!input.locked.attrs.has('rev')) continue;
    const key = identityKey(input.identity);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [input]);
    else group.push(input);
  }
  return groups.values();
}
