import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import type { Document } from '../../src/model/document.ts';
import { sourceLabel } from '../../src/model/store-derivation.ts';
import { closureLimits, readClosure, readEveryDerivation } from '../../src/derivations/closure.ts';
import { createGraph } from '../../src/derivations/graph.ts';
import type { DerivationGraph } from '../../src/derivations/graph.ts';
import { handMadeStore } from './store-fixture.ts';
import type { HandMadeStore } from './store-fixture.ts';
import { nixVersions } from '../nix/real-nix.ts';

function withStore(run: (made: HandMadeStore) => void): () => void {
  return () => {
    const made = handMadeStore();
    try {
      run(made);
    } finally {
      made.remove();
    }
  };
}

function rootAt(drvPath: string, ...output: string[]): DerivationGraph {
  return createGraph([{ output, drvPath }]);
}

/** Name of each derivation, problem of each unreadable one. */
function summary(documents: Iterable<Document>): string[] {
  return [...documents].map((document) => {
    if (document.kind === 'derivation') return document.model.name;
    assert.equal(document.kind, 'unreadable');
    return `${document.model.cause}: ${document.model.problem}`;
  });
}

test(
  'nearest first, each once, and the shortest way to each',
  withStore((made) => {
    const deep = made.derivation(1, 'deep');
    const middle = made.derivation(2, 'middle', { inputs: [deep] });
    const web = made.derivation(3, 'web', { inputs: [middle, deep] });
    const mail = made.derivation(4, 'mail', { inputs: [middle] });
    const graph = createGraph([
      { output: ['nixosConfigurations', 'mail'], drvPath: mail },
      { output: ['nixosConfigurations', 'web'], drvPath: web },
    ]);
    assert.deepEqual(summary(readClosure(made.store, graph)), ['mail', 'web', 'middle', 'deep']);
    assert.deepEqual(graph.wayTo(deep), [web, deep]);
    assert.deepEqual(graph.wayTo(middle), [mail, middle]);
    const outputs = (path: string): string[] =>
      graph.rootsOf(path).map(({ output }) => output.join('.'));
    assert.deepEqual(outputs(middle), ['nixosConfigurations.mail', 'nixosConfigurations.web']);
    assert.deepEqual(outputs(web), ['nixosConfigurations.web']);
    assert.deepEqual(outputs('/nix/store/unknown'), []);
  }),
);

test(
  'cycles end',
  withStore((made) => {
    const other = made.path(2, 'b.drv');
    const root = made.derivation(1, 'a', { inputs: [other] });
    made.derivation(2, 'b', { inputs: [root, other] });
    const graph = rootAt(root, 'packages');
    assert.deepEqual(summary(readClosure(made.store, graph)), ['a', 'b']);
    assert.deepEqual(graph.wayTo(other), [root, other]);
    assert.equal(graph.rootsOf(other).length, 1);
  }),
);

test(
  'what is no regular derivation of the store is not checked, and never opened',
  withStore((made) => {
    const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), made.base(9, 'x.drv'));
    writeFileSync(outside, 'Derive([],[],[],"s","b",[],[("SECRET","x")])');
    const at = (number: number): string => join(made.directory, made.base(number, 'x.drv'));
    symlinkSync(outside, at(1));
    mkdirSync(at(2));
    execFileSync('mkfifo', [at(3)]);
    writeFileSync(at(4), 'Derive([("out"');
    const inputs = [
      ...[1, 2, 3, 4, 5].map((number) => made.path(number, 'x.drv')),
      outside,
      `/nix/store/../../etc/${made.base(6, 'x.drv')}`,
      '/nix/store/not-a-store-path.drv',
      made.path(7, 'no-derivation'),
      '',
    ];
    const root = made.derivation(8, 'root', { inputs });
    const found = summary(readClosure(made.store, rootAt(root))).toSorted();
    assert.deepEqual(found, [
      'parse: a symbolic link, which is not followed',
      'parse: does not exist',
      'parse: names no derivation of the store',
      'parse: names no derivation of the store',
      'parse: names no derivation of the store',
      'parse: names no derivation of the store',
      'parse: names no derivation of the store',
      'parse: not a regular file',
      'parse: not a regular file',
      'parse: the end of the file, expected `,`',
      'root',
    ]);
    rmSync(outside);
  }),
);

