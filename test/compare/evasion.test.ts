import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { nodeHost } from '../../src/host.ts';
import type { Report } from '../../src/model/report.ts';
import { defaultOptions, type Options } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { scratch, type Scratch } from '../checkout.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { commitId, githubNode, lockOf, lockText, narHash } from '../locks.ts';

/** Inputs of the repository under attack, by name. */
const inputs = new Map([
  ['nixpkgs', 'NixOS/nixpkgs'],
  ['utils', 'numtide/flake-utils'],
  ['parts', 'hercules-ci/flake-parts'],
  ['systems', 'nix-systems/default'],
]);
type Inputs = ReadonlyMap<string, string>;

const flakeOf = (declared: Inputs): string =>
  [
    '{',
    ...[...declared].map(([name, source]) => `  inputs.${name}.url = "github:${source}";`),
    '  outputs = _: { };\n}\n',
  ].join('\n');
const locked = (
  declared: Inputs,
  evil: string,
  changes: Readonly<Record<string, unknown>>,
): string =>
  lockOf(
    Object.fromEntries(
      [...declared].map(([name, source]) => [
        name,
        githubNode(source, name === evil ? changes : {}),
      ]),
    ),
  );
const swapped = { narHash: narHash('evil') };
const flake = flakeOf(inputs);
const genuine = locked(inputs, '', {});

let here: Scratch;
beforeEach(() => {
  here = scratch();
  here.git('init', '--quiet');
  here.write({ 'flake.lock': genuine, 'flake.nix': flake });
  here.commit('base');
  here.git('branch', 'base');
});
afterEach(() => here.remove());

/** What the change gets, as a pull request against the branch `base`. */
async function judge(options: Partial<Options> = {}): Promise<Report> {
  here.commit('change');
  const host = nodeHost(here.path, process.env, FIXTURE_NOW);
  const outcome = await run({ ...defaultOptions, base: 'base', ...options }, host);
  assert.ok(outcome.ok);
  return outcome.report;
}

const refused = ({ findings }: Report): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, reason, path, subject }) => `${rule}/${reason} ${path} ${subject}`);

function moveFlake(to: string, lock: string, text = flake): void {
  for (const file of ['flake.lock', 'flake.nix']) rmSync(join(here.path, file));
  here.write({ [`${to}/flake.lock`]: lock, [`${to}/flake.nix`]: text });
}

describe('content swapped under a known revision', () => {
  test('behind an input that is called otherwise now', async () => {
    const renamed = new Map([...inputs].map(([name, source]) => [`my-${name}`, source]));
    here.write({
      'flake.lock': locked(renamed, 'my-nixpkgs', swapped),
      'flake.nix': flakeOf(renamed),
    });
    assert.deepEqual(refused(await judge()), [
      'diff-content-tampered/known-rev flake.lock my-nixpkgs',
    ]);
  });
  test('in a flake that moves, with most of its inputs called otherwise', async () => {
    const renamed = new Map([...inputs].map(([name, source]) => [`my-${name}`, source]));
    moveFlake('nix', locked(renamed, 'my-nixpkgs', swapped), flakeOf(renamed));
    assert.deepEqual(refused(await judge()), [
      'diff-content-tampered/known-rev nix/flake.lock my-nixpkgs',
    ]);
  });
  test('in a second flake with a lock of its own', async () => {
    const lock = locked(inputs, 'nixpkgs', swapped);
    here.write({ 'second/flake.lock': lock, 'second/flake.nix': flake });
    assert.deepEqual(refused(await judge()), [
      'diff-content-tampered/known-rev second/flake.lock nixpkgs',
    ]);
  });
  test('in an input of a new input', async () => {
    const nodes = {
      ...Object.fromEntries([...inputs].map(([name, source]) => [name, githubNode(source)])),
      helper: { ...githubNode('acme/helper'), inputs: { nixpkgs: 'nixpkgs_2' } },
      nixpkgs_2: githubNode('NixOS/nixpkgs', swapped),
    };
    const names = [...inputs.keys(), 'helper'].map((name) => [name, name]);
    here.write({
      'flake.lock': lockText({ ...nodes, root: { inputs: Object.fromEntries(names) } }),
      'flake.nix': flakeOf(new Map([...inputs, ['helper', 'acme/helper']])),
    });
    const rules = refused(await judge());
    assert.ok(
      rules.includes('diff-content-tampered/known-rev flake.lock helper/nixpkgs'),
      rules.join(),
    );
  });
  test('where an input stops to follow another', async () => {
    const nodes = (own: boolean) => ({
      nixpkgs: githubNode('NixOS/nixpkgs'),
      utils: {
        ...githubNode('numtide/flake-utils'),
        inputs: { nixpkgs: own ? 'other' : ['nixpkgs'] },
      },
      ...(own && { other: githubNode('NixOS/nixpkgs', swapped) }),
      root: { inputs: { nixpkgs: 'nixpkgs', utils: 'utils' } },
    });
    here.write({ 'flake.lock': lockText(nodes(false)) });
    here.commit('follows');
    here.git('branch', '--force', 'base');
    here.write({ 'flake.lock': lockText(nodes(true)) });
    const rules = refused(await judge());
    assert.ok(
      rules.includes('diff-content-tampered/known-rev flake.lock utils/nixpkgs'),
      rules.join(),
    );
  });
  test('but another checkout of the same revision is another tree', async () => {
    const declared = new Map([...inputs, ['more', 'NixOS/nixpkgs']]);
    const lock = locked(declared, 'more', { ...swapped, submodules: true });
    here.write({ 'flake.lock': lock, 'flake.nix': flakeOf(declared) });
    const rules = refused(await judge());
    assert.ok(!rules.some((rule) => rule.startsWith('diff-content-tampered')), rules.join());
  });
});

