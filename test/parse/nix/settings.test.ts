import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NixSetting } from '../../../src/model/nix-settings.ts';
import type { NixValue } from '../../../src/model/nix-value.ts';
import { nixEvaluator } from '../../../src/parse/nix/evaluate.ts';
import { parseNix } from '../../../src/parse/nix/parse.ts';
import { nixSettings } from '../../../src/parse/nix/settings.ts';

function shownValue(value: NixValue): string {
  if (value.kind === 'string' || value.kind === 'path') return JSON.stringify(value.value);
  if (value.kind === 'integer' || value.kind === 'boolean') return String(value.value);
  return value.kind === 'either' ? value.options.map(shownValue).join('|') : value.kind;
}

function shownFrames(setting: NixSetting): string {
  return setting.frames
    .map((frame) => {
      if (frame.kind === 'file') return '';
      const at = frame.path.join('.');
      return frame.kind === 'module' ? `${at}>` : `${at}:${frame.name ?? '?'}#${frame.argument}>`;
    })
    .join('');
}

function shown(text: string): string[] {
  const { root, errors } = parseNix(text);
  assert.deepEqual(errors, []);
  const { settings, complete } = nixSettings(root);
  assert.ok(complete);
  return settings.map(
    (setting) =>
      `${shownFrames(setting)}${setting.path.join('.')} = ${shownValue(setting.value)}${setting.inTest ? ' (test)' : ''}`,
  );
}

describe('option paths of a file', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['{ config, lib, ... }: { a.b = 1; a = { c = "x"; }; }', ['a.b = 1', 'a.c = "x"']],
    [
      '{ lib, ... }: { options.a = mkOption { }; config.b = 1; imports = [ { c = 2; } ./x.nix ]; }',
      ['b = 1', 'imports = list', 'imports.*>c = 2'],
    ],
    [
      '{ a = lib.mkIf c (lib.mkMerge [ { b = 1; } (mkForce { d = 2; }) ]); }',
      ['a.b = 1', 'a.d = 2'],
    ],
    ['{ a = { b = 1; } |> (lib.mkIf c); d = mkForce <| 2; }', ['a.b = 1', 'd = 2']],
    ['{ config = mkMerge ([ { a = 1; } ] ++ optional x { b = 2; }); }', ['a = 1', 'b = 2']],
    [
      'let cfg = { x = 1; }; in { a = cfg; b = cfg.x; inherit (cfg) x; }',
      ['a.x = 1', 'b = 1', 'x = 1'],
    ],
    [
      '{ a = if c then { b = 1; } else { d = 2; }; e = if c then "x" else "y"; }',
      ['a.b = 1', 'a.d = 2', 'e = "x"', 'e = "y"'],
    ],
    ['{ a = { b = 1; } // { d = 2; }; }', ['a.b = 1', 'a.d = 2']],
    ['{ users.users.${name}.password = "p"; }', ['users.users.*.password = "p"']],
    [
      '{ a = genAttrs xs (n: { p = "x"; }); b = mapAttrs (n: v: v) s; }',
      ['a.*.p = "x"', 'b.* = unknown'],
    ],
    ['{ l = [ { a = 1; } "x" { b = 2; } ]; }', ['l = list', 'l.*.a = 1', 'l.*.b = 2']],
    ['{ s = pkgs.mkShell { KEY = "v"; }; }', ['s = unknown', 's:pkgs.mkShell#0>KEY = "v"']],
    [
      'let w = pkgs.writeText; in { s.x = "${w "n" "text"}"; }',
      ['s.x = partial', 's.x:pkgs.writeText#0> = "n"', 's.x:pkgs.writeText#1> = "text"'],
    ],
    [
      '{ outputs = { self, nixpkgs }: { c.h = nixpkgs.lib.nixosSystem { modules = [ ({ pkgs, ... }: { a = 1; }) { b = 2; } ]; }; }; }',
      [
        'outputs.c.h = unknown',
        'outputs.c.h:nixpkgs.lib.nixosSystem#0>modules = list',
        'outputs.c.h:nixpkgs.lib.nixosSystem#0>modules.*>a = 1',
        'outputs.c.h:nixpkgs.lib.nixosSystem#0>modules.*>b = 2',
      ],
    ],
    [
      'pkgs.nixosTest { nodes.m = { a = 1; }; testScript = ""; }',
      [
        ' = unknown',
        ':pkgs.nixosTest#0>nodes.m>a = 1 (test)',
        ':pkgs.nixosTest#0>testScript = "" (test)',
      ],
    ],
    [
      '{ name = "t"; nodes.m = { config, ... }: { p = "x"; }; testScript = "y"; }',
      ['name = "t" (test)', 'nodes.m>p = "x" (test)', 'testScript = "y" (test)'],
    ],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(shown(text), expected));
  }
});

test('sets that contain each other are not unfolded without end', () => {
  const count = (text: string) => nixSettings(parseNix(text).root).settings.length;
  assert.ok(count('let a = { b = a; x = 1; }; in { c = a; }') < 20);
  const forks = Array.from(
    { length: 40 },
    (_, at) => `x${at + 1} = { a = { u = x${at}; }; b = x${at}; };`,
  );
  assert.ok(count(`let x0 = 1; ${forks.join(' ')} in x40`) < 1000);
});

test('an endless amount of work is left unfinished and says so', () => {
  const many = `{ a = [ ${'{} '.repeat(1000)} ]; }`;
  assert.equal(nixSettings(parseNix(many).root, nixEvaluator(), 500).complete, false);
});

test('a setting points at what was written there and at the literal behind it', () => {
  const text = 'let pw = "s3"; in { a = pw; }';
  const [setting] = nixSettings(parseNix(text).root).settings;
  assert.ok(setting);
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  assert.equal(cut(setting.expr.span), 'pw');
  assert.equal(cut(setting.value.expr.span), '"s3"');
});
