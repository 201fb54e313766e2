import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isDerivation } from '../../src/model/derivation.ts';
import {
  derivationName,
  fixedOutputStoreName,
  parseStoreName,
  storeBaseName,
  textStoreName,
} from '../../src/nix/store-path.ts';
import { parseAterm } from '../../src/parse/derivation/aterm.ts';
import { decodeQuoted } from '../../src/parse/derivation/strings.ts';
import { realNix, skipWithoutNix } from './real-nix.ts';

const scratch = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const digest = '0'.repeat(32);

test('names that Nix takes', () => {
  for (const name of ['a', '.a', '...', 'a+b-c._?=', 'x'.repeat(211)]) {
    assert.deepEqual(parseStoreName(`${digest}-${name}`), { digest, name });
  }
});

test('names that lead out of a store, hide or do not fit', () => {
  const names = ['', '.', '..', '.-a', '..-a', 'a/b', 'a b', 'ä', 'a\n', 'a\0', 'x'.repeat(212)];
  for (const name of names) assert.equal(parseStoreName(`${digest}-${name}`), undefined, name);
  for (const base of [`${'e'.repeat(32)}-a`, `${'0'.repeat(31)}-a`, digest, '', '../x']) {
    assert.equal(parseStoreName(base), undefined, base);
  }
});

test('only what lies right below a store directory is in the store', () => {
  const inside = (path: string): string | undefined => storeBaseName(path, ['/nix/store', '/x']);
  assert.equal(inside(`/nix/store/${digest}-a`), `${digest}-a`);
  assert.equal(inside(`/x/${digest}-a`), `${digest}-a`);
  assert.equal(inside(`/nix/store/${digest}-a/b`), undefined);
  assert.equal(inside(`/nix/store/../${digest}-a`), undefined);
  assert.equal(inside(`/nix/storex/${digest}-a`), undefined);
});

test('the name of a derivation', () => {
  assert.equal(derivationName(`/nix/store/${digest}-unit-app.service.drv`), 'unit-app.service');
  assert.equal(derivationName('odd'), 'odd');
});

const expression = `
  let
    text = builtins.toFile "config" "one";
    other = builtins.toFile "other" "see \${text}";
    call = attrs: derivation ({ name = "thing"; system = "x86_64-linux"; builder = "/bin/sh"; } // attrs);
    flat = call { outputHash = "${'1'.repeat(64)}"; outputHashAlgo = "sha256"; };
    nested = call { outputHash = "${'2'.repeat(40)}"; outputHashAlgo = "sha1"; outputHashMode = "recursive"; };
  in {
    inherit text other;
    drv = (call { inherit other flat; }).drvPath;
    flat = flat.outPath;
    nested = nested.outPath;
  }`;

test('differential: paths that real Nix gives', { skip: skipWithoutNix }, () => {
  const storeDirectory = join(scratch, 'store');
  const answer = realNix(
    ['nix-instantiate', '--eval', '--strict', '--json', '--read-write-mode', '-E', expression],
    {
      env: {
        NIX_STORE_DIR: storeDirectory,
        NIX_STATE_DIR: join(scratch, 'var'),
        NIX_LOG_DIR: join(scratch, 'log'),
      },
    },
  );
  assert.equal(answer.status, 0, answer.stderr);
  // Nix printed exactly the attributes named above.
  const paths = JSON.parse(answer.stdout) as Record<string, string>;
  const path = (base: string): string => `${storeDirectory}/${base}`;
  const sha256 = (bytes: string | Uint8Array): Uint8Array =>
    createHash('sha256').update(bytes).digest();
  const text = path(textStoreName(sha256('one'), 'config', [], storeDirectory));
  assert.equal(text, paths.text);
  const other = textStoreName(sha256(`see ${text}`), 'other', [text], storeDirectory);
  assert.equal(path(other), paths.other);
  const flat = fixedOutputStoreName('sha256', '1'.repeat(64), 'thing', storeDirectory);
  assert.equal(path(flat), paths.flat);
  const nested = fixedOutputStoreName('r:sha1', '2'.repeat(40), 'thing', storeDirectory);
  assert.equal(path(nested), paths.nested);

  const bytes = readFileSync(paths.drv ?? '');
  const derivation = parseAterm(bytes.toString('latin1'));
  assert.ok(isDerivation(derivation));
  const inputs = derivation.inputDrvs.map(({ path }) => decodeQuoted(derivation.text, path));
  const references = [...derivation.inputSrcs, ...inputs];
  assert.equal(references.length, 2);
  const drv = textStoreName(sha256(bytes), 'thing.drv', references, storeDirectory);
  assert.equal(path(drv), paths.drv);
});