test(
  'limits end the walk and say so',
  withStore((made) => {
    let path = made.derivation(0, 'd0');
    for (let number = 1; number < 8; number++) {
      path = made.derivation(number, `d${number}`, { inputs: [path] });
    }
    const end = (limits: Partial<typeof closureLimits>): string | undefined =>
      summary(readClosure(made.store, rootAt(path), { ...closureLimits, ...limits })).at(-1);
    assert.equal(end({}), 'd0');
    assert.equal(end({ depth: 3 }), 'limit: deeper than 3 derivations');
    assert.equal(end({ derivations: 3 }), 'limit: more than 3 derivations');
    assert.equal(end({ totalBytes: 200 }), 'limit: more than 200 bytes of derivations and sources');
    assert.equal(end({ fileBytes: 20 }), 'limit: larger than 20 bytes');
    const every = readEveryDerivation(made.store, { ...closureLimits, derivations: 3 });
    assert.deepEqual(summary(every), ['d0', 'd1', 'd2', 'limit: more than 3 derivations']);
  }),
);

test(
  'sources: texts and trees, each once, links left alone',
  withStore((made) => {
    const text = made.path(1, 'config');
    const tree = made.path(2, 'src');
    const link = made.path(3, 'link');
    writeFileSync(join(made.directory, made.base(1, 'config')), 'a=1');
    const top = join(made.directory, made.base(2, 'src'));
    mkdirSync(join(top, 'b', 'c'), { recursive: true });
    writeFileSync(join(top, 'b', 'c', 'deep'), '');
    writeFileSync(join(top, 'a'), 'text');
    writeFileSync(join(top, 'binary'), Buffer.from([1, 0, 2]));
    writeFileSync(join(top, 'large'), Buffer.alloc(1024 * 1024 + 1, 'x'));
    symlinkSync('/etc/hostname', join(top, 'passwd'));
    symlinkSync('/etc/hostname', join(made.directory, made.base(3, 'link')));
    made.derivation(4, 'one', { inputSrcs: [text, tree, link] });
    made.derivation(5, 'two', { inputSrcs: [text, '/etc/hostname', made.path(6, 'gone')] });
    const documents = [...readEveryDerivation(made.store)];
    const sources = documents.flatMap((document) =>
      document.kind === 'derivation' ? document.model.sources : [],
    );
    assert.deepEqual(
      sources.map((source) => [sourceLabel(source), source.whole, source.text.length]),
      [
        ['config', true, 3],
        ['src/a', true, 4],
        ['src/binary', false, 3],
        ['src/large', false, 4096],
        ['src/b/c/deep', true, 0],
      ],
    );
    const faults = documents.filter(({ kind }) => kind === 'unreadable');
    assert.deepEqual(summary(faults), [
      'parse: names no object of the store',
      'parse: is not in the store',
    ]);
  }),
);

const expression = `
let
  call = name: attrs: derivation ({ inherit name; system = "x86_64-linux"; builder = "/bin/sh"; } // attrs);
  base = call "base" { text = builtins.toFile "base.txt" "base"; };
  tool = call "tool" { inherit base; };
in call "top" { inputs = [ tool base ]; src = ./src; }`;

for (const { version, skip, run } of nixVersions) {
  test(`differential: the closure Nix ${version} reports`, { skip }, () => {
    const root = mkdtempSync(join(tmpdir(), 'closure-'));
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'src', 'file'), 'x');
    writeFileSync(join(root, 'top.nix'), expression);
    const store = join(root, 'root');
    const made = run(['nix-instantiate', '--store', store, join(root, 'top.nix')], { cwd: root });
    const drvPath = made.stdout.trim();
    assert.match(drvPath, /-top\.drv$/, made.stderr);
    const asked = run(['nix-store', '--store', store, '-qR', drvPath], { cwd: root });
    const directory = join(store, 'nix', 'store');
    const documents = [
      ...readClosure(
        { files: nodeFileTree(), directory, names: ['/nix/store'] },
        rootAt(drvPath, 'packages', 'top'),
      ),
    ];
    const drvs = documents.map(({ path }) => path);
    const sources = documents.flatMap((document) =>
      document.kind === 'derivation'
        ? document.model.sources.map(({ storePath }) => storePath)
        : [],
    );
    assert.deepEqual([...drvs, ...sources].toSorted(), asked.stdout.trim().split('\n').toSorted());
    assert.deepEqual(summary(documents).toSorted(), ['base', 'tool', 'top']);
    rmSync(root, { recursive: true, force: true });
  });
}
