import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SettingsFile } from '../../src/model/setting.ts';
import { nixDocuments } from '../../src/code/documents.ts';
import { parseFlakeNix } from '../../src/parse/flake-nix.ts';
import { parseNix } from '../../src/parse/nix/parse.ts';
import { moduleSettings } from '../../src/settings/module.ts';
import { flakeSettings } from '../../src/settings/nix-config.ts';

const nothing = { read: () => undefined, exists: () => false, paths: [] };

/** `container name operation: words`, each word followed by `@` and what stands at its span when that differs. */
function shown(file: SettingsFile, text: string): string[] {
  return file.blocks.flatMap(({ container, assignments }) =>
    assignments.map(({ name, operation, tokens }) => {
      const words = tokens.map((token) => {
        const there = text.slice(token.span.start, token.span.end);
        return there === token.text ? token.text : `${token.text}@${there}`;
      });
      return `${container} ${name} ${operation}: ${words.join(' ')}`;
    }),
  );
}

function module(text: string): string[] {
  return shown(moduleSettings(parseNix(text), text), text);
}

test('nixConfig: strings, lists, switches, numbers and paths', () => {
  const text = `{
    nixConfig = {
      extra-substituters = [ "https://a.org" "https://b.org#x" ];
      substituters = "https://c.org   https://d.org";
      sandbox = false;
      cores = 3;
      post-build-hook = ./hook.sh;
    };
    outputs = { self }: { };
  }`;
  assert.deepEqual(shown(flakeSettings(parseFlakeNix(text), text), text), [
    'nixConfig extra-substituters extra: https://a.org https://b.org#x',
    'nixConfig substituters set: https://c.org https://d.org',
    'nixConfig sandbox set: false',
    'nixConfig cores set: 3',
    'nixConfig post-build-hook set: ${./hook.sh}@./hook.sh',
  ]);
});

test('a file of Nix code is read for what it can hold', () => {
  const labels = (path: string, text: string): string[] =>
    nixDocuments({ path, text }, nothing).flatMap((document) =>
      document.kind === 'settings' ? document.model.blocks.map(({ label }) => label) : [],
    );
  const flake = '{ nixConfig.sandbox = false; outputs = { self }: { }; }';
  assert.deepEqual(labels('a/flake.nix', flake), ['nixConfig']);
  assert.deepEqual(labels('a/flakes.nix', flake), []);
  assert.deepEqual(labels('m.nix', '{ nix.settings.sandbox = false; }'), ['nix.settings']);
  assert.deepEqual(labels('m.nix', '{ x.NIX_CONFIG = "cores = 2"; }'), ['NIX_CONFIG']);
  assert.deepEqual(labels('m.nix', '{ services.x.settings.sandbox = false; }'), []);
  assert.deepEqual(labels('m.nix', '{ nix.settings = '), []);
});

describe('modules', () => {
  test('options by every way of writing them', () => {
    const text = `{ config, lib, pkgs, ... }: {
      nix.settings.sandbox = lib.mkForce false;
      nix.settings = { require-sigs = false; trusted-users = [ "root" "@wheel" ]; };
      nix = { useSandbox = "relaxed"; binaryCaches = [ "http://a.org" ]; };
      home-manager.users.a.nix.settings.cores = 2;
      services.nix.settingsFile = "x";
    }`;
    assert.deepEqual(module(text), [
      'nixos-option sandbox set: false',
      'nixos-option require-sigs set: false',
      'nixos-option trusted-users extra: root @wheel',
      'nixos-option sandbox set: relaxed',
      'nixos-option substituters extra: http://a.org',
      'nixos-option cores set: 2',
    ]);
  });
  test('what is not known is filled in later', () => {
    const text = `{ pkgs, secrets, ... }: {
      nix.settings.plugin-files = [ "\${pkgs.nix-plugins}/lib/x.so" ];
      nix.settings.access-tokens = "github.com=\${secrets.token}";
      nix.settings.trusted-users = secrets.users;
    }`;
    const [block] = moduleSettings(parseNix(text), text).blocks;
    const words = block?.assignments.flatMap(({ tokens }) => tokens) ?? [];
    assert.equal(words.length, 3);
    for (const word of words) assert.equal(word.dynamic, true, word.text);
  });
  test('extraOptions is nix.conf, with its lines where they stand', () => {
    const text = `{ cfg, ... }: {
      nix.extraOptions = ''
        sandbox = false # why

        access-tokens = github.com=\${cfg.token}
          extra-substituters = http://a.org
      '';
    }`;
    assert.deepEqual(module(text), [
      'nix-conf sandbox set: false',
      'nix-conf access-tokens set: github.com=${…}@github.com=${cf',
      'nix-conf extra-substituters extra: http://a.org',
    ]);
  });
  test('files called nix.conf and NIX_CONFIG hold nix.conf text, wherever they are made', () => {
    const text = `{ pkgs, ... }: {
      environment.etc."nix/nix.custom.conf".text = ''
        sandbox = false
      '';
      xdg.configFile."nix/nix.conf".text = "require-sigs = false";
      home.file.".config/nix/nix.conf".text = "cores = 2";
      environment.etc."other.conf".text = "sandbox = false";
      systemd.services.nix-daemon.environment.NIX_CONFIG = "filter-syscalls = false";
      devShell = pkgs.mkShell { NIX_CONFIG = "accept-flake-config = true"; };
      determinateNix.customSettings.sandbox = "relaxed";
    }`;
    assert.deepEqual(module(text), [
      'nixos-option sandbox set: relaxed',
      'nix-conf sandbox set: false',
      'nix-conf require-sigs set: false',
      'nix-conf cores set: 2',
      'NIX_CONFIG filter-syscalls set: false',
      'NIX_CONFIG accept-flake-config set: true',
    ]);
  });
  test('a test machine is disposable', () => {
    const text = `{ pkgs, ... }: pkgs.nixosTest {
      nodes.machine = { ... }: { nix.settings.require-sigs = false; };
    }`;
    const { blocks } = moduleSettings(parseNix(text), text);
    assert.deepEqual(
      blocks.map(({ environment }) => [environment.disposable, environment.systemWide]),
      [[true, true]],
    );
  });
  test('arguments of functions are no options', () => {
    assert.deepEqual(module('f { nix.settings.sandbox = false; }'), []);
  });
});
