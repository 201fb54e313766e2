import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNix } from '../../nix.ts';
import type { NixDialect } from '../../../src/parse/nix/merge.ts';

export type Verdict =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

export type RealNix = {
  readonly dialect: NixDialect;
  /** What `nix-instantiate --parse` says about each file. */
  readonly parse: (files: readonly string[]) => Map<string, Verdict>;
};

export const home = mkdtempSync(join(tmpdir(), 'nix-home-'));

/** Real Nix of a dialect, or why there is none. */
export function realNix(dialect: NixDialect): RealNix | string {
  const { command, skip } = findNix(dialect);
  if (skip !== false) return skip;
  return { dialect, parse: (files) => parseAll([...command, 'nix-instantiate'], dialect, files) };
}

function run(command: readonly string[], dialect: NixDialect) {
  const [name = '', ...args] = command;
  const features = 'experimental-features = nix-command flakes';
  return spawnSync(name, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: {
      ...process.env,
      HOME: home,
      NIX_TEST_HOME: home,
      NIX_CONFIG: dialect === '2.8' ? features : `${features} pipe-operators`,
    },
  });
}

/** One process reads many files and prints a line for each, up to the first that it refuses. */
function parseAll(
  command: readonly string[],
  dialect: NixDialect,
  files: readonly string[],
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (let at = 0; at < files.length;) {
    const part = files.slice(at, at + 200);
    const { stdout, stderr, status } = run([...command, '--parse', ...part], dialect);
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
