import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import { givenDerivations } from '../../src/derivations/given.ts';
import { derivationText, handMadeStore } from './store-fixture.ts';

/** Names of derivations, problems of what is none. */
function given(path: string): string[] {
  return [...givenDerivations(nodeFileTree(), path).documents].map((document) => {
    if (document.kind === 'derivation') return document.model.name;
    return document.kind === 'unreadable' ? document.model.problem : document.kind;
  });
}

test('a store, the root of a chroot store, one derivation, a loose file and JSON', () => {
  const made = handMadeStore();
  const { directory } = made;
  try {
    const inner = made.derivation(1, 'inner');
    made.derivation(2, 'outer', { inputs: [inner] });
    made.derivation(3, 'other');
    assert.deepEqual(given(directory), ['inner', 'outer', 'other']);
    assert.deepEqual(given(join(directory, made.base(2, 'outer.drv'))), ['outer', 'inner']);

    writeFileSync(join(directory, 'loose.drv'), derivationText({}));
    assert.deepEqual(given(join(directory, 'loose.drv')), ['loose']);

    const json = { [inner]: { outputs: {}, system: 's', builder: 'b', args: [], env: { A: 'ü' } } };
    writeFileSync(join(directory, 'show.json'), JSON.stringify(json));
    assert.deepEqual(given(join(directory, 'show.json')), ['inner']);
    writeFileSync(join(directory, 'broken.json'), '{');
    assert.deepEqual(given(join(directory, 'broken.json')), ['not a JSON document']);

    const root = join(directory, 'root');
    mkdirSync(join(root, 'nix', 'store'), { recursive: true });
    const base = made.base(3, 'other.drv');
    renameSync(join(directory, base), join(root, 'nix', 'store', base));
    assert.deepEqual(given(root), ['other']);

    symlinkSync(join(directory, 'loose.drv'), join(directory, 'link.drv'));
    assert.deepEqual(given(join(directory, 'link.drv')), ['is no regular file or directory']);
    assert.deepEqual(given(join(directory, 'missing')), ['does not exist']);
  } finally {
    made.remove();
  }
});
