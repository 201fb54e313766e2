import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import { formatHash } from '../../src/nix/hash.ts';
import { isNarDigest, narDigest } from '../../src/nix/nar.ts';
import type { NarDigest } from '../../src/nix/nar.ts';
import { sourceStoreName } from '../../src/nix/store-path.ts';
import { realNix, skipWithoutNix } from './real-nix.ts';

const scratch = mkdtempSync(join(tmpdir(), 'nar-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const files = nodeFileTree();
let count = 0;

function tree(build: (path: string) => void): string {
  const path = join(scratch, `tree-${count++}`);
  build(path);
  return path;
}

function digest(path: string): NarDigest {
  const result = narDigest(files, path);
  assert.ok(isNarDigest(result), JSON.stringify(result));
  return result;
}

function sri(path: string): string {
  return formatHash({ algorithm: 'sha256', bytes: digest(path).sha256 }, 'sri');
}

const vectors: readonly [string, (path: string) => void, string, number, string][] = [
  [
    'file',
    (path) => writeFileSync(path, 'hello'),
    'sha256-CkMIecJm+LV/QJKg+TXPP6zUi7zN5XYNR0jKQFFx6Wk=',
    120,
    '82ymask7rkhf23wb7q4zrvr62v205pj7',
  ],
  [
    'executable',
    (path) => writeFileSync(path, 'hello', { mode: 0o755 }),
    'sha256-nPgU+RLrmtRn2kdwJzkyQwL4jyzGNcs+Sdg8PgHVo94=',
    152,
    'zrsqps3b944clc4gijyzpyy0xqrg8pqc',
  ],
  [
    'empty file',
    (path) => writeFileSync(path, ''),
    'sha256-d6xi4mKdjkX2JFicDIv5niSzpyI0m/Hnm8GGAIU04kY=',
    112,
    'sy3ism981f9xcbcmdc7gbk0yz28w6yjz',
  ],
  [
    'empty directory',
    (path) => mkdirSync(path),
    'sha256-pQpattmS9VmO3ZIQUFn66az8GSmB4IvYhTTCFn6SUmo=',
    96,
    '0ccnxa25whszw7mgbgyzdm4nqc0zwnm8',
  ],
  [
    'link',
    (path) => symlinkSync('target', path),
    'sha256-y4xiyvKomXslPtBn1FbatS+OmBTXEMSz4h3GEMZ4x3Q=',
    120,
    '529hxx0xbaglik463kr9a35fdma2hxxw',
  ],
  [
    'directory',
    (path) => {
      mkdirSync(join(path, 'a'), { recursive: true });
      symlinkSync('../flake.nix', join(path, 'a', 'l'));
      writeFileSync(join(path, 'flake.nix'), 'hello\n');
    },
    'sha256-5rk6FiAn5mtDzD+COMwsF94gVX5jLbPDtv/0hUtWbpc=',
    664,
    'igh1jpmkhxpnlz0pl7w1scdzc8zfck2x',
  ],
];

for (const [name, build, expected, bytes, storeDigest] of vectors) {
  test(`vector: ${name}`, () => {
    const path = tree(build);
    const result = digest(path);
    assert.equal(sri(path), expected);
    assert.equal(result.bytes, bytes);
    const base = sourceStoreName(result.sha256, 'source', '/nix/store');
    assert.equal(base, `${storeDigest}-source`);
  });
}

test('what has no NAR is a fault that names the place', () => {
  assert.deepEqual(narDigest(files, join(scratch, 'nothing')), {
    cause: 'missing',
    problem: `${join(scratch, 'nothing')}: does not exist`,
  });
  assert.ok(!isNarDigest(narDigest(files, '/dev/null')));
  const deep = tree((path) => mkdirSync(join(path, 'd/'.repeat(300)), { recursive: true }));
  const result = narDigest(files, deep);
  assert.ok(!isNarDigest(result) && result.cause === 'limit');
});

test('differential: a tree with every awkward thing', { skip: skipWithoutNix }, () => {
  const path = tree((root) => {
    mkdirSync(join(root, 'sub'), { recursive: true });
    for (const name of ['sub-y', 'sub.x', 'B', 'a', 'Ä', '~nix~case~hack~1', ' ']) {
      writeFileSync(join(root, name), name.repeat(3));
    }
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]), 'latin');
    writeFileSync(join(root, 'sub', 'large'), Buffer.alloc(700_001, 'x'));
    writeFileSync(join(root, 'sub', 'exact'), Buffer.alloc(256 * 1024, 'y'));
    symlinkSync('/nowhere', join(root, 'sub', 'absolute'));
    writeFileSync(join(root, 'group-executable'), 'x');
    chmodSync(join(root, 'group-executable'), 0o654);
  });
  assert.equal(sri(path), realNix(['nix', 'hash', 'path', path]).stdout.trim());
  const dump = realNix(['sh', '-c', 'nix-store --dump "$1" | sha256sum', 'sh', path]).stdout;
  assert.equal(Buffer.from(digest(path).sha256).toString('hex'), dump.split(' ')[0]);
});

test('differential: random trees', { skip: skipWithoutNix }, () => {
  const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
  const entry = fc.record({
    name,
    content: fc.uint8Array({ maxLength: 40 }),
    executable: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { maxLength: 6, selector: (item) => item.name }),
      (entries) => {
        const path = tree((root) => {
          mkdirSync(root);
          for (const { name, content, executable } of entries) {
            writeFileSync(join(root, name), content, { mode: executable ? 0o755 : 0o644 });
          }
        });
        assert.equal(sri(path), realNix(['nix', 'hash', 'path', path]).stdout.trim());
      },
    ),
    { numRuns: 15 },
  );
});
