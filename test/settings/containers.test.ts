import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultOptions } from '../../src/options.ts';
import { githubReport } from '../../src/report/github-command.ts';
import { run } from '../../src/run.ts';
import { textHost } from '../fixture-host.ts';

/** A setting and what says so in each syntax. */
type Bad = { readonly name: string; readonly value: string; readonly nix: string };
type Files = Readonly<Record<string, string>>;
type Container = (bad: Bad) => Files;

/** The three findings that the linter is for. */
const cards: readonly (readonly [rule: string, bad: Bad])[] = [
  ['conf-require-sigs-disabled', { name: 'require-sigs', value: 'false', nix: 'false' }],
  ['conf-sandbox-disabled', { name: 'sandbox', value: 'false', nix: 'false' }],
  [
    'conf-substituter-insecure',
    {
      name: 'extra-substituters',
      value: 'http://cache.example.org',
      nix: '[ "http://cache.example.org" ]',
    },
  ],
];

/** What is harmless though it looks alike. */
const nearMisses: readonly Bad[] = [
  { name: 'require-sigs', value: 'true', nix: 'true' },
  { name: 'sandbox', value: 'true', nix: 'true' },
  { name: 'extra-substituters', value: 'http://127.0.0.1:37515', nix: '[ "http://[::1]:8080" ]' },
  { name: 'extra-substituters', value: 'http://localhost', nix: '[ "http://localhost:5000" ]' },
];

const line = ({ name, value }: Bad): string => `${name} = ${value}`;
const flag = ({ name, value }: Bad): string => `nix build --option ${name} ${value}`;

/** A workflow whose one job has the steps; every line that must be annotated ends in the mark. */
const steps = (text: string, top = ''): Files => ({
  '.github/workflows/ci.yml': `on: push\n${top}jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`,
});
const nix = (text: string): Files => ({ 'host.nix': `{ config, lib, ... }:\n${text}\n` });
const mark = '#@';

const containers: Readonly<Record<string, Container>> = {
  'nix.conf': (bad) => ({ 'nix.conf': `# settings\n${line(bad)} ${mark}\n` }),
  'nix.custom.conf': (bad) => ({ 'etc/nix.custom.conf': `\n${line(bad)} ${mark}\n` }),
  'included file': (bad) => ({ 'nix.conf': 'include more\n', more: `\n${line(bad)} ${mark}\n` }),
  'file named by policy': (bad) => ({
    'nix-secure-lint.yml': 'version: 1\nfiles: {settings: [more]}\n',
    more: `\n\n${line(bad)} ${mark}\n`,
  }),
  'env of a workflow': (bad) =>
    steps('      - run: nix build\n', `env:\n  NIX_CONFIG: ${line(bad)} ${mark}\n`),
  'env of a job': (bad) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    env:\n      NIX_CONFIG: |\n        cores = 2\n        ${line(bad)} ${mark}\n    steps: []\n`,
  }),
  'env of a step': (bad) =>
    steps(`      - run: nix build\n        env:\n          NIX_CONFIG: "${line(bad)}" ${mark}\n`),
  'composite action': (bad) => ({
    'action.yml': `runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: |\n        ${flag(bad)} ${mark}\n`,
  }),
  'env of a composite action': (bad) => ({
    'a/action.yaml': `runs:\n  using: composite\n  steps:\n    - run: nix build\n      shell: bash\n      env:\n        NIX_CONFIG: ${line(bad)} ${mark}\n`,
  }),
  'reusable workflow': (bad) => ({
    '.github/workflows/called.yml': `on:\n  workflow_call:\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${flag(bad)} ${mark}\n`,
  }),
  ...Object.fromEntries(
    [
      ['cachix/install-nix-action@v31', 'extra_nix_config'],
      ['DeterminateSystems/nix-installer-action@v20', 'extra-conf'],
      ['nixbuild/nix-quick-install-action@v34', 'nix_conf'],
    ].map(([uses, input]): [string, Container] => [
      `input of ${uses}`,
      (bad) =>
        steps(
          `      - uses: ${uses}\n        with:\n          ${input}: |\n            cores = 2\n            ${line(bad)} ${mark}\n`,
        ),
    ]),
  ),
  heredoc: (bad) =>
    steps(
      `      - run: |\n          cat >> ~/.config/nix/nix.conf <<E\n          cores = 2\n          ${line(bad)} ${mark}\n          E\n`,
    ),
  echo: (bad) =>
    steps(
      `      - run: |\n          echo "${line(bad)}" | sudo tee -a /etc/nix/nix.conf ${mark}\n`,
    ),
  $GITHUB_ENV: (bad) =>
    steps(`      - run: |\n          echo "NIX_CONFIG=${line(bad)}" >> "$GITHUB_ENV" ${mark}\n`),
  'flag in a workflow': (bad) =>
    steps(
      `      - run: |\n          nix build \\\n            --option ${bad.name} ${bad.value} ${mark}\n`,
    ),
  'flag in a script': (bad) => ({ 'ci/build.sh': `#!/bin/sh\nset -e\n${flag(bad)} ${mark}\n` }),
  'NIX_CONFIG in a script': (bad) => ({
    'x.sh': `export A=1\nexport NIX_CONFIG='${line(bad)}' ${mark}\n`,
  }),
  justfile: (bad) => ({ justfile: `build:\n    ${flag(bad)} ${mark}\n` }),
  Makefile: (bad) => ({ Makefile: `build:\n\t@${flag(bad)} ${mark}\n` }),
  'RUN of a Dockerfile': (bad) => ({
    Dockerfile: `FROM nixos/nix:2.34.7\nRUN echo "${line(bad)}" >> /etc/nix/nix.conf ${mark}\n`,
  }),
  'ENV of a Dockerfile': (bad) => ({
    Dockerfile: `FROM nixos/nix:2.34.7\nENV A=1 \\\n  NIX_CONFIG="${line(bad)}" ${mark}\n`,
  }),
  nixConfig: (bad) => ({
    'flake.nix': `{\n  nixConfig = {\n    ${bad.name} = ${bad.nix}; ${mark}\n  };\n  outputs = { self }: { };\n}\n`,
  }),
  'nix.settings': (bad) =>
    nix(`{\n  nix.settings = {\n    ${bad.name} = ${bad.nix}; ${mark}\n  };\n}`),
  'nix.settings under mkIf and mkForce': (bad) =>
    nix(
      `{\n  config = lib.mkIf config.x {\n    nix.settings.${bad.name} =\n      lib.mkForce ${bad.nix}; ${mark}\n  };\n}`,
    ),
  'home-manager': (bad) =>
    nix(
      `{\n  home-manager.users.a = {\n    nix.settings.${bad.name} = ${bad.nix}; ${mark}\n  };\n}`,
    ),
  extraOptions: (bad) =>
    nix(`{\n  nix.extraOptions = ''\n    cores = 2\n    ${line(bad)} ${mark}\n  '';\n}`),
  'environment.etc': (bad) =>
    nix(`{\n  environment.etc."nix/nix.conf".text = ''\n    ${line(bad)} ${mark}\n  '';\n}`),
};

