import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { scriptDocuments } from '../../src/ci/script-documents.ts';
import { workflowDocuments } from '../../src/ci/documents.ts';
import type { Document } from '../../src/model/document.ts';
import { lineIndex } from '../../src/model/span.ts';

/** Every assignment of a document as `line:column name = value (container)`, with the text its value stands on. */
function shown([settings]: readonly Document[]): string[] {
  assert.ok(settings?.kind === 'settings', settings?.kind);
  const { text } = settings;
  const lines = lineIndex(text);
  return settings.model.blocks.flatMap((block) =>
    block.assignments.map(({ canonical, tokens, span, implicit }) => {
      const first = tokens[0]?.span ?? span;
      const { line, column } = lines.position(first.start);
      if (implicit === undefined) {
        const written = text.slice(first.start, first.end);
        const stands = written === tokens[0]?.text || written.startsWith('--no-');
        assert.ok(tokens[0]?.dynamic === true || stands, `${written} at ${line}`);
      }
      const value = tokens.map((token) => token.text).join(' ');
      return `${line}:${column} ${canonical} = ${value} (${block.container})${implicit === undefined ? '' : ' implicit'}`;
    }),
  );
}

function workflow(text: string): readonly Document[] {
  return workflowDocuments({ path: '.github/workflows/ci.yml', text }, 'workflow');
}

/** The facts that hold for the first block of a workflow. */
function facts(text: string): string[] {
  const [settings] = workflow(text);
  assert.ok(settings?.kind === 'settings');
  const environment = settings.model.blocks[0]?.environment ?? {};
  return Object.entries(environment).flatMap(([name, value]) => (value === true ? [name] : []));
}

describe('workflowSettings', () => {
  it('finds a setting on its line in every container of a workflow', () => {
    const text = `on: push
env:
  NIX_CONFIG: "sandbox = false"
jobs:
  build:
    runs-on: ubuntu-24.04
    env:
      NIX_CONFIG: |
        # why
        require-sigs = false
    steps:
      - uses: cachix/install-nix-action@v31
        with:
          set_as_trusted_user: false
          extra_nix_config: |-
            substituters = https://cache.nixos.org \${{ vars.CACHE }} http://cache.example.org
            access-tokens = github.com=\${{ secrets.GITHUB_TOKEN }}
      - uses: DeterminateSystems/nix-installer-action@v20
        with:
          trust-runner-user: 'false'
          extra-conf: 'sandbox = relaxed'
      - uses: nixbuild/nix-quick-install-action@v34
        with:
          nix_conf: keep-going = true
      - uses: ./.github/actions/install
        with:
          extra_nix_config: sandbox = false
      - run: |
          sudo tee -a /etc/nix/nix.conf <<'E'
          require-sigs = false
          E
          echo "sandbox = false" | sudo tee -a /etc/nix/nix.conf
      - run: >-
          nix build
          --option sandbox
          false
      - env:
          NIX_CONFIG: sandbox = false
        run: nix build
`;
    assert.deepEqual(shown(workflow(text)), [
      '3:26 sandbox = false (NIX_CONFIG)',
      '10:24 require-sigs = false (NIX_CONFIG)',
      '16:28 substituters = https://cache.nixos.org ${{ vars.CACHE }} http://cache.example.org (workflow-input)',
      '17:29 access-tokens = github.com=${{ secrets.GITHUB_TOKEN }} (workflow-input)',
      '21:34 sandbox = relaxed (workflow-input)',
      '24:34 keep-going = true (workflow-input)',
      '22:15 accept-flake-config = true (workflow-input) implicit',
      '27:39 sandbox = false (workflow-input)',
      '30:26 require-sigs = false (workflow-input)',
      '32:27 sandbox = false (workflow-input)',
      '36:11 sandbox = false (shell-flag)',
      '38:33 sandbox = false (NIX_CONFIG)',
    ]);
  });

  it('knows which settings an installer adds, before or after those of the caller', () => {
    const step = (lines: string): string =>
      `on: push\njobs:\n  a:\n    runs-on: [self-hosted, x]\n    steps:\n      - uses: ${lines}\n`;
    const names = (lines: string): string[] =>
      shown(workflow(step(lines))).map((line) => line.replace(/^\S+ (\S+) .*\)/, '$1'));
    const conf = (input: string, text: string): string =>
      `\n        with:\n          ${input}: ${text}`;
    assert.deepEqual(
      names(`cachix/install-nix-action@v31${conf('extra_nix_config', 'cores = 1')}`),
      ['trusted-users implicit', 'cores'],
    );
    assert.deepEqual(names('nixbuild/nix-quick-install-action@v34'), [
      'accept-flake-config implicit',
    ]);
    assert.deepEqual(names('nixbuild/nix-quick-install-action@v20'), []);
    assert.deepEqual(
      names(`nixbuild/nix-quick-install-action@v34${conf('nix_version', '2.3.18')}`),
      [],
    );
    assert.deepEqual(
      names(`nixos/nix-installer-action@main${conf('trust-runner-user', 'false')}`),
      [],
    );
  });

  it('tells what is known of the job', () => {
    const job = (head: string, body: string): string =>
      `${head}\nenv: {NIX_CONFIG: cores = 1}\njobs:\n  a:\n${body}\n    steps: [{run: nix build}]\n`;
    const linux = '    runs-on: ubuntu-24.04';
    assert.deepEqual(facts(job('on: push', linux)), ['ci']);
    assert.deepEqual(facts(job('on: [push, pull_request]', linux)), ['ci', 'pullRequest']);
    assert.deepEqual(facts(job('on: {pull_request_target: }', linux)), [
      'ci',
      'privileged',
      'pullRequest',
    ]);
    assert.deepEqual(facts(job('on: push\npermissions: {contents: write}', linux)), [
      'ci',
      'privileged',
    ]);
    assert.deepEqual(facts(job('on: push\npermissions: {contents: read}', linux)), ['ci']);
    assert.deepEqual(facts(job('on: push', `${linux}\n    env: {T: "\${{ secrets.T }}"}`)), [
      'ci',
      'privileged',
    ]);
    assert.deepEqual(
      facts(job('on: push', `${linux}\n    env: {T: "\${{ secrets.GITHUB_TOKEN }}"}`)),
      ['ci'],
    );
    const macs =
      '    runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: [macos-15, macos-14]}}';
    assert.deepEqual(facts(job('on: push', macs)), ['ci', 'macosOnly']);
    assert.deepEqual(facts(job('on: push', macs.replace('macos-14', 'ubuntu-24.04'))), ['ci']);
    assert.deepEqual(facts(job('on: push', `${linux}\n    container: nixos/nix`)), [
      'ci',
      'container',
    ]);
  });
});

