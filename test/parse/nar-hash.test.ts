import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { narHashOf } from '../../src/parse/nar-hash.ts';
import { findNix, type NixVersion } from '../nix.ts';
import { attrSet } from '../rules/lock-sample.ts';

const digest = createHash('sha256').update('content').digest();
const sri = `sha256-${digest.toString('base64')}`;
const versions: readonly NixVersion[] = ['2.8', '2.26', '2.34'];

const verdicts: readonly (readonly [string | number, string])[] = [
  [sri, 'sound'],
  [sri.replace('=', ''), 'sound'],
  [`${sri}?reviewed`, 'malformed'],
  [`${sri.slice(0, 20)}\n${sri.slice(20)}`, 'malformed'],
  [`sha256:${digest.toString('hex')}`, 'malformed'],
  [digest.toString('hex'), 'malformed'],
  [`sha512-${createHash('sha512').update('x').digest('base64')}`, 'malformed'],
  ['sha256-AAAA', 'malformed'],
  [7, 'malformed'],
  [`sha1-${createHash('sha1').update('x').digest('base64')}`, 'weak'],
  [`md5-${createHash('md5').update('x').digest('base64')}`, 'weak'],
  ['', 'placeholder'],
  [`sha256-${Buffer.alloc(32).toString('base64')}`, 'placeholder'],
  [`sha512-${Buffer.alloc(64).toString('base64')}`, 'placeholder'],
  [`sha256-${createHash('sha256').update('').digest('base64')}`, 'placeholder'],
];
for (const [narHash, kind] of verdicts) {
  test(`narHash ${JSON.stringify(narHash)} is ${kind}`, () => {
    assert.equal(narHashOf(attrSet({ narHash })).kind, kind);
  });
}
test('an absent narHash is absent', () => {
  assert.equal(narHashOf(attrSet({})).kind, 'absent');
});

for (const version of versions) {
  const { command, skip } = findNix(version);
  describe(`Nix ${version} reads narHash`, { skip }, () => {
    const directory = mkdtempSync(join(tmpdir(), 'nar-hash-'));
    writeFileSync(join(directory, 'file'), 'content');
    const fetch = (attributes: string): { readonly ok: boolean; readonly said: string } => {
      const expr = `(builtins.fetchTree { type = "path"; path = "${directory}"; ${attributes} }).narHash`;
      const features = ['--extra-experimental-features', 'nix-command flakes'];
      const [program = '', ...before] = [...command, 'nix', 'eval', '--impure', ...features];
      const done = spawnSync(program, [...before, '--raw', '--expr', expr], { encoding: 'utf8' });
      return { ok: done.status === 0, said: done.stdout };
    };
    const real = skip === false ? fetch('').said : '';
    const hex = Buffer.from(real.slice(7), 'base64').toString('hex');

    test('accepts what is sound here, and nothing that is no SHA-256 in SRI form', () => {
      assert.match(real, /^sha256-/);
      for (const spelled of [real, real.replace('=', '')]) {
        assert.ok(fetch(`narHash = "${spelled}";`).ok, spelled);
        assert.equal(narHashOf(attrSet({ narHash: spelled })).kind, 'sound');
      }
      for (const spelled of [`sha256:${hex}`, hex, 'sha256-AAAA', `sha1-${real.slice(7, 34)}=`]) {
        assert.ok(!fetch(`narHash = "${spelled}";`).ok, spelled);
        assert.notEqual(narHashOf(attrSet({ narHash: spelled })).kind, 'sound');
      }
    });

    test('skips text after the digest, which is why that is refused here', () => {
      const spelled = `${real}?reviewed`;
      assert.ok(fetch(`narHash = "${spelled}";`).ok);
      assert.equal(narHashOf(attrSet({ narHash: spelled })).kind, 'malformed');
    });

    test('takes the empty text for 32 zero bytes', () => {
      assert.ok(!fetch('narHash = "";').ok);
      rmSync(directory, { recursive: true });
    });
  });
}
