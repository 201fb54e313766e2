import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { narHashOf } from '../../parse/nar-hash.ts';
import { identityKey, identityText, repositoryOf } from '../../parse/source-identity.ts';
import { isSameDownload } from '../../parse/tarball-redirect.ts';

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
    'same-hash': {
      summary: 'two different revisions or downloads have one hash',
      levels: levels('error'),
    },
  },
  *check({ model, path }) {
    const bySource = new Map<string, Known>();
    const byHash = new Map<string, Known>();
    for (const input of lockedInputs(model)) {
      const rev = stringAttr(input.locked, 'rev')?.toLowerCase();
      const hash = narHashOf(input.locked);
      if (hash.kind !== 'sound' || (!rev && !isDownload(input))) continue;
      const known = { input, rev: rev ?? '', hash: hash.id };
      // A download without a revision may change what it holds, but not be two sources at once.
      const twin = known.rev && remember(bySource, contentKey(input, known.rev), known);
      if (twin && twin.hash !== known.hash) yield sourceProblem(known, twin, path);
      const holder = remember(byHash, known.hash, known);
      if (holder !== undefined && !mayShareTree(known, holder))
        yield hashProblem(known, holder, path);
    }
  },
};

/** `rev` is '' for a download that has none. */
type Known = { readonly input: LockedInput; readonly rev: string; readonly hash: string };

function isDownload({ identity }: LockedInput): boolean {
  return identity.type === 'tarball' || identity.type === 'file';
}

/** One revision may lie in a fork or under a new name; a download without one must be of the same source. */
function mayShareTree(one: Known, other: Known): boolean {
  if (one.rev !== '' && other.rev !== '') return one.rev === other.rev;
  const [a, b] = [one.input.identity, other.input.identity];
  if (identityKey(a) === identityKey(b)) return true;
  if (one.rev !== '') return isArchiveOf(other, one);
  if (other.rev !== '') return isArchiveOf(one, other);
  if (a.kind !== 'url' || b.kind !== 'url' || !a.parts || !b.parts) return false;
  return isSameDownload(a.parts, b.parts) || isSameDownload(b.parts, a.parts);
}

/** Whether a download names the repository, and in its path the revision, of another input. */
function isArchiveOf({ input }: Known, pinned: Known): boolean {
  const { identity } = input;
  if (identity.kind !== 'url' || !identity.parts?.path.toLowerCase().includes(pinned.rev))
    return false;
  const repository = repositoryOf(pinned.input.identity);
  return repository !== undefined && repository.repo === repositoryOf(identity)?.repo;
}

function described({ input, rev }: Known): string {
  return rev === '' ? identityText(input.identity) : `${identityText(input.identity)} at ${rev}`;
}

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

function hashProblem(known: Known, holder: Known, path: string): Problem {
  const { input, rev, hash } = known;
  const other = `${described(holder)} ("${holder.input.path}")`;
  return {
    reason: 'same-hash',
    subject: input.path,
    at: input.at('narHash'),
    message: `${described(known)} has the narHash of ${other}`,
    evidence: `${rev || identityText(input.identity)} ${holder.rev || identityText(holder.input.identity)} ${hash}`,
    related: [
      {
        path,
        span: holder.input.at('narHash'),
        message: 'the same hash, another source or revision',
      },
    ],
  };
}
