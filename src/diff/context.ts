import type { LockEntry } from '../model/lock-change.ts';
import { inputPath } from '../parse/lock-graph.ts';
import type { KnownContents } from './contents.ts';
import type { Declarations } from './declarations.ts';
import { entryText } from './entry-digest.ts';
import { sideOf, type Side } from './side.ts';

type Version = { readonly rev: string | undefined; readonly time: number };

/** The advisory whose fix is lost when a source goes back from one version to an older one; times in seconds since 1970. */
export type UndoneFix = (
  source: string,
  before: Version,
  after: Version,
) => { readonly id: string; readonly fixedAfter: string } | undefined;

/** What a class may ask besides the two sides it compares. */
export type DiffContext = {
  readonly now: Date;
  readonly before: ReadonlyMap<string, LockEntry>;
  readonly after: ReadonlyMap<string, LockEntry>;
  /** Identities that occur in any lock of the base, as `identityKey` gives them. */
  readonly knownSources: ReadonlySet<string>;
  /** What the locks of the base say that revisions hold. */
  readonly knownContents: KnownContents;
  readonly declarations: Declarations;
  /** Whether most inputs of the new lock have no narHash: written by a Nix with lazy trees, or by devenv. */
  readonly lazy: boolean;
  /** Days by which an input may jump forward unseen. */
  readonly maxJump: number;
  /** Days a revision must be old; 0 asks for none. */
  readonly cooldown: number;
  /** Whether an inventory exists that does not list this input. */
  readonly isUnlisted: (path: string, source: string) => boolean;
  readonly undoneFix: UndoneFix;
};

/** Both sides of a path that leads to a node before and after. */
export type Pair = { readonly before: Side; readonly after: Side };

/** Whether the input that declares this one was itself locked to something else, or is new. */
export function parentChanged(names: readonly string[], { before, after }: DiffContext): boolean {
  const parent = names.slice(0, -1);
  if (parent.length === 0) return false;
  const key = inputPath(parent);
  const was = before.get(key);
  const is = after.get(key);
  const [a, b] = [was && sideOf(was), is && sideOf(is)];
  if (a === undefined || b === undefined) return entryText(was) !== entryText(is);
  return a.rev !== b.rev || a.hash !== b.hash;
}

/**
 * Whether the repository asked for a change of what an input is: flake.nix declares it anew or, for an
 * input of an input, its parent brought the change. Where flake.nix is not at hand, what the lock says was
 * declared stands in for it.
 */
export function isDeclared(
  names: readonly string[],
  redeclared: boolean,
  context: DiffContext,
): boolean {
  const declared = context.declarations.changed(names) ?? redeclared;
  return declared || (names.length > 1 && parentChanged(names, context));
}
