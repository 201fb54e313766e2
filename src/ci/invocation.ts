import type { ShellCommand, Word } from '../model/shell.ts';
import { literalOf } from '../model/shell.ts';

/** A program and its arguments, without what only starts it (`sudo`, `env A=b`, `timeout 5`). */
export type Invocation = {
  /** Base name of the program. */
  readonly program: string;
  readonly head: Word;
  readonly args: readonly Word[];
  readonly command: ShellCommand;
};

/** Programs that run their first argument that is no flag; with how many words come before it. */
const wrappers: ReadonlyMap<string, number> = new Map([
  ['sudo', 0],
  ['doas', 0],
  ['env', 0],
  ['command', 0],
  ['exec', 0],
  ['builtin', 0],
  ['time', 0],
  // `time` is a word of the shell; this is what is left of `time -p`.
  ['-p', 0],
  ['eval', 0],
  ['parallel', 0],
  ['nohup', 0],
  ['nice', 0],
  ['ionice', 0],
  ['stdbuf', 0],
  ['unbuffer', 0],
  ['xargs', 0],
  ['timeout', 1],
  ['retry', 0],
  ['caffeinate', 0],
]);

/** Flags of wrappers that take the next word. */
const wrapperValues = new Set(['-u', '-g', '-n', '-c', '-I', '-P', '-L', '-k', '-s', '-t', '-C']);

/** Words after which another command line starts inside the arguments of a program. */
const separators = new Set(['--', '-c', '--command', '-exec', '-execdir', 'exec']);

/** Programs that run what follows the name of a container, image or machine, on whose flags no reader agrees. */
const hosts = new Set([
  'docker',
  'podman',
  'nerdctl',
  'ssh',
  'kubectl',
  'nsenter',
  'chroot',
  'unshare',
]);

/** Front ends of Nix that hand what follows `--` on to it: `nixci build -- --option sandbox false`. */
const forwarding = new Set(['nixci', 'om', 'omnix', 'nh']);

/**
 * The programs a command runs: the first one, and what follows `--`, `-c` or `--command` in its arguments, as in
 * `nix develop -c nix build` and `cachix watch-exec cache -- nix build`. Programs that are not literal are left out.
 */
export function invocationsOf(command: ShellCommand): readonly Invocation[] {
  const found: Invocation[] = [];
  let start = 0;
  for (let index = 0; index <= command.words.length; index++) {
    const text = index < command.words.length ? literalOf(command.words[index]) : undefined;
    const last = index === command.words.length;
    if (!last && (text === undefined || !separators.has(text) || index === start)) continue;
    if (text === '--' && forwarding.has(programName(command.words[start]) ?? '')) continue;
    const invocation = invocationAt(command, start, index);
    if (invocation !== undefined) found.push(invocation);
    start = index + 1;
  }
  return found;
}

function invocationAt(command: ShellCommand, start: number, end: number): Invocation | undefined {
  let at = start;
  for (let steps = 0; steps < wrapperValues.size && at < end; steps++) {
    const head = command.words[at];
    const program = programName(head);
    if (head === undefined || program === undefined) return undefined;
    const skip = wrappers.get(program);
    const inner = hosts.has(program) ? command.words.slice(at + 1, end).findIndex(isNix) : -1;
    if (inner >= 0) {
      at += 1 + inner;
      continue;
    }
    if (skip === undefined) {
      return { program, head, args: command.words.slice(at + 1, end), command };
    }
    at = afterWrapper(command.words, at + 1, end) + skip;
  }
  return undefined;
}

/** The first word that is neither a flag of the wrapper nor `NAME=value`. */
function afterWrapper(words: readonly Word[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const text = words[at]?.value.text ?? '';
    if (wrapperValues.has(text)) at += 2;
    else if (text.startsWith('-') || /^[A-Za-z_]\w*=/.test(text)) at++;
    else break;
  }
  return at;
}

/** `nix` itself or one of its old commands, on a command line that other programs read first. */
function isNix(word: Word): boolean {
  return /^(?:\S*\/)?nix(?:-(?:build|shell|env|store|instantiate))?$/.test(literalOf(word) ?? '');
}

function programName(word: Word | undefined): string | undefined {
  const text = literalOf(word) ?? literalTail(word);
  if (text === undefined || text === '') return undefined;
  return text.slice(text.lastIndexOf('/') + 1);
}

/** `$DIR/nix` is `nix` wherever the directory is. */
function literalTail(word: Word | undefined): string | undefined {
  const last = word?.parts.at(-1);
  return last?.kind === 'literal' && last.text.includes('/') ? last.text : undefined;
}
