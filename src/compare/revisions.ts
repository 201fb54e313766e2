import { contentsOf } from '../diff/contents.ts';
import { declarationsOf } from '../diff/declarations.ts';
import { diffLocks, type DiffSetting, removedLock, sourcesOf } from '../diff/locks.ts';
import { pairLocks, type LockPair } from '../diff/pair.ts';
import { discover } from '../discover.ts';
import { gather } from '../gather.ts';
import type { Document, DocumentOf } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { Policy } from '../model/policy.ts';
import type { NotChecked } from '../model/report.ts';
import { emptySpan } from '../model/span.ts';
import { lockSettingOf } from './setting.ts';
import { parseFlakeLock } from '../parse/flake-lock.ts';
import { exclusion } from '../policy/exclude.ts';

type Lock = DocumentOf<'flake-lock'>;
export type LockChangeDocument = DocumentOf<'lock-change'>;

/** What changed about the locks, as documents to be judged. */
export type Compared = {
  readonly documents: readonly LockChangeDocument[];
  /** Where a limit cut a comparison short. */
  readonly unreadable: readonly Document[];
  readonly notChecked: readonly NotChecked[];
};

/** Rule under which a comparison that could not be made is reported: the worst it could have found. */
export const UNCOMPARED = 'diff-source-changed';

/** No comparison, and why. */
export function notCompared(why: string, path = ''): Compared {
  const notChecked = [{ rule: UNCOMPARED, subject: '', path, why }];
  return { documents: [], unreadable: [], notChecked };
}

/** One revision: where its files are read, and its parsed files when they are at hand. */
export type Revision = { readonly host: Host; readonly documents?: readonly Document[] };

/** Every difference between the locks of two revisions: changed, moved, new and gone ones. */
export async function compareRevisions(
  base: Revision,
  head: Revision & { readonly documents: readonly Document[] },
  policy: Policy,
  now: Date,
): Promise<Compared> {
  const listing = base.host.list();
  if (!listing.ok) return notCompared(listing.problem);
  const isExcluded = exclusion(policy);
  const candidates = discover(listing.entries).filter(
    ({ path, kind }) => isLockKind(kind) && !isExcluded(path),
  );
  const old = await gather(candidates, base.host);
  const faulty = old.filter(({ kind }) => kind === 'unreadable');
  const locks = old.filter(isLock);
  const present = withLinked(head, locks);
  // A lock that cannot be read now is reported as such; it is not gone.
  const unread = new Set(
    head.documents.filter(({ kind }) => kind === 'unreadable').map(({ path }) => path),
  );
  const knownSources = new Set(locks.flatMap(({ model }) => [...sourcesOf(model)]));
  const knownContents = contentsOf(locks.map(({ model }) => model));
  const setting = lockSettingOf(policy, now);
  const results = pairLocks(
    locks.filter(({ path }) => !unread.has(path)),
    present,
  ).map((pair) =>
    documentOf(pair, head.host, {
      ...setting(pair.head?.path ?? ''),
      knownSources,
      knownContents,
      declarations: declarationsOf(
        flakeBeside(pair.base?.path, base.host),
        flakeBeside(pair.head?.path, head.host),
      ),
    }),
  );
  const paths = new Set(present.map(({ path }) => path));
  const basePaths = new Set(old.map(({ path }) => path));
  // A lock at a new place may be the one that nobody can read at its old place.
  const hasNew = present.some(({ path }) => !basePaths.has(path));
  const lost = faulty.filter(({ path }) => hasNew || paths.has(path));
  return {
    documents: results,
    unreadable: results.filter(({ model }) => model.truncated).map(cutShort),
    notChecked: lost.map(({ path }) => ({
      rule: UNCOMPARED,
      subject: '',
      path,
      why: 'the lock of the base cannot be read, so what changed is not known',
    })),
  };
}

/** Kinds of files that are locks. */
export function isLockKind(kind: string): boolean {
  return kind === 'flake-lock' || kind === 'devenv-lock';
}

/** Narrows to locks. */
export function isLock(document: Document): document is Lock {
  return document.kind === 'flake-lock';
}

/** Locks of the head, with those that a link has put in the place of a lock of the base. */
function withLinked({ host, documents }: Revision, base: readonly Lock[]): Lock[] {
  const locks = (documents ?? []).filter(isLock);
  const known = new Set((documents ?? []).map(({ path }) => path));
  const listing = host.list();
  const links = new Set(
    (listing.ok ? listing.entries : [])
      .filter(({ type }) => type === 'link')
      .map((one) => one.path),
  );
  for (const { path, model } of base) {
    if (known.has(path) || !links.has(path)) continue;
    const read = host.read(path, MAX_LOCK_BYTES);
    if (!read.ok) continue;
    const parsed = parseFlakeLock(read.text, model.flavour);
    if (parsed.kind === 'flake-lock') locks.push({ ...parsed, path, text: read.text });
  }
  return locks;
}

/** As `discover` reads; a longer one is reported as unreadable. */
const MAX_LOCK_BYTES = 8 * 1024 * 1024;

/** The changes of one pair of locks. */
export function documentOf(pair: LockPair, host: Host, setting: DiffSetting): LockChangeDocument {
  const { base, head } = pair;
  if (head === undefined) {
    const path = base?.path ?? '';
    const model = removedLock(path, whatIsLeft(path, host));
    return { kind: 'lock-change', path, text: '', model };
  }
  const found = diffLocks(base?.model, head.model, setting);
  const reformatted =
    base !== undefined && base.text !== head.text && found.changes.length === 0 && !found.truncated;
  return {
    kind: 'lock-change',
    path: head.path,
    text: head.text,
    model: { ...found, reformatted },
  };
}

/** Whether what a lock pinned is still there, or may be: nobody sees into a submodule. */
function whatIsLeft(path: string, host: Host): 'flake' | 'submodule' | 'nothing' {
  const listing = host.list();
  const submodules = (listing.ok && listing.submodules) || [];
  if (submodules.some((folder) => path.startsWith(`${folder}/`))) return 'submodule';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const owners = path.endsWith('devenv.lock') ? ['devenv.yaml', 'devenv.nix'] : ['flake.nix'];
  const isLeft = owners.some((name) => host.read(`${folder}${name}`, MAX_FLAKE_BYTES).ok);
  return isLeft ? 'flake' : 'nothing';
}

/** Far more than any flake.nix; a longer one says nothing about what is declared. */
const MAX_FLAKE_BYTES = 1024 * 1024;

function flakeBeside(path: string | undefined, host: Host): string | undefined {
  if (path === undefined || !path.endsWith('flake.lock')) return undefined;
  const read = host.read(path.replace(/lock$/, 'nix'), MAX_FLAKE_BYTES);
  return read.ok ? read.text : undefined;
}

/** The finding that a comparison was cut short. */
export function cutShort({ path, text }: LockChangeDocument): Document {
  const model = {
    cause: 'limit',
    problem: 'more input paths than are compared: what changed beyond them is not known',
    at: emptySpan,
    help: 'Let inputs share sources with `follows`.',
  } as const;
  return { kind: 'unreadable', path, text, model };
}
