import { posix } from 'node:path';
import { discover } from '../discover.ts';
import { gather } from '../gather.ts';
import type { ChangeOrigin } from '../model/lock-change.ts';
import type { Commit, Entry, Host } from '../model/host.ts';
import type { NotChecked } from '../model/report.ts';
import type { Policy } from '../model/policy.ts';
import { emptySpan } from '../model/span.ts';
import { momentOf, type Since } from '../options.ts';
import { hostAt } from './revision-host.ts';
import {
  compareRevisions,
  type Compared,
  isLockKind,
  type LockChangeDocument,
  notCompared,
  UNCOMPARED,
} from './revisions.ts';

/** Commits to locks that one audit replays; a daily update makes 365 a year. */
const MAX_COMMITS = 2000;

const LOCK_NAMES = ['flake.lock', 'devenv.lock'];

/**
 * Replays every change of a lock on the first-parent line, oldest first: what came by a pull request and
 * what was pushed directly. Each is judged as of its own date, by the policy of today.
 */
export async function replay(since: Since, host: Host, policy: Policy): Promise<Compared> {
  const history = host.history({
    ...(since.kind === 'revision' && { after: since.revision }),
    names: LOCK_NAMES,
    maxCommits: MAX_COMMITS,
  });
  if (!history.ok) return notCompared(history.problem);
  const start = momentOf(since, host.now);
  const commits = start === undefined ? history.commits : newerThan(history.commits, start);
  const isWhole = commits.length < history.commits.length;
  const results: Compared[] = [];
  const cutOff = isWhole ? undefined : history.cutOff;
  for (const commit of commits.toReversed()) {
    // Where history is cut off a commit only seems to have no parent, and to add every input.
    if (cutOff !== undefined && commit.parents.length === 0) continue;
    results.push(await replayOne(commit, host, policy));
  }
  return {
    documents: results.flatMap(({ documents }) => documents),
    unreadable: results.flatMap(({ unreadable }) => unreadable),
    notChecked: [
      ...results.flatMap(({ notChecked }) => notChecked),
      ...linkedElsewhere(host),
      ...cutShortBy(cutOff),
      ...cutShortBy(since.kind === 'revision' ? since.cutOff : undefined),
    ],
  };
}

function cutShortBy(why: string | undefined): NotChecked[] {
  if (why === undefined) return [];
  return [{ rule: UNCOMPARED, subject: 'history', path: '', why: `history is cut off: ${why}` }];
}

/**
 * Commits down to the oldest one that is new enough. Dates are the committer's word: a commit with an old
 * date below a new one is replayed all the same.
 */
function newerThan(commits: readonly Commit[], time: number): readonly Commit[] {
  const last = commits.findLastIndex((commit) => commit.time >= time);
  return commits.slice(0, last + 1);
}

/**
 * Locks that are links to files of other names: a change of the file is no change of a lock for git, so that
 * their history is not among the commits.
 */
function linkedElsewhere(host: Host): NotChecked[] {
  const links = entriesOf(hostAt(host, 'HEAD')).filter(({ type }) => type === 'link');
  const locks = discover(links).filter(({ kind }) => isLockKind(kind));
  return locks.flatMap(({ path }) => {
    const link = host.readAt('HEAD', path, MAX_LINK_BYTES);
    const target = link.ok ? link.text : '';
    if (LOCK_NAMES.includes(posix.basename(target))) return [];
    const why = `it is a link to a file of another name (${target}), whose changes are not replayed`;
    return [{ rule: UNCOMPARED, subject: 'history', path, why }];
  });
}

/** As long as paths can be. */
const MAX_LINK_BYTES = 4096;

async function replayOne(commit: Commit, host: Host, policy: Policy): Promise<Compared> {
  const [parent] = commit.parents;
  const after = hostAt(host, commit.id);
  const before = parent === undefined ? withoutFiles(after) : hostAt(host, parent);
  const changed = changedLocks(entriesOf(before), entriesOf(after));
  const base = { host: only(before, changed) };
  const head = only(after, changed);
  const documents = await gather(discover(entriesOf(head)), head);
  const now = new Date(Math.min(commit.time * 1000, host.now.getTime()));
  const compared = await compareRevisions(base, { host: head, documents }, policy, now);
  const origin = originOf(commit);
  return {
    ...compared,
    documents: compared.documents.map((document) => withOrigin(document, origin)),
  };
}

function withOrigin(document: LockChangeDocument, origin: ChangeOrigin): LockChangeDocument {
  // Places in a text of then mean nothing in the file of today.
  const changes = document.model.changes.map((change) => ({ ...change, at: emptySpan }));
  return { ...document, text: '', model: { ...document.model, changes, origin } };
}

/** Subjects that GitHub writes when a pull request is merged, or squashed or rebased. */
const merged = /^Merge pull request #\d+ |\(#\d+\)$/;

function originOf({ id, author, time, subject, parents }: Commit): ChangeOrigin {
  const isMerge = parents.length > 1;
  const via = merged.test(subject) ? 'pull request' : isMerge ? 'merge' : 'direct push';
  return { commit: id, author, time, subject, via };
}

function entriesOf(host: Host): readonly Entry[] {
  const listing = host.list();
  return listing.ok ? listing.entries : [];
}

function changedLocks(before: readonly Entry[], after: readonly Entry[]): ReadonlySet<string> {
  const was = new Map(before.map(({ path, content }) => [path, content]));
  const is = new Map(after.map(({ path, content }) => [path, content]));
  const locks = discover([...before, ...after]).filter(({ kind }) => isLockKind(kind));
  return new Set(locks.map(({ path }) => path).filter((path) => was.get(path) !== is.get(path)));
}

function only(host: Host, paths: ReadonlySet<string>): Host {
  const listing = host.list();
  if (!listing.ok) return host;
  const entries = listing.entries.filter(({ path }) => paths.has(path));
  return { ...host, list: () => ({ ...listing, entries }) };
}

/** Before the first commit there is nothing. */
function withoutFiles(host: Host): Host {
  return {
    ...host,
    list: () => ({ ok: true, entries: [], tracked: true }),
    read: () => ({ ok: false, cause: 'missing', problem: 'there is no earlier commit' }),
  };
}
