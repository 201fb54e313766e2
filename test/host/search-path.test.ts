import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { nodeHost } from '../../src/host.ts';
import { findProgram, searchPathOutside } from '../../src/host/search-path.ts';

function withTree(check: (repository: string, top: string) => void): void {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'path-')));
  try {
    for (const name of ['repository/bin', 'repository-2/bin', 'tools']) {
      mkdirSync(join(top, name), { recursive: true });
    }
    symlinkSync(join(top, 'repository/bin'), join(top, 'link-in'));
    symlinkSync(join(top, 'tools'), join(top, 'repository/link-out'));
    check(join(top, 'repository'), top);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

test('programs of the linted directory are not on the search path', () => {
  withTree((repository, top) => {
    const path = (...entries: readonly string[]): string => entries.join(delimiter);
    const kept = [join(top, 'tools'), join(top, 'repository-2/bin'), join(repository, 'link-out')];
    const dropped = [
      repository,
      join(repository, 'bin'),
      join(repository, '..', 'repository', 'bin'),
    ];
    const odd = ['', '.', 'bin', join(top, 'link-in'), join(top, 'missing')];
    assert.equal(searchPathOutside(path(...dropped, ...odd, ...kept), repository), path(...kept));
    assert.equal(searchPathOutside(path(...kept), '/'), path(...kept));
  });
});

test('the host passes on the search path without them', () => {
  withTree((repository, top) => {
    const program = join(repository, 'bin', 'nix-eval-jobs');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    const PATH = [join(repository, 'bin'), join(top, 'tools')].join(delimiter);
    const host = nodeHost(repository, { PATH, LANG: 'C' }, new Date(0));
    assert.deepEqual(host.store?.environment, { PATH: join(top, 'tools'), LANG: 'C' });
    assert.deepEqual(nodeHost(repository, {}, new Date(0)).store?.environment, {});
  });
});

test('a search path of which nothing is left does not mean the working directory', () => {
  withTree((repository) => {
    const program = join(repository, 'bin', 'own-program');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    for (const given of [join(repository, 'bin'), '', '.']) {
      const host = nodeHost(repository, { PATH: given }, new Date(0));
      const { PATH = 'none' } = host.store?.environment ?? {};
      const ran = host.exec('own-program', [], {
        directory: join(repository, 'bin'),
        environment: { PATH },
        timeoutMilliseconds: 10_000,
        maxOutputBytes: 1_000,
      });
      assert.equal(ran.failure, 'not-found', given);
    }
  });
});

test('a program is found by its whole path, in the first directory that has one to run', () => {
  withTree((repository, top) => {
    const [bin, tools] = [join(top, 'repository-2', 'bin'), join(top, 'tools')];
    writeFileSync(join(bin, 'tool'), 'no program');
    writeFileSync(join(tools, 'tool'), '#!/bin/sh\n');
    chmodSync(join(tools, 'tool'), 0o755);
    const path = ['', bin, tools, repository].join(delimiter);
    assert.equal(findProgram('tool', path), join(tools, 'tool'));
    assert.equal(findProgram('other', path), undefined);
    assert.equal(findProgram('tool', ''), undefined);
  });
});