/** `file:line` of the annotations that name a rule, as GitHub gets them. */
async function annotated(files: Files, rule: string): Promise<readonly string[]> {
  const outcome = await run({ ...defaultOptions, profile: 'default' }, textHost(files));
  assert.ok(outcome.ok);
  return githubReport(outcome.report)
    .split('\n')
    .filter((text) => text.startsWith('::') && text.includes(rule))
    .map((text) => `${/\bfile=([^,]+)/.exec(text)?.[1]}:${/\bline=(\d+)/.exec(text)?.[1]}`);
}

/** The one line that has the mark. */
function markedLine(files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    const at = text.split('\n').findIndex((one) => one.includes(mark));
    if (at >= 0) return `${path}:${at + 1}`;
  }
  throw new Error('no line is marked');
}

for (const [rule, bad] of cards) {
  describe(`${rule} is annotated on its line in`, () => {
    for (const [name, container] of Object.entries(containers)) {
      test(name, async () => {
        const files = container(bad);
        assert.deepEqual(await annotated(files, rule), [markedLine(files)]);
      });
    }
  });
}

describe('near misses get no annotation in', () => {
  for (const [name, container] of Object.entries(containers)) {
    test(name, async () => {
      for (const bad of nearMisses) {
        for (const [rule] of cards) assert.deepEqual(await annotated(container(bad), rule), []);
      }
    });
  }
});

describe('circumstances decide how loud', () => {
  const levelOf = async (files: Files, rule: string): Promise<readonly string[]> => {
    const outcome = await run(defaultOptions, textHost(files));
    assert.ok(outcome.ok);
    return outcome.report.findings.flatMap((one) => (one.rule === rule ? [one.severity] : []));
  };
  const off = containers['flag in a workflow'];
  assert.ok(off);
  const files = off({ name: 'sandbox', value: 'false', nix: 'false' });
  const text = files['.github/workflows/ci.yml'] ?? '';
  for (const [runner, level] of [
    ['macos-15', 'notice'],
    ['ubuntu-24.04', 'error'],
    ['self-hosted', 'error'],
  ] as const) {
    test(`a sandbox that is off on ${runner}`, async () => {
      const there = { '.github/workflows/ci.yml': text.replace('ubuntu-24.04', runner) };
      assert.deepEqual(await levelOf(there, 'conf-sandbox-disabled'), [level]);
    });
  }
  for (const [host, level] of [
    ['10.0.0.7', 'warning'],
    ['192.168.1.2:5000', 'warning'],
    ['cache.lan', 'warning'],
    ['cache', 'warning'],
    ['cache.svc.cluster.local', 'warning'],
    ['cache.example.org', 'error'],
    ['127.0.0.1.example.org', 'error'],
    ['localhost.example.org', 'error'],
  ] as const) {
    test(`a cache at http://${host}`, async () => {
      const conf = { 'nix.conf': `extra-substituters = http://${host}\n` };
      assert.deepEqual(await levelOf(conf, 'conf-substituter-insecure'), [level]);
    });
  }
});
