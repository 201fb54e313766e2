import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { narHashOf } from '../../parse/nar-hash.ts';
import { identityKey, identityText } from '../../parse/source-identity.ts';

export const narhashConflict: RuleOf<'flake-lock'> = {
  id: 'lock-narhash-conflict',
  summary: 'two inputs contradict each other about what a revision contains',
  help: 'Treat the lock as tampered with until explained: re-lock on a trusted machine and compare the hashes.',
  references: ['CWE-345', 'T1565.001'],
  kinds: ['flake-lock'],
  reasons: {
    'same-source': {
      summary: 'one revision of one source has two hashes',
      levels: levels('error'),
    },
    'same-hash': { summary: 'two different revisions have one hash', levels: levels('error') },
  },
  *check({ model, path }) {
    const bySource = new Map<string, Known>();
    const byHash = new Map<string, Known>();
    for (const input of lockedInputs(model)) {
      const rev = stringAttr(input.locked, 'rev')?.toLowerCase();
      const hash = narHashOf(input.locked);
      if (rev === undefined || rev === '' || hash.kind !== 'sound') continue;
      const known = { input, rev, hash: hash.id };
      const twin = remember(bySource, contentKey(input, rev), known);
      if (twin !== undefined && twin.hash !== known.hash) yield sourceProblem(known, twin, path);
      const holder = remember(byHash, known.hash, known);
      if (holder !== undefined && holder.rev !== rev) yield hashProblem(known, holder, path);
    }
  },
};

type Known = { readonly input: LockedInput; readonly rev: string; readonly hash: string };

/** The value seen first under a key; the new one is stored when there was none. */
function remember(seen: Map<string, Known>, key: string, value: Known): Known | undefined {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, value);
  return first;
}

/** Equal for inputs that must have equal content: fetch type, source, revision and what changes the checkout. */
function contentKey({ identity, locked }: LockedInput, rev: string): string {
  const checkout = ['submodules', 'lfs', 'exportIgnore'].map((name) => isOn(locked, name));
  return JSON.stringify([identity.type, identityKey(identity), rev, ...checkout]);
}

function isOn(set: AttrSet, name: string): boolean {
  return set.attrs.get(name)?.value === true;
}

function sourceProblem({ input, rev, hash }: Known, twin: Known, path: string): Problem {
  const source = identityText(input.identity);
  return {
    reason: 'same-source',
    subject: input.path,
    at: input.at('narHash'),
    message: `${source} at ${rev} has narHash ${hash} here, but ${twin.hash} in "${twin.input.path}"`,
    evidence: `${rev} ${hash} ${twin.hash}`,
    related: [
      {
        path,
        span: twin.input.at('narHash'),
        message: 'the other hash of this revision',
      },
    ],
  };
}

function hashProblem({ input, rev, hash }: Known, holder: Known, path: string): Problem {
  const other = `${identityText(holder.input.identity)} at ${holder.rev} ("${holder.input.path}")`;
  return {
    reason: 'same-hash',
    subject: input.path,
    at: input.at('narHash'),
    message: `${identityText(input.identity)} at ${rev} has the narHash of ${other}`,
    evidence: `${rev} ${holder.rev} ${hash}`,
    related: [
      {
        path,
        span: holder.input.at('narHash'),
        message: 'the same hash, another revision',
      },
    ],
  };
}
