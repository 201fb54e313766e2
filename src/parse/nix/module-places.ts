import type { NixLambda } from '../../model/nix.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import { lastName } from './callee.ts';

const moduleArguments: ReadonlySet<string> = new Set(
  'config lib pkgs options modulesPath'.split(' '),
);

/** `{ config, lib, pkgs, ... }:` is how modules begin: they must take arguments they do not name. */
export function isModuleFunction(lambda: NixLambda): boolean {
  const { formals } = lambda;
  return formals?.ellipsis === true && formals.items.some((item) => moduleArguments.has(item.name));
}

/** Ends of paths where a module is expected even when it is a plain set. */
const moduleEnds: readonly (readonly string[])[] = [
  ['modules', '*'],
  ['imports', '*'],
  ['extraModules', '*'],
  ['sharedModules', '*'],
  ['nixosModules', ''],
  ['darwinModules', ''],
  ['homeModules', ''],
  ['homeManagerModules', ''],
  ['nodes', ''],
  ['home-manager', 'users', ''],
  ['containers', '', 'config'],
];

/** Whether a module is expected at a path; an empty name in the table stands for any. */
export function isModulePlace(path: readonly string[]): boolean {
  return moduleEnds.some((end) => {
    const start = path.length - end.length;
    return start >= 0 && end.every((name, index) => name === '' || name === path[start + index]);
  });
}

const configOnly: ReadonlySet<string> = new Set();
const aside: ReadonlySet<string> = new Set(
  'options _file key disabledModules freeformType meta class _class'.split(' '),
);

/** What of a module's attributes is configuration: all of them, or `config` when it is spelt out. */
export function moduleParts(attrs: ReadonlyMap<string, NixThunk>): {
  readonly config: NixThunk | undefined;
  readonly skip: ReadonlySet<string>;
} {
  const config = attrs.get('config');
  const spelt = config !== undefined || attrs.has('options');
  return { config, skip: spelt ? aside : configOnly };
}

const testFunctions: ReadonlySet<string> = new Set(
  'nixosTest runNixOSTest makeTest makeTestPython runTest runTestOn simpleTest handleTest'.split(
    ' ',
  ),
);

export function isTestCall(name: string | undefined): boolean {
  return testFunctions.has(lastName(name) ?? '');
}

/** A NixOS test as data: machines and a script that drives them. */
export function isTestSet(attrs: ReadonlyMap<string, unknown>): boolean {
  return attrs.has('testScript') && (attrs.has('nodes') || attrs.has('machine'));
}
