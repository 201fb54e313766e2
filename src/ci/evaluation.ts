import type { Word } from '../model/shell.ts';
import type { Span } from '../model/span.ts';
import type { Step } from '../model/workflow.ts';
import { nixAction } from './actions.ts';
import { flakeRefs } from './flake-ref.ts';
import { folderIn, scriptFolder } from './folder.ts';
import type { NixCommand } from './nix-command.ts';
import { flagOf, nixCommands } from './nix-command.ts';

/** A Nix evaluation or build of a job. */
export type Evaluation = {
  /** The step. */
  readonly index: number;
  readonly at: Span;
  readonly by: string;
  /** The folder of the workspace it reads; undefined when that is not known. */
  readonly reads: string | undefined;
};

/** Every evaluation of some steps that reads code of the workspace. */
export function* evaluations(steps: readonly Step[]): Generator<Evaluation> {
  for (const [index, step] of steps.entries()) {
    const action = nixAction(step.uses);
    if (step.uses !== undefined && action?.role === 'run-nix') {
      yield { index, at: step.uses.span, by: action.repository, reads: undefined };
    }
    const script = step.run?.script;
    if (script === undefined) continue;
    const folder = scriptFolder(script, step.run?.directory);
    for (const nix of nixCommands(script)) {
      const by = `${nix.program} ${nix.subcommand}`.trim();
      for (const source of sources(nix)) {
        const reads = source === unknown ? undefined : folderIn(folder, source);
        yield { index, at: nix.command.span, by, reads };
      }
    }
  }
}

/** Stands for a source that is not known. */
const unknown = '$';

/** Subcommands of `nix` that evaluate or build nothing. */
const harmless = new Set([
  'flake metadata',
  'flake prefetch',
  'store ping',
  'store info',
  'config show',
  'show-config',
  'registry list',
  'hash path',
  'hash convert',
  '',
]);

const evaluatesNothing = new Set([
  'nix-store',
  'nix-channel',
  'nix-prefetch-url',
  'nix-copy-closure',
]);

/** Where the code comes from that a command evaluates; nothing when that is elsewhere, such as nixpkgs. */
function sources(nix: NixCommand): readonly string[] {
  if (evaluatesNothing.has(nix.program)) return [];
  if (flagOf(nix, '-E', '--expr') !== undefined) return [unknown];
  const local = searchPaths(nix);
  const file = flagOf(nix, '-f', '--file')?.values[0];
  if (file !== undefined) return [...local, ...fileSource(file)];
  if (nix.program === 'nix' || nix.program === 'nom') return [...local, ...flakeSources(nix)];
  return [...local, ...oldSources(nix)];
}

/** `-I nixpkgs=.`: what `<nixpkgs>` means lies in the workspace. */
function searchPaths(nix: NixCommand): readonly string[] {
  const values = nix.flags
    .filter(({ name }) => name === '-I' || name === '--include')
    .flatMap((flag) => flag.values.slice(0, 1));
  return values.flatMap(({ value: { text } }) => {
    const path = text.slice(text.indexOf('=') + 1);
    return /^[./$]/.test(path) ? [path] : [];
  });
}

function flakeSources(nix: NixCommand): readonly string[] {
  if (nix.program === 'nix' && harmless.has(nix.subcommand)) return [];
  const refs = flakeRefs(nix);
  const overridden = nix.flags.filter(({ name }) => name === '--override-input').length;
  const own = refs.length === overridden ? ['.'] : [];
  return [...own, ...refs.flatMap(flakeSource)];
}

/** Tools that evaluate what they are pointed at, wherever they come from themselves. */
const evaluators =
  /#(?:nixpkgs-review|nix-fast-build|nix-eval-jobs|nix-update|nixos-rebuild|nixci|omnix|colmena|deploy-rs|devenv|nix)$/;

function flakeSource({ value, opaque }: Word): readonly string[] {
  const hash = value.text.indexOf('#');
  const ref = hash < 0 ? value.text : value.text.slice(0, hash);
  const path = ref.replace(/^(?:path:|git\+file:)(?:\/\/(?=\/))?/, '').replace(/\?.*$/, '');
  if (path === '' || path.startsWith('.') || path.startsWith('/') || path !== ref) return [path];
  if (opaque.some(({ start }) => start === 0)) return [path];
  return evaluators.test(value.text) ? [unknown] : [];
}

/** Commands of old take files; a file stands for its folder. `<nixpkgs>` and URLs lie elsewhere. */
function oldSources(nix: NixCommand): readonly string[] {
  const flake = flagOf(nix, '--flake')?.values[0];
  if (flake !== undefined) return flakeSource(flake);
  if (nix.program === 'nix-env') return [];
  if (nix.program === 'nix-shell' && flagOf(nix, '-p', '--packages') !== undefined) return [];
  if (!['nix-build', 'nix-shell', 'nix-instantiate'].includes(nix.program)) return [unknown];
  return nix.operands.length === 0 ? ['.'] : nix.operands.flatMap(fileSource);
}

function fileSource({ value: { text } }: Word): readonly string[] {
  return text.startsWith('<') || /^[a-z][a-z+]*:/.test(text) ? [] : [text];
}
