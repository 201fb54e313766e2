import type { FlakeLock } from '../model/flake-lock.ts';
import type { InputChange, LockDiff } from '../model/lock-change.ts';
import { DEFAULT_MAX_JUMP } from '../model/policy.ts';
import { emptySpan } from '../model/span.ts';
import { identityKey } from '../parse/source-identity.ts';
import { lockedInputs } from '../parse/locked-input.ts';
import { classify } from './classify.ts';
import { contentsOf, type KnownContents } from './contents.ts';
import type { DiffContext } from './context.ts';
import { type Declarations, unknownDeclarations } from './declarations.ts';
import { lockEntries } from './entries.ts';
import { changeDigest, entryText } from './entry-digest.ts';

/** What the comparison of two locks depends on besides them. */
export type DiffSetting = {
  readonly now: Date;
  readonly declarations?: Declarations;
  /** Sources of all locks of the base, as `sourcesOf` gives them; default: those of the lock itself. */
  readonly knownSources?: ReadonlySet<string>;
  /** What all locks of the base say that revisions hold; default: what the lock itself says. */
  readonly knownContents?: KnownContents;
  /** Default: 180 days. */
  readonly maxJump?: number;
  /** Default: none. */
  readonly cooldown?: number;
  readonly isUnlisted?: DiffContext['isUnlisted'];
  /** Default: no advisory is known. */
  readonly undoneFix?: DiffContext['undoneFix'];
};

/**
 * What changed between two versions of a lock, by input path and never by node key, in the order of the new
 * lock and then of the old one. An absent base makes every input new.
 */
export function diffLocks(
  base: FlakeLock | undefined,
  head: FlakeLock,
  setting: DiffSetting,
): LockDiff {
  const before = base ? lockEntries(base) : { byPath: new Map(), truncated: false };
  const after = lockEntries(head);
  const context: DiffContext = {
    now: setting.now,
    before: before.byPath,
    after: after.byPath,
    knownSources: setting.knownSources ?? (base ? sourcesOf(base) : new Set()),
    knownContents: setting.knownContents ?? contentsOf(base ? [base] : []),
    declarations: setting.declarations ?? unknownDeclarations,
    lazy: isLazy(head),
    maxJump: setting.maxJump ?? DEFAULT_MAX_JUMP,
    cooldown: setting.cooldown ?? 0,
    isUnlisted: setting.isUnlisted ?? (() => false),
    undoneFix: setting.undoneFix ?? (() => undefined),
  };
  const changes: InputChange[] = [];
  for (const path of new Set([...after.byPath.keys(), ...before.byPath.keys()])) {
    const [was, is] = [before.byPath.get(path), after.byPath.get(path)];
    if (entryText(was) === entryText(is)) continue;
    if (was !== undefined) changes.push(classify({ before: was, after: is }, context));
    else if (is !== undefined) changes.push(classify({ after: is }, context));
  }
  return { changes, truncated: before.truncated || after.truncated, reformatted: false };
}

/** Subject of a change that speaks of the lock as a whole. */
export const WHOLE_LOCK = '.';

const removals = {
  flake: 'lock is gone while what it pins is still there',
  submodule: 'lock is gone: its folder is a submodule now, and what it pins there is not seen',
  nothing: 'lock is gone together with what it pinned',
} as const;

/** A lock that is gone: refused where the flake it pinned is or may be there, told where it went with it. */
export function removedLock(lockPath: string, left: keyof typeof removals): LockDiff {
  const isOrphaned = left !== 'nothing';
  const change: InputChange = {
    class: 'diff-unlocked-or-reformatted',
    reason: isOrphaned ? 'unlocked' : 'removed',
    verdict: isOrphaned ? 'fail' : 'note',
    path: WHOLE_LOCK,
    message: removals[left],
    at: emptySpan,
    digest: changeDigest('diff-unlocked-or-reformatted', lockPath, undefined, undefined),
  };
  return { changes: [change], truncated: false, reformatted: false };
}

/** Every source a lock names. */
export function sourcesOf(lock: FlakeLock): Set<string> {
  return new Set([...lockedInputs(lock)].map(({ identity }) => identityKey(identity)));
}

/** Locks written by devenv or by a Nix with lazy trees carry no narHash, or only a few old ones. */
function isLazy(lock: FlakeLock): boolean {
  if (lock.flavour === 'devenv') return true;
  const inputs = [...lockedInputs(lock)];
  const without = inputs.filter(({ locked }) => !locked.attrs.has('narHash')).length;
  return inputs.length > 1 && without * 2 > inputs.length;
}
