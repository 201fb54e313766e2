import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

import { shellSettings } from '../../src/ci/shell-settings.ts';
import { verbatim } from '../../src/model/mapped-text.ts';
import type { SettingsBlock } from '../../src/model/setting.ts';
import { parseShell } from '../../src/parse/shell/script.ts';
import { findNix } from '../nix.ts';

function blocks(script: string): readonly SettingsBlock[] {
  return shellSettings(parseShell(verbatim(script)), { environment: {} });
}

/** Every assignment as `container name = value`. */
function shown(script: string): string[] {
  const lines: string[] = [];
  for (const { container, assignments, flags } of blocks(script)) {
    for (const { canonical, operation, tokens } of assignments) {
      const value = tokens.map(({ text, dynamic }) => (dynamic ? '…' : text)).join(' ');
      lines.push(`${container} ${canonical} ${operation === 'extra' ? '+=' : '='} ${value}`);
    }
    for (const { name, value } of flags) {
      lines.push(`${container} --${name} ${value?.text ?? ''}`.trim());
    }
  }
  return lines;
}

/** Flags and what they make of one setting. The last column is the name real Nix prints it under. */
const flags = [
  ['--option sandbox false', 'sandbox', 'false'],
  ['--no-sandbox', 'sandbox', 'false'],
  ['--sandbox', 'sandbox', 'true'],
  ['--relaxed-sandbox', 'sandbox', 'relaxed'],
  ['--no-require-sigs', 'require-sigs', 'false'],
  ['--require-sigs', 'require-sigs', 'true'],
  ['--accept-flake-config', 'accept-flake-config', 'true'],
  ['--option accept-flake-config true', 'accept-flake-config', 'true'],
  [
    '--substituters "http://a.example http://b.example"',
    'substituters',
    'http://a.example http://b.example',
  ],
  ["--option substituters 'http://a.example'", 'substituters', 'http://a.example'],
  ['--max-jobs 3', 'max-jobs', '3'],
  ['--show-trace --cores 2', 'cores', '2'],
] as const;

describe('shellSettings', () => {
  it('reads flags', () => {
    for (const [written, name, value] of flags) {
      const all = blocks(`sudo nix ${written} build .#x`).flatMap(({ assignments }) => assignments);
      const last = all.findLast(({ canonical }) => canonical === name);
      assert.equal(last?.tokens.map(({ text }) => text).join(' '), value, written);
    }
  });

  it('reads flags as real Nix does', (context) => {
    const { command, skip } = findNix('2.8');
    if (skip !== false) return context.skip(skip);
    for (const [written, name, value] of flags) {
      const script = `${command.join(' ')} nix --extra-experimental-features nix-command show-config --json ${written}`;
      const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      assert.equal(run.status, 0, run.stderr);
      const printed: unknown = JSON.parse(run.stdout)[name].value;
      assert.equal([printed].flat().join(' '), value, written);
    }
    return undefined;
  });

  it('tells programs and their arguments apart', () => {
    assert.deepEqual(shown('chromium --no-sandbox --option require-sigs false'), []);
    assert.deepEqual(shown('nix run .#chromium -- --no-sandbox'), []);
    assert.deepEqual(shown('echo nix build --no-sandbox # nix build --no-sandbox'), []);
    assert.deepEqual(shown('nix build --out-link --no-sandbox'), []);
    assert.deepEqual(shown('nixci build -- --option sandbox false'), [
      'shell-flag sandbox = false',
    ]);
    assert.deepEqual(shown('nix develop -c nix build --no-sandbox'), [
      'shell-flag sandbox = false',
    ]);
    assert.deepEqual(shown('cachix watch-exec c -- nix-build --no-sandbox'), [
      'shell-flag sandbox = false',
    ]);
    assert.deepEqual(shown('env A=1 timeout 5 $BIN/nix build --no-sandbox'), [
      'shell-flag sandbox = false',
    ]);
  });

  it('reads store flags', () => {
    assert.deepEqual(shown('nix copy --to "s3://b?trusted=1" --no-check-sigs .#x'), [
      'shell-flag --to s3://b?trusted=1',
      'shell-flag --no-check-sigs',
    ]);
  });

  it('reads NIX_CONFIG wherever it is set', () => {
    const expected = ['NIX_CONFIG sandbox = false'];
    for (const script of [
      'NIX_CONFIG="sandbox = false" nix build',
      'export NIX_CONFIG="sandbox = false"',
      "env NIX_CONFIG='sandbox = false' nix build",
      'echo "NIX_CONFIG=sandbox = false" >> "$GITHUB_ENV"',
      'docker run -e NIX_CONFIG="sandbox = false" nixos/nix:2.34.7 nix build',
    ]) {
      assert.deepEqual(shown(script), expected, script);
    }
    assert.deepEqual(shown('export NIX_CONFIG="access-tokens = github.com=$T"$\'\\n\''), [
      'NIX_CONFIG access-tokens = …',
    ]);
    assert.deepEqual(shown("NIX_CONFIG=$'cores = 2\\nsandbox = \\x66alse' nix build"), [
      'NIX_CONFIG cores = 2',
      'NIX_CONFIG sandbox = false',
    ]);
  });
});
