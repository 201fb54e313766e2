import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/host/decode.ts';
import { walk } from '../src/host/walk.ts';
import { nodeFileTree } from '../src/host/file-tree.ts';
import { nodeScratch } from '../src/host/scratch.ts';
import type { Host, ReadResult } from '../src/model/host.ts';
import { fillSecrets } from './secrets/fill.ts';

/** The moment at which fixtures are linted. */
export const FIXTURE_NOW = new Date('2026-11-21T12:00:00Z');

/** Folder of a fixture that holds the base revision; with it the fixture is a change. */
export const BASE_FOLDER = '.base';

/** Files that steer a fixture and are not part of it. */
const CONTROL = new Set(['expected.txt', '.canary', '.mode', '.profile']);

/**
 * A host over a directory as it lies there, without git; `expected.txt` and the base are not part of it.
 * The revision `base` is what lies in `.base`.
 */
export function fixtureHost(directory: string): Host {
  const entries = walk(directory).filter(
    ({ path }) => !CONTROL.has(path) && !path.startsWith(`${BASE_FOLDER}/`),
  );
  const read = (folder: string, path: string): ReadResult => {
    try {
      lstatSync(join(folder, path));
      const read = decode(readFileSync(join(folder, path)));
      return { ...read, text: fillSecrets(read.text), realPath: path };
    } catch {
      return { ok: false, cause: 'missing', problem: 'file does not exist' };
    }
  };
  return {
    now: FIXTURE_NOW,
    list: () => ({ ok: true, entries, tracked: false }),
    prefix: () => '',
    read: (path) => read(directory, path),
    readAt: (_commit, path) => read(join(directory, BASE_FOLDER), path),
    resolveRevision: (revision) => (revision === 'base' ? revision : undefined),
    listAt: () => ({ ok: true, entries: walk(join(directory, BASE_FOLDER)), tracked: true }),
    history: () => ({ ok: false, problem: 'no history here' }),
    parents: () => [],
    forkPoint: () => undefined,
    store: {
      directory,
      files: nodeFileTree(),
      input: () => new Uint8Array(),
      scratch: nodeScratch,
      environment: {},
      clock: () => 0,
      progress: () => {},
    },
    exec: () => ({ status: undefined, stdout: new Uint8Array(), stderr: '', failure: 'not-found' }),
  };
}

/** A host over texts by path. */
export function textHost(files: Readonly<Record<string, string>>, now = FIXTURE_NOW): Host {
  const paths = Object.keys(files).sort();
  return {
    now,
    list: () => ({
      ok: true,
      entries: paths.map((path) => ({ path, type: 'file' as const })),
      tracked: false,
    }),
    prefix: () => '',
    read: (path) => {
      const text = files[path];
      if (text === undefined) {
        return { ok: false, cause: 'missing', problem: 'file does not exist' };
      }
      return { ok: true, text, lossy: false, realPath: path };
    },
    readAt: () => ({ ok: false, cause: 'missing', problem: 'no revisions here' }),
    resolveRevision: () => undefined,
    listAt: () => ({ ok: false, problem: 'no revisions here' }),
    history: () => ({ ok: false, problem: 'no history here' }),
    parents: () => [],
    forkPoint: () => undefined,
    exec: () => ({ status: undefined, stdout: new Uint8Array(), stderr: '', failure: 'not-found' }),
  };
}
