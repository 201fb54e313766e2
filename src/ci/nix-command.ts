import type { ShellCommand, ShellScript, Word } from '../model/shell.ts';
import { literalOf } from '../model/shell.ts';
import { settingName, settingType } from '../settings/registry.ts';
import type { Invocation } from './invocation.ts';
import { invocationsOf } from './invocation.ts';

/** A flag as written, without value words that belong to it. */
export type NixFlag = {
  /** With its dashes, e.g. `--option`. */
  readonly name: string;
  readonly word: Word;
  readonly values: readonly Word[];
};

export type NixCommand = {
  readonly program: string;
  /** `build`, `flake check`; empty for programs without. */
  readonly subcommand: string;
  /** The last word of the subcommand, after which its flags may stand. */
  readonly verb?: Word;
  readonly head: Word;
  readonly flags: readonly NixFlag[];
  /** Arguments that are neither flags, nor their values, nor the subcommand. */
  readonly operands: readonly Word[];
  readonly command: ShellCommand;
};

const programs = new Set([
  'nix',
  'nix-build',
  'nix-shell',
  'nix-env',
  'nix-instantiate',
  'nix-store',
  'nix-channel',
  'nix-copy-closure',
  'nix-daemon',
  'nix-prefetch-url',
  'nix-fast-build',
  'nix-eval-jobs',
  'nom',
  'nom-build',
  'nom-shell',
  'nixos-rebuild',
  'nixos-install',
  'darwin-rebuild',
  'home-manager',
  'nixos-anywhere',
  'nix-on-droid',
  'colmena',
  'deploy',
  'devenv',
  'devbox',
  'nixpkgs-review',
  'nix-update',
  'nix-du',
  'nixci',
  'om',
  'omnix',
  'nh',
]);

/** Subcommands that have subcommands themselves. */
const groups = new Set([
  'flake',
  'profile',
  'registry',
  'store',
  'derivation',
  'config',
  'key',
  'hash',
  'nar',
  'realisation',
  'env',
]);

/** How many words follow a flag (`nix --help`, `nix-build(1)` and kin). Settings are looked up by their type. */
const arity: ReadonlyMap<string, number> = new Map([
  ['--option', 2],
  ['--arg', 2],
  ['--argstr', 2],
  ['--arg-from-file', 2],
  ['--arg-from-stdin', 1],
  ['--override-input', 2],
  ['--override-flake', 2],
  ['--redirect', 2],
  ...[
    ['-I', '--include', '-E', '--expr', '-f', '--file', '-A', '--attr', '--apply', '--store'],
    ['--eval-store', '--from', '--to', '-o', '--out-link', '--profile', '-p', '-j', '--run'],
    ['--command', '--inputs-from', '--update-input', '--reference-lock-file', '--phase', '-c'],
    ['--output-lock-file', '--log-format', '--keep', '--unset', '-u', '--add-root', '--exclude'],
    ['--flake', '--target-host', '--build-host', '--specialisation', '--profile-name', '--on'],
    ['--format', '--packages', '-s', '--set-env-var', '--accept-flake-config-from', '--ssh-opts'],
    ['--systems', '--workers', '--max-memory-size', '--attic-cache', '--cachix-cache', '--remote'],
  ].flatMap((names) => names.map((name): [string, number] => [name, 1])),
]);

/** In these programs a short flag means something without a value. */
const bare = new Set(['nix-env -u', 'nix-shell -p', 'nix-shell --packages', 'nix-store -p']);

/** The Nix commands of a script, in order. */
export function nixCommands(script: ShellScript): readonly NixCommand[] {
  return script.commands.flatMap((command) =>
    invocationsOf(command)
      .filter(({ program }) => programs.has(program))
      .map(readCommand),
  );
}

function readCommand({ program, head, args, command }: Invocation): NixCommand {
  const flags: NixFlag[] = [];
  const operands: Word[] = [];
  const subcommand: string[] = [];
  let verb: Word | undefined;
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (word === undefined) break;
    const name = flagName(word);
    if (name !== undefined) {
      const count = arityOf(program, name);
      flags.push({ name, word, values: args.slice(index + 1, index + 1 + count) });
      index += count;
    } else if (takesSubcommand(program, subcommand, operands)) {
      subcommand.push(literalOf(word) ?? '');
      verb = word;
    } else operands.push(word);
  }
  const named = { program, subcommand: subcommand.join(' '), ...(verb && { verb }) };
  return { ...named, head, flags, operands, command };
}

function takesSubcommand(
  program: string,
  subcommand: readonly string[],
  operands: readonly Word[],
): boolean {
  if (operands.length > 0 || program.startsWith('nix-') || program.startsWith('nom-')) return false;
  return subcommand.length === 0 || (subcommand.length === 1 && groups.has(subcommand[0] ?? ''));
}

function flagName(word: Word): string | undefined {
  const [first] = word.parts;
  if (first?.kind !== 'literal' || !first.text.startsWith('-') || first.text === '-')
    return undefined;
  return word.known ? word.value.text : first.text;
}

function arityOf(program: string, name: string): number {
  if (bare.has(`${program} ${name}`)) return 0;
  const known = arity.get(name);
  if (known !== undefined) return known;
  if (!name.startsWith('--')) return 0;
  const { canonical, known: isSetting } = settingName(name.slice(2));
  if (!isSetting) return 0;
  const type = settingType(canonical);
  return type === 'bool' || type === 'sandbox' ? 0 : 1;
}

/** The flag of that name, the last one when it is repeated. */
export function flagOf(command: NixCommand, ...names: readonly string[]): NixFlag | undefined {
  return command.flags.findLast(({ name }) => names.includes(name));
}
