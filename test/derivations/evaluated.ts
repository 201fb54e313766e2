import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exec } from '../../src/host/exec.ts';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import { nodeScratch } from '../../src/host/scratch.ts';
import { walk } from '../../src/host/walk.ts';
import { evalLimits } from '../../src/derivations/eval/session.ts';
import type { EvalLimits } from '../../src/derivations/eval/session.ts';
import { evaluate } from '../../src/derivations/evaluate.ts';
import type { Evaluation } from '../../src/derivations/evaluate.ts';
import { derivationName } from '../../src/nix/store-path.ts';

type Setup = {
  readonly files: Readonly<Record<string, string>>;
  readonly installables?: readonly string[];
  readonly limits?: Partial<EvalLimits>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The words that run nix-eval-jobs; as if it were not installed by default. */
  readonly jobs?: readonly string[];
};

/** Evaluates a repository made of the files and hands the result to `check` while its store exists. */
export function evaluated(
  nix: readonly string[],
  { files, installables = [], limits, environment, jobs = ['no-such-program'] }: Setup,
  check: (evaluation: Evaluation, directory: string, told: readonly string[]) => void,
): void {
  const directory = mkdtempSync(join(tmpdir(), 'repository-'));
  const scratch = nodeScratch();
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const before = walk(directory);
    const told: string[] = [];
    const evaluation = evaluate(
      {
        exec,
        scratch,
        environment: { ...process.env, ...environment },
        clock: () => performance.now(),
        nix: [...nix, 'nix'],
        jobs,
      },
      {
        directory,
        entries: walk(directory),
        installables,
        files: nodeFileTree(),
        progress: (line) => told.push(line),
        limits: { ...evalLimits, ...limits },
      },
    );
    check(evaluation, directory, told);
    assert.deepEqual(walk(directory), before);
  } finally {
    scratch.remove();
    rmSync(directory, { recursive: true, force: true });
  }
  assert.ok(!existsSync(scratch.directory));
}

/** Output → name of the derivation it leads to. */
export function found({ roots }: Evaluation): string[] {
  return roots
    .map(({ output, drvPath }) => `${output.join('.')} → ${derivationName(drvPath)}`)
    .toSorted();
}

/** What was not evaluated, and why. */
export function missed({ notEvaluated }: Evaluation): string[] {
  return notEvaluated.map(({ subject, why }) => `${subject} ${why}`).toSorted();
}

/** Nix function from a name to a derivation. */
export const call = `name: derivation { inherit name; system = "x86_64-linux"; builder = "/bin/sh"; args = [ "-c" "echo > $out" ]; }`;

/** A flake with outputs of every shape, some of which fail in every way. */
export const everything = `{
  nixConfig.extra-substituters = "https://cache.example";
  inputs.far.url = "github:example/unlocked";
  outputs = { self, ... }: let
    call = ${call};
    system = "${process.arch === 'arm64' ? 'aarch64-linux' : 'x86_64-linux'}";
    app = name: { type = "app"; program = "\${call name}/bin/x"; };
    host = name: { config.system.build.toplevel = call name; pkgs = throw "never entered"; extendModules = x: x; };
  in {
    packages.\${system} = {
      good = call "good";
      "odd.\${"$"}{name}\\"" = call "odd";
      throws = throw "hunter2";
      aborts = abort "hunter2";
      ifd = import (call "ifd");
      wrong = "text";
      missing = self.nothing;
    };
    packages.other-system.x = abort "other systems are not evaluated";
    checks.\${system}.unit = call "check";
    devShells.\${system}.default = call "shell";
    formatter.\${system} = call "formatter";
    apps.\${system}.run = app "program";
    defaultPackage.\${system} = call "default-package";
    devShell.\${system} = call "dev-shell";
    defaultApp.\${system} = app "default-program";
    nixosConfigurations = { web = host "web"; broken = host (throw "no"); };
    darwinConfigurations.mac = host "mac";
    homeConfigurations.me.activationPackage = call "home";
    hydraJobs.tests.one.\${system} = call "job";
    deploy.nodes.web.profiles.system = { path = call "deployed"; user = "root"; };
    colmena.pkgs = throw "never entered";
    legacyPackages.\${system}.big = abort "left out";
    lib.f = x: x;
    overlays.default = final: prev: { };
    nixosModules.default = { };
    strange = 7;
  };
}`;
export const lock = JSON.stringify({
  nodes: { root: {} },
  root: 'root',
  version: 7,
});
