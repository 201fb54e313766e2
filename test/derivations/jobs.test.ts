import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Evaluation } from '../../src/derivations/evaluate.ts';
import { walk } from '../../src/host/walk.ts';
import { nixVersions, skipWithoutNix } from '../nix/real-nix.ts';
import { evaluated, everything, found, lock, missed } from './evaluated.ts';

const files = { 'flake.nix': everything.replace(/inputs\.far.*\n/, ''), 'flake.lock': lock };

/** The files of the demonstration, whose placeholders are as good as values here. */
function fleet(): Record<string, string> {
  const directory = join('fixtures', 'fleet');
  const paths = walk(directory).map(({ path }) => path);
  return Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
  );
}

type Outcome = Pick<Evaluation, 'roots' | 'notEvaluated'> & { readonly told: readonly string[] };

function outcome(of: Record<string, string>, jobs: readonly string[], nix: readonly string[] = []) {
  let seen: Outcome | undefined;
  evaluated(nix, { files: of, jobs }, ({ roots, notEvaluated }, _, told) => {
    seen = { roots, notEvaluated, told };
  });
  assert.ok(seen);
  return seen;
}

/** Runs `check` with a stand-in for nix-eval-jobs: a shell script. */
function withStandIn(script: string, check: (jobs: string[], directory: string) => void): void {
  const directory = mkdtempSync(join(tmpdir(), 'jobs-'));
  try {
    const path = join(directory, 'nix-eval-jobs');
    writeFileSync(path, `#!/bin/sh\n${script}`);
    chmodSync(path, 0o755);
    check([path], directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const usage = String(spawnSync('nix-eval-jobs', ['--help']).stdout);
const skipJobs = usage.includes('--expr')
  ? false
  : 'nix-eval-jobs is not installed: nothing to compare with';

test('real nix-eval-jobs finds what Nix finds', { skip: skipJobs }, () => {
  for (const of of [files, fleet()]) {
    const plain = outcome(of, ['no-such-program']);
    const quick = outcome(of, ['nix-eval-jobs']);
    assert.ok(quick.told.some((line) => line.startsWith('nix-eval-jobs evaluated')));
    assert.deepEqual(quick.roots, plain.roots);
    assert.deepEqual(quick.notEvaluated, plain.notEvaluated);
  }
});

for (const { version, wrapper, skip } of nixVersions) {
  test(
    `Nix ${version}: without nix-eval-jobs, or with one that fails, Nix is asked`,
    { skip },
    () => {
      const plain = outcome(files, ['no-such-program'], wrapper);
      assert.ok(plain.roots.length > 10);
      const failing = [
        'echo "error: unrecognised flag \'--expr\'" >&2; exit 1',
        'kill -9 $$',
        'echo no JSON; echo "[]"; echo "{\\"attrPath\\":7}"; printf "\\377\\000\\n"',
        `echo '{"attrPath":["j0"],"drvPath":"/etc/passwd"}'`,
        `echo '{"attrPath":["j0"],"drvPath":"/nix/store/../../etc/passwd.drv"}'`,
        `echo '{"attrPath":["j0"],"drvPath":"/nix/store/${'a'.repeat(32)}-never-written.drv"}'`,
        `echo '{"attrPath":["j0"],"error":"hunter2"}'; echo '{"attrPath":["__proto__"],"drvPath":"x"}'`,
      ];
      for (const script of failing) {
        withStandIn(script, (jobs) => {
          const { roots, notEvaluated, told } = outcome(files, jobs, wrapper);
          assert.deepEqual(
            { roots, notEvaluated },
            { roots: plain.roots, notEvaluated: plain.notEvaluated },
          );
          assert.ok(!told.some((line) => /nix-eval-jobs|hunter2/.test(line)), script);
        });
      }
    },
  );
}

test('what nix-eval-jobs wrote to the private store is believed', { skip: skipWithoutNix }, () => {
  // Answers the job of `checks.<system>.unit`, the first in order, with a derivation that it writes first.
  const drv = `${'b'.repeat(32)}-answer.drv`;
  const script = `
while [ "$1" != --eval-store ]; do shift; done
echo x > "$2/nix/store/${drv}"
echo '{"attr":"j0","attrPath":["j0"],"drvPath":"/nix/store/${drv}","name":"answer","outputs":{},"system":"x"}'`;
  withStandIn(script, (jobs) => {
    evaluated([], { files, jobs }, (evaluation, _, told) => {
      assert.ok(found(evaluation).some((line) => /^checks\..*unit → answer$/.test(line)));
      assert.ok(told.includes('nix-eval-jobs evaluated 1 of 16 attributes'), told.join('\n'));
      assert.ok(missed(evaluation).length > 0);
    });
  });
});

test('nix-eval-jobs is kept as strict as Nix', { skip: skipWithoutNix }, () => {
  withStandIn(
    'env > "$(dirname "$0")/env"; printf "%s\\n" "$@" > "$(dirname "$0")/args"',
    (jobs, directory) => {
      const environment = { NSL_TEST_TOKEN: 'hunter2', NIX_PATH: 'nixpkgs=/etc' };
      evaluated([], { files, jobs, environment }, ({ store }) => {
        const env = readFileSync(join(directory, 'env'), 'utf8');
        for (const line of [
          'pure-eval = true',
          'allow-import-from-derivation = false',
          'accept-flake-config = false',
          'max-jobs = 0',
          'substitute = false',
          'use-registries = false',
          'NIX_PATH=',
          'NIX_USER_CONF_FILES=/dev/null',
        ]) {
          assert.ok(env.split('\n').includes(line) || env.includes(`NIX_CONFIG=${line}`), line);
        }
        assert.doesNotMatch(env, /hunter2|NSL_TEST_TOKEN/);
        const args = readFileSync(join(directory, 'args'), 'utf8');
        assert.ok(
          args.startsWith(`--eval-store\n${store.directory.slice(0, -'/nix/store'.length)}\n`),
        );
        assert.doesNotMatch(args, /--impure|gc-roots/);
      });
    },
  );
});
