// Real Nix as the judge of the parser: whichever versions are installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NixDialect } from '../../../src/parse/nix/merge.ts';

export type Verdict =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: string };

export type RealNix = {
  readonly dialect: NixDialect;
  /** What `nix-instantiate --parse` says about each file. */
  readonly parse: (files: readonly string[]) => Map<string, Verdict>;
};

export const home = mkdtempSync(join(tmpdir(), 'nix-home-'));

const commands: readonly { readonly dialect: NixDialect; readonly command: readonly string[] }[] = [
  { dialect: '2.8', command: ['nix-instantiate'] },
  { dialect: '2.34', command: ['nix-2.34', 'nix-instantiate'] },
];

/** The versions that answer on this machine. */
export function realNixes(): RealNix[] {
  return commands.flatMap(({ dialect, command }) => {
    const version = run([...command, '--version']).stdout.match(/\(Nix\) (\d+\.\d+)/)?.[1];
    if (version !== dialect) return [];
    return { dialect, parse: (files) => parseAll(command, files) };
  });
}

function run(command: readonly string[]) {
  const [name = '', ...args] = command;
  const features = 'experimental-features = nix-command flakes';
  const config = name === 'nix-2.34' ? `${features} pipe-operators` : features;
  return spawnSync(name, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, HOME: home, NIX_TEST_HOME: home, NIX_CONFIG: config },
  });
}

/** One process reads many files and prints a line for each, up to the first that it refuses. */
function parseAll(command: readonly string[], files: readonly string[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (let at = 0; at < files.length; ) {
    const part = files.slice(at, at + 200);
    const { stdout, stderr, status } = run([...command, '--parse', ...part]);
    const lines = stdout.split('\n').slice(0, -1);
    for (const [index, text] of lines.entries()) {
      verdicts.set(part[index] ?? '', { ok: true, text });
    }
    const refused = part[lines.length];
    if (status !== 0 && refused !== undefined) verdicts.set(refused, { ok: false, error: stderr });
    at += lines.length + (status === 0 ? 0 : 1);
  }
  return verdicts;
}
