import type { Document, Source } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { Policy } from '../model/policy.ts';
import type { Options } from '../options.ts';
import { parseFlakeLock } from '../parse/flake-lock.ts';
import { replay } from './replay.ts';
import { forkOf, hostAt } from './revision-host.ts';
import {
  compareRevisions,
  type Compared,
  cutShort,
  documentOf,
  isLock,
  notCompared,
} from './revisions.ts';
import { lockSettingOf } from './setting.ts';

/** The stage that finds changes: since a base revision, against a lock, or over a stretch of history. */
export async function compare(
  options: Options,
  host: Host,
  documents: readonly Document[],
  policy: Policy,
): Promise<Compared> {
  if (options.since !== undefined) return replay(options.since, host, policy);
  if (options.baseLock !== undefined) {
    return compareWithLock(options.baseLock, host, documents, policy);
  }
  if (options.base === undefined) return { documents: [], unreadable: [], notChecked: [] };
  const commit = forkOf(options.base, host);
  if (commit === undefined) {
    return notCompared(`base revision ${options.base} is not at hand; fetch it (fetch-depth: 0)`);
  }
  return compareRevisions({ host: hostAt(host, commit) }, { host, documents }, policy, host.now);
}

/** Compares the lock of the linted directory with one that was named. */
function compareWithLock(
  { path, text }: Source,
  host: Host,
  documents: readonly Document[],
  policy: Policy,
): Compared {
  const flavour = path.endsWith('devenv.lock') ? 'devenv' : 'flake';
  const parsed = parseFlakeLock(text, flavour);
  if (parsed.kind !== 'flake-lock') return notCompared(`${path}: ${parsed.model.problem}`, path);
  const head = documents.filter(isLock).find((lock) => lock.model.flavour === flavour);
  if (head === undefined) return notCompared('there is no lock to compare it with', path);
  const setting = lockSettingOf(policy, host.now)(head.path);
  const document = documentOf({ base: { ...parsed, path, text }, head }, host, setting);
  const unreadable = document.model.truncated ? [cutShort(document)] : [];
  return { documents: [document], unreadable, notChecked: [] };
}
