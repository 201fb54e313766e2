import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory that a test fills and that goes away with it. */
export type Scratch = {
  readonly path: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Runs git here, with an identity and no configuration of the machine's. */
  readonly git: (...args: readonly string[]) => string;
  /** The same with something on standard input. */
  readonly gitWith: (input: Uint8Array, ...args: readonly string[]) => string;
  /** The same at another moment: what git makes has its date. */
  readonly gitAt: (date: string, ...args: readonly string[]) => string;
  /** Commits everything and returns the commit id. */
  readonly commit: (message: string) => string;
  readonly remove: () => void;
};

export function scratch(): Scratch {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'scratch-')));
  const gitWith = (input: Uint8Array, ...args: readonly string[]): string =>
    execFileSync('git', [...args], {
      cwd: path,
      env: gitEnvironment,
      encoding: 'utf8',
      input,
    }).trim();
  const git = (...args: readonly string[]): string => gitWith(new Uint8Array(), ...args);
  return {
    path,
    git,
    gitWith,
    gitAt: (date, ...args) =>
      execFileSync('git', [...args], {
        cwd: path,
        env: { ...gitEnvironment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
        encoding: 'utf8',
      }).trim(),
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), text);
      }
    },
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const gitEnvironment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
};
