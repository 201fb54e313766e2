import type { Word } from '../model/shell.ts';
import type { NixCommand } from './nix-command.ts';
import { flagOf } from './nix-command.ts';

/** What a flake reference on a command line fetches. */
export type FlakeRefKind =
  /** A forge, Git or tarball URL without revision or hash. */
  | 'unpinned'
  /** A name that the registry of the machine resolves. */
  | 'registry'
  /** `path:` of the whole working tree. */
  | 'worktree'
  /** Pinned, local, or not known before it runs. */
  | 'other';

/** Subcommands that take installables, and how many of the operands are. */
const installables: ReadonlyMap<string, number> = new Map([
  ['run', 1],
  ['develop', 1],
  ['eval', 1],
  ['flake check', 1],
  ['flake show', 1],
  ['print-dev-env', 1],
  ['bundle', 1],
  ['shell', Infinity],
  ['build', Infinity],
  ['copy', Infinity],
  ['path-info', Infinity],
  ['profile install', Infinity],
  ['profile add', Infinity],
]);

/** The arguments of a Nix command that are flake references and get evaluated. */
export function flakeRefs(command: NixCommand): readonly Word[] {
  const overridden = command.flags.flatMap(({ name, values }) =>
    name === '--override-input' ? values.slice(1, 2) : name === '--flake' ? values : [],
  );
  const isNix = command.program === 'nix' || command.program === 'nom';
  const count = isNix ? (installables.get(command.subcommand) ?? 0) : 0;
  const attributes = flagOf(command, '-f', '--file', '--expr', '-E') !== undefined;
  return [...(attributes ? [] : command.operands.slice(0, count)), ...overridden];
}

/** Sorts a flake reference (`src/libflake/flakeref.cc`). */
export function flakeRefKind(word: Word, command: NixCommand): FlakeRefKind {
  const { text } = word.value;
  if (isWorktree(word, text)) return 'worktree';
  const ref = text.slice(0, end(text));
  if (isFilledIn(word, ref.length)) return 'other';
  if (/^(?:github|gitlab|sourcehut):/.test(ref)) return pinned(ref) ? 'other' : 'unpinned';
  if (/^(?:git|hg|tarball|file)\+(?!file:)/.test(ref) || /^https?:\/\//.test(ref)) {
    return pinned(ref) ? 'other' : 'unpinned';
  }
  const fromLock = flagOf(command, '--inputs-from') !== undefined;
  const name = /^(?:flake:)?[A-Za-z][\w-]*(?:\/[\w./-]+)?$/.test(ref) && ref !== 'self';
  return name && text.includes('#') && !fromLock && !pinned(ref) ? 'registry' : 'other';
}

/** Where the part that names the source ends: before `#attribute` or `^output`. */
function end(text: string): number {
  const hash = text.indexOf('#');
  return hash < 0 ? text.length : hash;
}

/** A full commit id, or the hash of the tree, leaves nothing to choose. */
function pinned(ref: string): boolean {
  return /(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/.test(ref) || /[?&]narHash=sha/.test(ref);
}

function isFilledIn(word: Word, length: number): boolean {
  return word.opaque.some(({ start }) => start < length);
}

function isWorktree(word: Word, text: string): boolean {
  const [first, second, ...rest] = word.parts;
  if (first?.kind !== 'literal' || !first.text.startsWith('path:')) return false;
  const path = text.slice('path:'.length, end(text)).replace(/\?.*$/, '');
  if (word.known || !/^path:$/.test(first.text)) return path === '.' || path === './';
  const whole = rest.every((part) => part.kind === 'literal' && /^\/?(?:[#?]|$)/.test(part.text));
  return whole && namesWorkspace(second);
}

function namesWorkspace(part: Word['parts'][number] | undefined): boolean {
  if (part?.kind === 'variable') return part.name === 'PWD' || part.name === 'GITHUB_WORKSPACE';
  if (part?.kind === 'expression') return part.text === 'github.workspace';
  return false;
}