describe('a lock that moves', () => {
  test('cannot hide behind a decoy that is more like the old one', async () => {
    const lock = locked(inputs, 'nixpkgs', { rev: commitId('x'), narHash: undefined });
    moveFlake('nix', lock);
    here.write({ 'a-decoy/flake.lock': genuine, 'a-decoy/flake.nix': flake });
    const rules = refused(await judge());
    assert.ok(
      rules.includes('diff-verification-weakened/nar-hash nix/flake.lock nixpkgs'),
      rules.join(),
    );
  });
  test('through a folder that becomes a link is compared where it lies now', async () => {
    moveFlake('sub', genuine);
    here.commit('below');
    here.git('branch', '--force', 'base');
    rmSync(join(here.path, 'sub'), { recursive: true });
    here.write({ 'evil/flake.lock': locked(inputs, 'nixpkgs', swapped), 'evil/flake.nix': flake });
    symlinkSync('evil', join(here.path, 'sub'));
    const rules = refused(await judge());
    assert.ok(
      rules.includes('diff-content-tampered/same-rev evil/flake.lock nixpkgs'),
      rules.join(),
    );
  });
  test('behind a link to a file of another name is compared all the same', async () => {
    rmSync(join(here.path, 'flake.lock'));
    here.write({ 'locks/main.json': genuine });
    symlinkSync('locks/main.json', join(here.path, 'flake.lock'));
    here.commit('linked');
    here.git('branch', '--force', 'base');
    here.write({ 'locks/main.json': locked(inputs, 'nixpkgs', swapped) });
    const rules = refused(await judge());
    assert.equal(rules.length, 1, rules.join());
    assert.match(rules[0] ?? '', /^diff-content-tampered\/same-rev .* nixpkgs$/);
  });
  test('behind such a link leaves an audit incomplete', async () => {
    rmSync(join(here.path, 'flake.lock'));
    here.write({ 'locks/main.json': genuine });
    symlinkSync('locks/main.json', join(here.path, 'flake.lock'));
    const start = here.commit('linked');
    here.write({ 'locks/main.json': locked(inputs, 'nixpkgs', swapped) });
    here.commit('swap');
    here.write({ 'locks/main.json': genuine });
    const since = { kind: 'revision', revision: start } as const;
    const report = await judge({ since, mode: 'audit' });
    assert.equal(report.conclusion.exitCode, 3);
    assert.match(
      report.notChecked.map(({ why }) => why).join(),
      /link to .* \(locks\/main\.json\)/,
    );
  });
  test('into a submodule is refused: nobody sees what it pins there', async () => {
    moveFlake('sub', genuine);
    here.commit('below');
    here.git('branch', '--force', 'base');
    rmSync(join(here.path, 'sub'), { recursive: true });
    here.git('add', '--all');
    const id = commitId('elsewhere');
    here.git('update-index', '--add', '--cacheinfo', `160000,${id},sub`);
    here.git('commit', '--quiet', '--message', 'submodule');
    mkdirSync(join(here.path, 'sub'));
    const host = nodeHost(here.path, process.env, FIXTURE_NOW);
    const outcome = await run({ ...defaultOptions, base: 'base' }, host);
    assert.ok(outcome.ok);
    assert.deepEqual(refused(outcome.report), [
      'diff-unlocked-or-reformatted/unlocked sub/flake.lock .',
    ]);
  });
  test('by the case of its letters alone is gone for Nix', async () => {
    renameSync(join(here.path, 'flake.lock'), join(here.path, 'Flake.lock'));
    const rules = refused(await judge());
    assert.ok(rules.includes('diff-unlocked-or-reformatted/unlocked flake.lock .'), rules.join());
  });
  test('into a folder whose name is no UTF-8 does not pass', async () => {
    const { exitCode } = await odd();
    assert.notEqual(exitCode, 0);
  });
});

