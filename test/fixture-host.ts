import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/host/decode.ts';
import { walk } from '../src/host/walk.ts';
import type { Host } from '../src/model/host.ts';

/** The moment at which fixtures are linted. */
export const FIXTURE_NOW = new Date('2026-11-21T12:00:00Z');

/** A host over a directory as it lies there, without git; files named `expected.txt` are not part of it. */
export function fixtureHost(directory: string): Host {
  const entries = walk(directory).filter((entry) => entry.path !== 'expected.txt');
  return {
    now: FIXTURE_NOW,
    list: () => ({ ok: true, entries, tracked: false }),
    prefix: () => '',
    read: (path) => {
      try {
        lstatSync(join(directory, path));
        return { ...decode(readFileSync(join(directory, path))), realPath: path };
      } catch {
        return { ok: false, cause: 'missing', problem: 'file does not exist' };
      }
    },
    readAt: () => ({ ok: false, cause: 'missing', problem: 'no revisions here' }),
    resolveRevision: () => undefined,
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
    exec: () => ({ status: undefined, stdout: new Uint8Array(), stderr: '', failure: 'not-found' }),
  };
}
