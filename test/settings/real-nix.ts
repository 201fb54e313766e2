import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real Nix on this machine and how it is asked for its settings. */
export type RealNix = {
  readonly minor: number;
  readonly command: readonly [string, ...string[]];
};

const candidates: readonly RealNix[] = [
  { minor: 8, command: ['nix', 'show-config'] },
  { minor: 26, command: ['nix-2.26', 'nix', 'config', 'show'] },
  { minor: 34, command: ['nix-2.34', 'nix', 'config', 'show'] },
];

/** The versions that are installed here and are what their name says. */
export function installedNix(): readonly RealNix[] {
  return candidates.filter(({ minor, command: [program, ...rest] }) => {
    const version = spawnSync(
      program,
      [...rest.slice(0, 1).filter((word) => word === 'nix'), '--version'],
      {
        encoding: 'utf8',
      },
    );
    return version.status === 0 && version.stdout.includes(` 2.${minor}.`);
  });
}

export type ConfFolder = ReadonlyMap<string, string>;

export type Answer =
  | { readonly ok: true; readonly values: ReadonlyMap<string, unknown> }
  | { readonly ok: false; readonly error: string };

/** Asks Nix, run in the folder, for its settings; `nix.conf` there is all it reads unless `environment` names more. */
export function askNix(
  nix: RealNix,
  folder: ConfFolder,
  environment: Readonly<Record<string, string>> = {},
): Answer {
  const root = mkdtempSync(join(tmpdir(), 'nsl-settings-'));
  try {
    for (const [path, text] of folder) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const [program, ...rest] = nix.command;
    const flags = ['--json', '--extra-experimental-features', 'nix-command'];
    const run = spawnSync(program, [...rest, ...flags], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: root,
        PWD: root,
        NIX_CONF_DIR: root,
        NIX_USER_CONF_FILES: join(root, 'none'),
        NIX_CONFIG: '# empty',
        ...environment,
      },
    });
    if (run.status !== 0) return { ok: false, error: run.stderr };
    // The shape is that of `nix show-config --json`.
    const shown = JSON.parse(run.stdout) as Record<string, { value: unknown }>;
    return {
      ok: true,
      values: new Map(Object.entries(shown).map(([name, { value }]) => [name, value])),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
