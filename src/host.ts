import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { exec } from './host/exec.ts';
import { nodeFileTree, readStandardInput } from './host/file-tree.ts';
import { readInside } from './host/files.ts';
import { checkoutTop, createGit } from './host/git.ts';
import { nodeScratch } from './host/scratch.ts';
import { searchPathOutside } from './host/search-path.ts';
import { walk } from './host/walk.ts';
import type { Host } from './model/host.ts';

/**
 * The host that touches the real world. `directory` is the directory to lint; it must exist.
 * `environment` is the environment of this process, of which children see only what they need.
 */
export function nodeHost(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  now: Date,
  progress: (line: string) => void = () => {},
): Host {
  const root = realpathSync(resolve(directory));
  const trusted = withoutOwnPrograms(environment, checkoutTop(root) ?? root);
  const git = createGit(root, trusted, exec);
  return {
    now,
    exec,
    list: () => git.list() ?? { ok: true, entries: walk(root), tracked: false },
    prefix: () => git.prefix(),
    read: (path, maxBytes) => readInside(root, path, maxBytes),
    readAt: (revision, path, maxBytes) => git.readAt(revision, path, maxBytes),
    listAt: (revision) => git.listAt(revision),
    history: (query) => git.history(query),
    parents: (revision) => git.parents(revision),
    forkPoint: (revision) => git.forkPoint(revision),
    resolveRevision: (revision) => git.resolve(revision),
    store: {
      directory: root,
      files: nodeFileTree(),
      input: readStandardInput,
      scratch: nodeScratch,
      environment: trusted,
      clock: () => performance.now(),
      progress,
    },
  };
}

/** The programs of a checkout are as untrusted as its files. */
function withoutOwnPrograms(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Readonly<Record<string, string | undefined>> {
  const { PATH } = environment;
  if (PATH === undefined) return environment;
  return { ...environment, PATH: searchPathOutside(PATH, directory) };
}
