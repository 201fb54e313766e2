import { spawnSync } from 'node:child_process';

export type Answer = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};
type RunOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };
type Command = readonly [string, ...string[]];

/** Runs one program of the Nix on PATH with the experimental commands on. */
export function realNix(command: Command, options: RunOptions = {}): Answer {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      NIX_CONFIG: 'experimental-features = nix-command flakes\nbuild-users-group =',
      ...options.env,
    },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return { status, stdout, stderr };
}

/** Why a differential test is skipped, or false when real Nix is there. */
export const skipWithoutNix: string | false = skipWithout([]);

/** The releases to compare with: the Nix on PATH and, where installed, wrappers that run a later one. */
export const nixVersions = [[], ['nix-2.26'], ['nix-2.34']].map((wrapper) => ({
  version: wrapper[0]?.slice('nix-'.length) ?? '2.8',
  wrapper,
  skip: skipWithout(wrapper),
  run: ([program, ...args]: Command, options?: RunOptions): Answer => {
    const [first, ...rest] = [...wrapper, program, ...args];
    return realNix([first ?? program, ...rest], options);
  },
}));

function skipWithout(wrapper: readonly string[]): string | false {
  const [program, ...rest] = [...wrapper, 'nix'];
  if (spawnSync(program, [...rest, '--version']).status === 0) return false;
  return `${program} is not installed: nothing to compare with`;
}
