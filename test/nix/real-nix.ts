import { spawnSync } from 'node:child_process';

export type Answer = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

const none = 'no Nix on PATH: nothing to compare with';

/** Why a differential test is skipped, or false when real Nix is there. */
export const skipWithoutNix: string | false =
  spawnSync('nix-hash', ['--version']).status === 0 ? false : none;

/** Runs one program of real Nix with the experimental commands on. */
export function realNix(
  command: readonly [string, ...string[]],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Answer {
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
