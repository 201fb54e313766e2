import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { skipWithoutNix } from '../nix/real-nix.ts';

const reason =
  process.arch === 'x64' ? skipWithoutNix : 'the README shows what x86_64-linux prints';

test('the README shows what the fleet prints', { skip: reason }, () => {
  const directory = execFileSync(process.execPath, [join('fixtures', 'fleet', 'plant.mjs')], {
    encoding: 'utf8',
  }).trim();
  const run = spawnSync(process.execPath, [resolve('dist', 'cli.js'), directory, '--eval'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  rmSync(directory, { recursive: true });
  assert.equal(run.status, 1, run.stderr);
  const printed = run.stdout.replaceAll(/\/nix\/store\/[0-9a-z]{32}-/g, '/nix/store/…-');
  const section = readFileSync('README.md', 'utf8').split('## Secrets in evaluated')[1] ?? '';
  const shown = (section.split('```text\n')[1] ?? '').split('```')[0] ?? '';
  const lines = shown.split('\n').filter((line) => line !== '');
  assert.ok(lines.length > 10);
  const all = new Set(printed.split('\n'));
  assert.deepEqual(
    lines.filter((line) => !all.has(line)),
    [],
  );
  // Progress goes to standard error, a line each where there is no terminal.
  assert.match(run.stderr, /^nix-secure-lint: listing the outputs of \.$/m);
  assert.ok(!run.stderr.includes('\r'));
});
