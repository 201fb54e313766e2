import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { askOurselves, inFormOf, isHeeded, namesToCompare } from './comparable.ts';
import { confFolder } from './generated.ts';
import type { ConfFolder, RealNix } from './real-nix.ts';
import { askNix, installedNix } from './real-nix.ts';

const installed = installedNix();
const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const confs = join(corpora, 'nixconf');
/** A slice of the campaign that keeps the test quick; each run starts one process. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 14);

/** Nix 2.34 orders this set by kind of store before it orders by text. */
function inOrder(name: string, value: unknown): unknown {
  return name === 'trusted-substituters' && Array.isArray(value) ? value.map(String).sort() : value;
}

/** Compares and says whether Nix took the file at all. */
function compare(nix: RealNix, folder: ConfFolder): boolean {
  const theirs = askNix(nix, folder);
  const ours = askOurselves(folder);
  assert.equal(ours.ok, theirs.ok, theirs.ok ? 'Nix takes it, we refuse' : theirs.error);
  if (!ours.ok || !theirs.ok) return false;
  const features = theirs.values.get('experimental-features');
  for (const name of namesToCompare(nix, ours.assigned)) {
    if (!isHeeded(nix, name, features)) continue;
    const value = inFormOf(nix, name, ours.values.get(name));
    if (value === 'auto' && name === 'max-jobs') assert.ok(Number(theirs.values.get(name)) > 0);
    else assert.deepEqual(value, inOrder(name, theirs.values.get(name)), name);
  }
  return true;
}

describe('effective settings as real Nix shows them', () => {
  if (installed.length === 0) test('any Nix', { skip: 'no Nix of a known version on PATH' });
  for (const nix of installed) {
    test(`generated files, Nix 2.${nix.minor}`, () => {
      let taken = 0;
      const property = fc.property(confFolder(nix.minor), (folder) => {
        if (compare(nix, folder)) taken += 1;
      });
      fc.assert(property, { numRuns: runs });
      assert.ok(
        taken > runs / 4,
        `only ${taken} of ${runs} files were taken: too little is compared`,
      );
    });
    test(
      `files of the corpus, Nix 2.${nix.minor}`,
      { skip: !existsSync(confs) && `${confs} is absent` },
      () => {
        const names = readdirSync(confs).filter((name) => name.endsWith('.conf'));
        const mine = names.filter(
          (_, index) => index % installed.length === installed.indexOf(nix) || runs > 100,
        );
        for (const name of mine) {
          const folder = new Map([['nix.conf', readFileSync(join(confs, name), 'utf8')]]);
          compare(nix, folder);
        }
        assert.ok(mine.length > 0);
      },
    );
  }
});