/** Moves the flake below a name of bytes that no string holds. */
async function odd(): Promise<Report['conclusion']> {
  const [lock, text] = ['flake.lock', 'flake.nix'].map((name) =>
    here.git('hash-object', '-w', name),
  );
  for (const file of ['flake.lock', 'flake.nix']) rmSync(join(here.path, file));
  here.git('add', '--all');
  const name = Buffer.from([0x64, 0xff]);
  for (const [id, file] of [
    [lock, '/flake.lock'],
    [text, '/flake.nix'],
  ]) {
    const entry = Buffer.concat([Buffer.from(`100644 ${id}\t`), name, Buffer.from(`${file}\n`)]);
    here.gitWith(entry, 'update-index', '--index-info');
  }
  here.git('commit', '--quiet', '--message', 'odd');
  const host = nodeHost(here.path, process.env, FIXTURE_NOW);
  const outcome = await run({ ...defaultOptions, base: 'base' }, host);
  assert.ok(outcome.ok);
  return outcome.report.conclusion;
}

describe('a change that would silence itself', () => {
  const tampered = locked(inputs, 'nixpkgs', swapped);
  const own = 'diff-content-tampered/same-rev flake.lock nixpkgs';
  const silencers: readonly [string, Readonly<Record<string, string>>][] = [
    [
      'a policy that turns the rule off',
      { 'nix-secure-lint.yml': 'version: 1\nrules:\n  diff-content-tampered: off\n' },
    ],
    [
      'a policy at the place that is read first',
      { '.github/nix-secure-lint.yml': 'version: 1\nexclude: ["**"]\n' },
    ],
    [
      'a policy that excludes the lock',
      { 'nix-secure-lint.yml': 'version: 1\nexclude: [flake.lock]\n' },
    ],
    ['a policy that fails on nothing', { 'nix-secure-lint.yml': 'version: 1\nfail-on: never\n' }],
    ['a policy that is broken', { 'nix-secure-lint.yml': '{' }],
    [
      'attributes that hide the lock from review',
      { '.gitattributes': 'flake.lock -diff linguist-generated\n' },
    ],
    ['an ignored lock', { '.gitignore': 'flake.lock\n' }],
  ];
  for (const [name, files] of silencers) {
    test(name, async () => {
      here.write({ 'flake.lock': tampered, ...files });
      for (const newOnly of [false, true]) {
        const report = await judge({ newOnly });
        assert.ok(refused(report).includes(own), refused(report).join());
        assert.equal(report.conclusion.exitCode, 1);
      }
    });
  }
  test('a policy that becomes a link', async () => {
    here.write({ 'nix-secure-lint.yml': 'version: 1\n' });
    here.commit('policy');
    here.git('branch', '--force', 'base');
    rmSync(join(here.path, 'nix-secure-lint.yml'));
    here.write({ 'flake.lock': tampered, lax: 'version: 1\nfail-on: never\n' });
    symlinkSync('lax', join(here.path, 'nix-secure-lint.yml'));
    const report = await judge();
    assert.ok(refused(report).includes(own));
    assert.ok(report.findings.some(({ rule }) => rule === 'meta-policy-weakened'));
  });
  test('so many inputs that the comparison is cut', async () => {
    const many = new Map([
      ...inputs,
      ...Array.from({ length: 5_000 }, (_, at): [string, string] => [`a${at}`, `o${at}/r`]),
    ]);
    here.write({ 'flake.lock': locked(many, 'systems', swapped), 'flake.nix': flakeOf(many) });
    const report = await judge();
    assert.notEqual(report.conclusion.exitCode, 0);
    assert.ok(report.findings.some(({ rule }) => rule === 'meta-limit-reached'));
  });
});