describe('scriptSettings', () => {
  const script = (
    flavour: 'shell' | 'justfile' | 'makefile' | 'dockerfile',
    text: string,
  ): string[] => shown(scriptDocuments({ path: 'x', text }, flavour));

  it('reads shell scripts', () => {
    assert.deepEqual(
      script('shell', '#!/bin/sh\nnix build \\\n  --no-require-sigs\n'),
      ['3:3 require-sigs = false (shell-flag)'].map((line) => line),
    );
  });

  it('reads justfiles and Makefiles', () => {
    assert.deepEqual(
      script(
        'justfile',
        'host := "x"\nbuild target="y":\n    @nix build .#{{ target }} --option sandbox false\n',
      ),
      ['3:48 sandbox = false (shell-flag)'],
    );
    assert.deepEqual(
      script(
        'makefile',
        'NIX = nix\nall: x\n\t@$(MAKE) y && nix build \\\n\t  --option sandbox false # $$x\n',
      ),
      ['4:21 sandbox = false (shell-flag)'],
    );
  });

  it('reads Dockerfiles', () => {
    const text = [
      'FROM nixos/nix:2.34.7',
      'ENV NIX_CONFIG="sandbox = false"',
      'RUN --mount=type=cache,target=/x \\',
      '  # a comment line',
      '  echo "sandbox = false" >> /etc/nix/nix.conf',
      'RUN <<E',
      'nix build --option sandbox false',
      'E',
      'RUN ["nix", "build", "--option", "sandbox", "false"]',
    ].join('\n');
    assert.deepEqual(script('dockerfile', text), [
      '2:27 sandbox = false (dockerfile)',
      '5:19 sandbox = false (dockerfile)',
      '7:28 sandbox = false (dockerfile)',
      '9:46 sandbox = false (dockerfile)',
    ]);
  });
});
