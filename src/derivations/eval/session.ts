import type { ExecOptions, ExecResult } from '../../model/host.ts';
import type { Scratch } from '../../model/scratch.ts';
import { failureOf } from './failure.ts';
import { evalEnvironment } from './settings.ts';
import type { Confinement } from './settings.ts';

export type Exec = (program: string, args: readonly string[], options: ExecOptions) => ExecResult;

export type EvalLimits = {
  /** One Nix process. A large NixOS host takes a minute. */
  readonly processMilliseconds: number;
  /** All of them. */
  readonly totalMilliseconds: number;
  /** Address space of one Nix process, in KiB as `ulimit -v` counts. A large host needs 3 GiB. */
  readonly memoryKibibytes: number;
  readonly outputBytes: number;
  readonly processes: number;
};

export const evalLimits: EvalLimits = {
  processMilliseconds: 10 * 60_000,
  totalMilliseconds: 60 * 60_000,
  memoryKibibytes: 12 * 1024 * 1024,
  outputBytes: 64 * 1024 * 1024,
  processes: 2000,
};

export type EvalHost = {
  readonly exec: Exec;
  readonly scratch: Scratch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of any steady clock. */
  readonly clock: () => number;
  /** The words that run Nix, e.g. `['nix']`. */
  readonly nix: readonly string[];
};

export type Answer = { readonly value: unknown } | { readonly failure: string };

/** Runs expressions with real Nix against one private store. */
export type Session = {
  /** Where the store's objects lie. */
  readonly storeDirectory: string;
  /** Value of a Nix expression as parsed JSON. Derivations it forces are written to the private store. */
  readonly evaluate: (expression: string, confinement: Confinement) => Answer;
};

/**
 * Opens a session below the scratch directory. Store, caches and home are private to it: what is found to
 * be a secret must not reach the shared store on the way.
 */
export function openSession(host: EvalHost, limits: EvalLimits): Session {
  const home = host.scratch.folder('home');
  for (const name of ['tmp', 'config']) host.scratch.folder(`home/${name}`);
  const root = `${host.scratch.directory}/root`;
  const started = host.clock();
  let processes = 0;
  return {
    storeDirectory: `${root}/nix/store`,
    evaluate(expression, confinement) {
      const left = limits.totalMilliseconds - (host.clock() - started);
      if (left <= 0) return { failure: 'was not reached in the time allowed' };
      if (++processes > limits.processes) return { failure: 'was not reached: too many failures' };
      const [program, ...args] = command(host, root, confinement, expression, limits);
      const run = host.exec(program, args, {
        directory: host.scratch.directory,
        environment: evalEnvironment(host.environment, home, confinement),
        timeoutMilliseconds: Math.min(left, limits.processMilliseconds),
        maxOutputBytes: limits.outputBytes,
      });
      return answerOf(run);
    },
  };
}

/** The shell only lowers the memory limit, which Node cannot, and makes way for Nix. */
const LIMITED = 'ulimit -v "$1" 2>/dev/null; shift; exec "$@"';

function command(
  host: EvalHost,
  root: string,
  confinement: Confinement,
  expression: string,
  limits: EvalLimits,
): [string, ...string[]] {
  const impure = ['--impure', '-I', `linted=${host.scratch.directory}/source`];
  return [
    'sh',
    '-c',
    LIMITED,
    'sh',
    String(limits.memoryKibibytes),
    ...host.nix,
    'eval',
    '--store',
    root,
    '--json',
    '--no-write-lock-file',
    ...(confinement === 'pure' ? [] : impure),
    '--expr',
    expression,
  ];
}

function answerOf(run: ExecResult): Answer {
  if (run.status === 127) return { failure: 'cannot be evaluated: nix is not installed' };
  if (run.status !== 0 || run.failure !== undefined) return { failure: failureOf(run) };
  try {
    const value: unknown = JSON.parse(Buffer.from(run.stdout).toString('utf8'));
    return { value };
  } catch {
    return { failure: 'gave an answer that is no JSON' };
  }
}
