import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { confRules } from '../../src/rules/conf/index.ts';
import { settingsPage } from '../../src/settings/page.ts';
import { settingFacts, settingName, settingSections } from '../../src/settings/registry.ts';
import { askNix, installedNix } from './real-nix.ts';

test('docs/settings.md is what the data says', () => {
  const page = readFileSync(join('docs', 'settings.md'), 'utf8');
  assert.equal(page, settingsPage(settingSections));
});

/**
 * Settings with weight for security, with their aliases, as read from the sources of Nix 2.3 to 2.35, Lix and
 * Determinate Nix: a list of its own, so that a row cannot be lost together with its data.
 */
const weighty = `
  require-sigs trusted-public-keys binary-cache-public-keys substituters binary-caches
  trusted-substituters trusted-binary-caches trusted-users allowed-users secret-key-files
  substitute build-use-substitutes always-allow-substitutes fallback build-fallback
  builders-use-substitutes builders store sandbox build-use-chroot build-use-sandbox
  sandbox-fallback sandbox-paths build-chroot-dirs build-sandbox-paths allowed-impure-host-deps
  sandbox-build-dir build-dir sandbox-dev-shm-size filter-syscalls allow-new-privileges
  require-drop-supplementary-groups build-users-group auto-allocate-uids start-id id-count
  use-cgroups impersonate-linux-26 allow-symlinked-store ignored-acls pre-build-hook
  post-build-hook diff-hook run-diff-hook build-hook external-builders plugin-files
  hashed-mirrors impure-env netrc-file access-tokens ssl-cert-file user-agent-suffix http2 http3
  http-connections binary-caches-parallel-connections connect-timeout stalled-download-timeout
  filetransfer-retry-attempts download-attempts download-speed download-buffer-size tarball-ttl
  narinfo-cache-negative-ttl narinfo-cache-positive-ttl restrict-eval allowed-uris pure-eval
  allow-import-from-derivation trace-import-from-derivation warn-import-from-derivation
  allow-unsafe-native-code-during-evaluation nix-path eval-cache accept-flake-config
  flake-registry use-registries allow-dirty warn-dirty allow-dirty-locks
  trust-tarballs-from-git-forges commit-lock-file-summary commit-lockfile-summary lazy-locks
  lazy-trees nix-219-compat eval-cores build-provenance-tags use-xdg-base-directories
  experimental-features keep-failed keep-going max-jobs cores max-silent-time timeout
  build-poll-interval upgrade-nix-store-path-url repeat enforce-determinism
`;

test('every setting with weight for security has a row that says what it means', () => {
  const rows = readFileSync(join('docs', 'settings.md'), 'utf8')
    .split('\n')
    .map((line) => line.split(' | '))
    .filter((cells) => cells[0]?.startsWith('| `') === true);
  for (const name of weighty.trim().split(/\s+/)) {
    const row = rows.find((cells) => cells[0]?.includes(`\`${name}\``) === true);
    assert.ok(row !== undefined, `${name} has no row`);
    const [, fallback, , authority, meaning] = row;
    for (const cell of [fallback, authority, meaning]) assert.match(cell ?? '', /\S/, name);
  }
});

test('every setting real Nix shows is known, with its aliases', (context) => {
  const installed = installedNix();
  if (installed.length === 0) return context.skip('no Nix of a known version on PATH');
  for (const nix of installed) {
    const answer = askNix(nix, new Map([['nix.conf', '']]));
    assert.ok(answer.ok);
    const unknown = [...answer.values.keys()].filter((name) => !settingName(name).known);
    assert.deepEqual(unknown, [], `Nix 2.${nix.minor}`);
  }
  return undefined;
});

test('every rule the data names exists, and every rule but the one over all settings is named', () => {
  const named = new Set(settingFacts.flatMap((fact) => fact.rules ?? []));
  const ids = confRules.map((rule) => rule.id);
  assert.deepEqual([...named].sort(), ids.filter((id) => id !== 'conf-ineffective-setting').sort());
});

test('no name or alias stands twice', () => {
  const aliases = settingFacts.flatMap((fact) => fact.aliases ?? []);
  const names = settingFacts.map((fact) => fact.name).concat(aliases);
  assert.equal(new Set(names).size, names.length);
});
