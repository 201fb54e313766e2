import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isDerivation } from '../../src/model/derivation.ts';
import { readClosure } from '../../src/derivations/closure.ts';
import { createGraph } from '../../src/derivations/graph.ts';
import { envValue } from '../../src/parse/derivation/texts.ts';
import { nixVersions } from '../nix/real-nix.ts';
import { call, evaluated, everything, found, lock, missed } from './evaluated.ts';

for (const { version, wrapper, skip } of nixVersions) {
  test(`Nix ${version}: every output, whatever fails beside it`, { skip }, () => {
    const files = { 'flake.nix': everything.replace(/inputs\.far.*\n/, ''), 'flake.lock': lock };
    evaluated(wrapper, { files }, (evaluation, _, told) => {
      const system = process.arch === 'arm64' ? 'aarch64-linux' : 'x86_64-linux';
      assert.deepEqual(found(evaluation), [
        `apps.${system}.run → program`,
        `checks.${system}.unit → check`,
        'darwinConfigurations.mac → mac',
        `defaultApp.${system} → default-program`,
        `defaultPackage.${system} → default-package`,
        'deploy.nodes.web.profiles.system.path → deployed',
        `devShell.${system} → dev-shell`,
        `devShells.${system}.default → shell`,
        `formatter.${system} → formatter`,
        'homeConfigurations.me → home',
        `hydraJobs.tests.one.${system} → job`,
        'nixosConfigurations.web → web',
        `packages.${system}.good → good`,
        `packages.${system}.odd.\${name}" → odd`,
      ]);
      assert.deepEqual(missed(evaluation), [
        'nixosConfigurations.broken throws an error of its own',
        `packages.${system}.aborts fails to evaluate`,
        `packages.${system}.ifd needs a build during evaluation`,
        `packages.${system}.missing fails to evaluate`,
        `packages.${system}.throws throws an error of its own`,
      ]);
      assert.deepEqual(evaluation.notes.length, 1);
      assert.ok(told.some((line) => line.startsWith('listing the outputs of .')));
      const graph = createGraph(evaluation.roots);
      const kinds = [...readClosure(evaluation.store, graph)].map(({ kind }) => kind);
      assert.deepEqual(new Set(kinds), new Set(['derivation']));
      assert.equal(kinds.length, evaluation.roots.length);
    });
  });

  test(`Nix ${version}: a lock that lacks an input is refused, not written`, { skip }, () => {
    const files = { 'flake.nix': everything, 'flake.lock': lock };
    evaluated(wrapper, { files }, (evaluation, directory) => {
      assert.deepEqual(found(evaluation), []);
      assert.deepEqual(missed(evaluation), ['. has an input that is not locked']);
      assert.deepEqual(readdirSync(directory).toSorted(), ['flake.lock', 'flake.nix']);
    });
  });

  test(`Nix ${version}: a flake below, one attribute of it, and a plain file`, { skip }, () => {
    const flake = `{ outputs = _: { packages.x86_64-linux.a = (${call}) "a"; packages.aarch64-linux.a = (${call}) "a"; hosts."b.c" = (${call}) "b"; }; }`;
    const files = {
      'below/flake.nix': flake,
      'default.nix': `{ x ? 1 }: { one = (${call}) "one"; two = import ./two.nix; }`,
      'two.nix': `(${call}) "two"`,
    };
    const installables = [
      'below',
      './below/#a',
      'below#hosts."b.c"',
      'below#nothing',
      'default.nix',
      'default.nix#two',
      '#x',
      'below#a"',
    ];
    evaluated(wrapper, { files, installables }, (evaluation) => {
      const names = found(evaluation).map((line) => line.replace(/\.(x86_64|aarch64)-linux/, ''));
      assert.deepEqual(names, [
        'a → a',
        'default.nix → one',
        'default.nix → two',
        'default.nix#two → two',
        'hosts.b.c → b',
        'hosts.b.c → b',
        'packages.a → a',
      ]);
      assert.deepEqual(missed(evaluation), [
        'below#a" is no attribute path',
        'nothing fails to evaluate',
        'x has no flake.nix',
      ]);
    });
  });

  test(`Nix ${version}: a relative path input`, { skip }, () => {
    const files = {
      'flake.nix': `{ inputs.part.url = "path:./part"; outputs = { self, part }: { hosts.x = part.drv; }; }`,
      'part/flake.nix': `{ outputs = _: { drv = (${call}) "part"; }; }`,
    };
    evaluated(wrapper, { files }, (evaluation) => {
      // Relative path inputs came with 2.26; before, Nix cannot fetch them without a lock that it may write.
      const old = version === '2.8';
      assert.deepEqual(found(evaluation), old ? [] : ['hosts.x → part']);
      assert.equal(evaluation.notEvaluated.length, old ? 1 : 0);
    });
  });

  test(`Nix ${version}: code under review learns nothing of this machine`, { skip }, () => {
    const read = 'builtins.getEnv "NSL_TEST_TOKEN"';
    const drv = (value: string): string =>
      `derivation { name = "leak"; system = "x86_64-linux"; builder = "/bin/sh"; text = ${value}; }`;
    const files = {
      'flake.nix': `{ outputs = _: { probe.env = ${drv(read)}; probe.file = ${drv('builtins.readFile "/etc/passwd"')}; }; }`,
      'env.nix': drv(read),
      'file.nix': drv('builtins.readFile /etc/passwd'),
      'home.nix': drv('builtins.readFile (/. + builtins.getEnv "HOME" + "/config")'),
    };
    const installables = ['.', 'env.nix', 'file.nix', 'home.nix'];
    const environment = { NSL_TEST_TOKEN: 'value-of-the-token' };
    evaluated(wrapper, { files, installables, environment }, (evaluation) => {
      const texts = [...readClosure(evaluation.store, createGraph(evaluation.roots))].map(
        (document) => {
          assert.equal(document.kind, 'derivation');
          assert.ok(isDerivation(document.model.derivation));
          return envValue(document.model.derivation, 'text');
        },
      );
      assert.ok(evaluation.roots.length >= 2);
      assert.deepEqual(new Set(texts), new Set(['']));
      const why = evaluation.notEvaluated.map(({ why }) => why);
      assert.ok(why.includes('refers to the file system in pure evaluation'), why.join());
      assert.ok(why.includes('reads a path outside the repository'), why.join());
    });
  });

  test(`Nix ${version}: time and memory are limited`, { skip }, () => {
    const files = {
      'loop.nix':
        "let many = builtins.genList (n: n) 40000; in builtins.foldl' (a: _: builtins.foldl' (b: _: b) a many) 0 many",
      'grow.nix':
        "builtins.length (builtins.genList (n: builtins.genList (m: m) 1000000) 1000000) + builtins.foldl' (a: b: a + builtins.length b) 0 (builtins.genList (n: builtins.genList (m: n) 10000000) 1000)",
    };
    const slow = { processMilliseconds: 1500 };
    evaluated(wrapper, { files, installables: ['loop.nix'], limits: slow }, (evaluation) => {
      assert.deepEqual(missed(evaluation), ['loop.nix takes longer than allowed']);
    });
    const small = { memoryKibibytes: 900_000, processMilliseconds: 60_000 };
    evaluated(wrapper, { files, installables: ['grow.nix'], limits: small }, (evaluation) => {
      assert.equal(evaluation.roots.length, 0);
      assert.equal(evaluation.notEvaluated.length, 1);
      assert.notEqual(evaluation.notEvaluated[0]?.why, 'takes longer than allowed');
    });
  });
}

test('without Nix nothing is checked, and that is said', () => {
  evaluated(
    ['no-such-program'],
    { files: { 'flake.nix': '{ outputs = _: { }; }' } },
    (evaluation) => {
      assert.deepEqual(missed(evaluation), ['. cannot be evaluated: nix is not installed']);
    },
  );
});
