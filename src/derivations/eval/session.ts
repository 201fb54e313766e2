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
  /** The words that run nix-eval-jobs, which need not be there. */
  readonly jobs: readonly string[];
};

export type Answer = { readonly value: unknown } | { readonly failure: string };

/** Runs expressions with real Nix against one private store. */
export type Session = {
  /** Where the store's objects lie. */
  readonly storeDirectory: string;
  /** Value of a Nix expression as parsed JSON. Derivations it forces are written to the private store. */
  readonly evaluate: (expression: string, confinement: Confinement) => Answer;
  /** What nix-eval-jobs prints for a set of derivations, in pure evaluation; undefined when it prints nothing. */
  readonly jobs: (expression: string) => string | undefined;
};

/** As many as the smallest hosted runner has cores. */
const WORKERS = 4;
/** A worker that grew beyond it, in MiB, is replaced after its job: four of them and a large host fit in 16 GiB. */
const WORKER_MEBIBYTES = 2048;

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
  const run = (words: readonly string[], confinement: Confinement, milliseconds: number) => {
    const [program, ...args] = limited(words, limits);
    processes += 1;
    return host.exec(program, args, {
      directory: host.scratch.directory,
      environment: evalEnvironment(host.environment, home, confinement),
      timeoutMilliseconds: milliseconds,
      maxOutputBytes: limits.outputBytes,
    });
  };
  const left = () => limits.totalMilliseconds - (host.clock() - started);
  return {
    storeDirectory: `${root}/nix/store`,
    evaluate(expression, confinement) {
      const time = Math.floor(left());
      if (time <= 0) return { failure: 'was not reached in the time allowed' };
      if (processes >= limits.processes) return { failure: 'was not reached: too many failures' };
      const words = evalCommand(host, root, confinement, expression);
      return answerOf(run(words, confinement, Math.min(time, limits.processMilliseconds)));
    },
    jobs(expression) {
      // Half of the time, so that what it hangs on does not cost the plain way its turn.
      const time = Math.floor(left() / 2);
      if (time <= 0) return undefined;
      const { stdout } = run(jobsCommand(host, root, expression), 'pure', time);
      return stdout.length === 0 ? undefined : Buffer.from(stdout).toString('utf8');
    },
  };
}

/** The shell only lowers the memory limit, which Node cannot, and makes way for Nix. */
const LIMITED = 'ulimit -v "$1" 2>/dev/null; shift; exec "$@"';

function limited(words: readonly string[], limits: EvalLimits): [string, ...string[]] {
  return ['sh', '-c', LIMITED, 'sh', String(limits.memoryKibibytes), ...words];
}

function evalCommand(
  host: EvalHost,
  root: string,
  confinement: Confinement,
  expression: string,
): string[] {
  const impure = ['--impure', '-I', `linted=${host.scratch.directory}/source`];
  return [
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

/** Releases before 2.24 heed no other setting for the store than `--eval-store`. */
function jobsCommand(host: EvalHost, root: string, expression: string): string[] {
  return [
    ...host.jobs,
    '--eval-store',
    root,
    '--workers',
    String(WORKERS),
    '--max-memory-size',
    String(WORKER_MEBIBYTES),
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
