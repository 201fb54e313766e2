import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledHelp } from '../../src/policy/fill-help.ts';

const update = 'Run `nix flake update <input>`.';
const override = 'Set `inputs.<name>.inputs.<name>.follows`.';

test('help names the input it is about', () => {
  assert.equal(filledHelp(update, 'flake.lock', 'nixpkgs'), 'Run `nix flake update nixpkgs`.');
  assert.equal(filledHelp(update, 'a/flake.lock', 'a/b-c'), 'Run `nix flake update a/b-c`.');
  assert.equal(filledHelp(override, 'flake.lock', 'a/b'), 'Set `inputs.a.inputs.b.follows`.');
  assert.equal(
    filledHelp(override, 'flake.lock', 'a/b/c'),
    'Set `inputs.a.inputs.b.inputs.c.follows`.',
  );
});

test('an input of the repository itself has no input to override', () => {
  assert.equal(filledHelp(override, 'flake.lock', 'nixpkgs'), override);
});

test('names a shell could obey are never written into a command', () => {
  for (const name of [
    'a;b',
    'a b',
    '$(b)',
    'a`b',
    '-rf',
    'a//b',
    '',
    'a\nb',
    'ä',
    'a'.repeat(201),
  ]) {
    assert.equal(filledHelp(update, 'flake.lock', name), update, name);
  }
});

test('devenv.lock is updated by devenv', () => {
  assert.equal(filledHelp(update, 'x/devenv.lock', 'devenv'), 'Run `devenv update devenv`.');
});
