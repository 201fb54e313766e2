import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lineIndex } from '../../src/model/span.ts';
import { defaultOptions } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { textHost } from '../fixture-host.ts';

type Files = Readonly<Record<string, string>>;

/** `path:line` of everything that says that the sandbox is off. */
async function found(files: Files): Promise<readonly string[]> {
  const outcome = await run(defaultOptions, textHost(files));
  assert.ok(outcome.ok);
  const { findings, texts } = outcome.report;
  return findings
    .filter(({ rule }) => rule === 'conf-sandbox-disabled')
    .map(({ path, span }) => {
      const { line } = lineIndex(texts.get(path) ?? '').position(span.start);
      return `${path}:${line}`;
    });
}

/** The files, with the line that has the mark; the mark itself is taken out. */
function marked(files: Files): { readonly files: Files; readonly places: readonly string[] } {
  const places: string[] = [];
  const clean = Object.entries(files).map(([path, text]) => {
    for (const [index, line] of text.split('\n').entries()) {
      if (line.includes('@@')) places.push(`${path}:${index + 1}`);
    }
    return [path, text.replaceAll('@@', '')];
  });
  return { files: Object.fromEntries(clean), places };
}

/** What bash does with a script: the arguments every `nix` got, and its `NIX_CONFIG`. */
function ran(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'evasions-'));
  try {
    const stub = (name: string, text: string): void => {
      writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${text}\n`);
      chmodSync(join(folder, name), 0o755);
    };
    stub('nix', `echo "$*" "$NIX_CONFIG" >> ${folder}/seen`);
    stub('sudo', 'while [[ $1 == -* ]]; do shift; done; exec env "$@"');
    stub('su', 'exec bash -c "${@: -1}"');
    stub('docker', 'shift 2; exec "$@"');
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder };
    writeFileSync(join(folder, 'script'), script);
    const command = `touch seen nix.conf; . ./script >/dev/null; wait; cat seen nix.conf`;
    const result = spawnSync('bash', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
    assert.equal(result.status, 0, result.stderr);
    return result.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const off = /--no-sandbox|--option sandbox false|sandbox *= *false/;

/** Scripts that switch the sandbox off; `@@` marks the line that says so. */
const scripts: readonly string[] = [
  'nix build --no-sand@@\\\nbox',
  'nix build --no-\'sand\'"box"@@',
  'n\\ix build \\--no-sandbox@@',
  'nix build --option \'sandbox\' "false"@@',
  'time -p nix build --no-sandbox@@',
  "eval nix build '--no-sandbox'@@",
  "eval 'nix build --no-sandbox'@@",
  "sudo -E su - user -c 'nix build --no-sandbox@@'",
  'find /dev/null -exec nix build --no-sandbox@@ {} \\;',
  'docker run nixos/nix nix build --no-sandbox@@',
  "sudo NIX_CONFIG='sandbox = false@@' nix build",
  "sudo env NIX_CONFIG='sandbox = false@@' nix build",
  "export NIX_CONFIG=$'cores = 2\\nsandbox = \\146alse@@'; nix build",
  "NIX_CONFIG+=$'\\nsandbox = false@@'\nexport NIX_CONFIG; nix build",
  "printf 'sandbox = %s\\n' false@@ >> nix.conf",
  "printf '%s = %s\\n' cores 2 sandbox false@@ >> ./nix.conf",
  '{ echo cores = 2; echo sandbox = false@@; } | sudo tee -a nix.conf',
  'sudo sh -c \'echo "sandbox = false@@" >> nix.conf\'',
  'cat <<-\tE >> nix.conf\n\t\tsandbox = false@@\n\tE',
  '>> nix.conf echo sandbox = false@@',
  'if true; then ! nix build --no-sandbox@@; fi',
  'f() { nix build --no-sandbox@@; }\nf || true',
  'FLAGS="-L --no-sandbox"\nnix build $FLAGS@@',
  'OFF=false; nix build --option sandbox "$OFF"@@',
  'NIX=nix\n"$NIX" build --no-sandbox@@',
  '${NIX:-nix} build --no-sandbox@@',
  'CONF=nix.conf\necho "sandbox = false@@" >> $CONF',
  'V=false\ncat >> nix.conf <<E\nsandbox = $V@@\nE',
  'readonly LINE="sandbox = false"; echo "$LINE@@" >> nix.conf',
];

const step = (text: string): Files => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`,
});
const job = (text: string): Files => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n${text}`,
});
const more = { 'ci/more.txt': 'cores = 2\nsandbox = false@@\n' };
const image = (text: string): Files => ({ Dockerfile: `FROM nixos/nix:2.34.7\n${text}\n` });

const places: readonly (readonly [name: string, files: Files])[] = [
  [
    'flow and quotes',
    step('      - {"run": "nix build", env: {NIX_CONFIG: "sandbox = false@@"}}\n'),
  ],
  [
    'a key by its code',
    step(
      '      - "r\\u0075n": nix build --no-sandb\\u006fx@@\n'.replace('sandb\\u006fx', 'sandbox'),
    ),
  ],
  ['a value by its codes', step('      - run: "nix build --no-sandb\\x6fx@@"\n')],
  [
    'an alias',
    step(
      '      - run: nix build\n        env: &e {NIX_CONFIG: sandbox = false@@}\n      - env: *e\n',
    ),
  ],
  [
    'a merge key',
    step('      - run: nix build\n        env:\n          <<: {NIX_CONFIG: sandbox = false@@}\n'),
  ],
  ['an explicit key', step('      - ? run\n        : nix build --no-sandbox@@\n')],
  [
    '$GITHUB_ENV with a delimiter',
    step(
      '      - run: |\n          {\n            echo "NIX_CONFIG<<EOF"\n            echo "cores = 2"\n            echo "sandbox = false@@"\n            echo EOF\n          } >> "$GITHUB_ENV"\n',
    ),
  ],
  [
    '$GITHUB_ENV line by line',
    step(
      '      - run: |\n          echo "NIX_CONFIG<<X" >> $GITHUB_ENV\n          echo "sandbox = false@@" >> $GITHUB_ENV\n          echo X >> $GITHUB_ENV\n',
    ),
  ],
  [
    '$GITHUB_ENV by printf',
    step('      - run: printf "NIX_CONFIG=sandbox = false@@\\n" >> $GITHUB_ENV\n'),
  ],
  [
    '$GITHUB_ENV without quotes',
    step('      - run: echo NIX_CONFIG=sandbox = false@@ >> "${GITHUB_ENV}"\n'),
  ],
  [
    'a command whose output goes to $GITHUB_ENV',
    step('      - run: env NIX_CONFIG="sandbox = false@@" nix eval --raw .#env >> "$GITHUB_ENV"\n'),
  ],
  [
    '$GITHUB_ENV with a delimiter that is not known',
    step(
      '      - run: |\n          echo "NIX_CONFIG<<EOF" >> $GITHUB_ENV\n          echo "sandbox = false@@" >> $GITHUB_ENV\n          tail -1 x >> $GITHUB_ENV\n',
    ),
  ],
  [
    '$GITHUB_ENV with what looks like the delimiter',
    step(
      '      - run: |\n          cat >> $GITHUB_ENV <<"X"\n          NIX_CONFIG<<EOF\n          cores = 2\n          EOF \n          sandbox = false@@\n          EOF\n          X\n',
    ),
  ],
  [
    '$GITHUB_ENV by tee',
    step('      - run: echo "NIX_CONFIG=sandbox = false@@" | tee -a $GITHUB_ENV\n'),
  ],
  [
    'the container of a job',
    job(
      '    container:\n      image: nixos/nix:2.34.7\n      env:\n        NIX_CONFIG: sandbox = false@@\n    steps: []\n',
    ),
  ],
  [
    'a called workflow',
    job(
      '    uses: ./.github/workflows/b.yml\n    with:\n      extra_nix_config: sandbox = false@@\n',
    ),
  ],
  [
    'the default of a called workflow',
    {
      '.github/workflows/b.yml':
        'on:\n  workflow_call:\n    inputs:\n      nix-config:\n        default: sandbox = false@@\njobs: {}\n',
    },
  ],
  [
    'the default of an action',
    {
      'action.yml':
        'inputs:\n  extra-conf:\n    default: sandbox = false@@\nruns: {using: composite, steps: []}\n',
    },
  ],
  [
    'an installer of another owner',
    step('      - uses: me/nix@v1\n        with:\n          nix-config: sandbox = false@@\n'),
  ],
  [
    'an installer in capitals',
    step(
      '      - uses: Cachix/Install-Nix-Action@v31\n        with:\n          EXTRA_NIX_CONFIG: sandbox = false@@\n',
    ),
  ],
  [
    'a file that is copied',
    { ...more, ...step('      - run: sudo cp ci/more.txt /etc/nix/nix.conf\n') },
  ],
  [
    'a file that is installed',
    {
      ...more,
      ...step('      - run: install -D -m 644 "$PWD/ci/more.txt" ~/.config/nix/nix.conf\n'),
    },
  ],
  [
    'a file that is printed',
    { ...more, ...step('      - run: cat ci/more.txt | sudo tee -a /etc/nix/nix.conf\n') },
  ],
  [
    'a file that is linked',
    { ...more, ...step('      - run: ln -s $GITHUB_WORKSPACE/ci/more.txt /etc/nix/nix.conf\n') },
  ],
  ['COPY', { ...more, ...image('COPY --chown=0 ci/more.txt /etc/nix/nix.conf') }],
  ['ADD in exec form', { ...more, ...image('ADD ["ci/more.txt", "/etc/nix/nix.conf"]') }],
  ['COPY of a heredoc', image('COPY <<E /etc/nix/nix.conf\ncores = 2\nsandbox = false@@\nE')],
  ['the second variable of ENV', image('ENV A=1 \\\n  NIX_CONFIG="sandbox = false@@"')],
  ['ENV with escapes', image('ENV NIX_CONFIG=sandbox\\ =\\ false@@')],
  ['ENV of old', image('ENV NIX_CONFIG sandbox = false@@')],
  ['ARG', image("ARG NIX_CONFIG='sandbox = false@@'")],
  ['CMD', image('CMD nix build --no-sandbox@@')],
  ['ENTRYPOINT', image('ENTRYPOINT ["nix", "build", "--no-sandbox@@"]')],
  [
    'a variable of the workflow',
    {
      '.github/workflows/ci.yml':
        'on: push\nenv:\n  FLAGS: --no-sandbox\njobs:\n  a:\n    steps:\n      - run: nix build $FLAGS@@\n',
    },
  ],
  [
    'a variable by an expression',
    {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  a:\n    env: {OFF: "false"}\n    steps:\n      - run: nix build --option sandbox ${{ env.OFF }}@@\n',
    },
  ],
  [
    'a variable of make',
    { Makefile: 'NIX ?= nix\nFLAGS := --no-sandbox\nbuild:\n\t$(NIX) build $(FLAGS)@@\n' },
  ],
  ['make export', { Makefile: 'export NIX_CONFIG = sandbox = false@@\nbuild:\n\tnix build\n' }],
  [
    'just export',
    { justfile: "export NIX_CONFIG := 'sandbox = false@@'\nbuild:\n    nix build\n" },
  ],
  [
    'just with everything exported',
    { justfile: 'set export\nNIX_CONFIG := "sandbox = false@@"\n' },
  ],
  [
    'the shell of a step',
    step('      - run: make\n        shell: nix develop --no-sandbox -c bash -e {0} #@@\n'),
  ],
  [
    'the shell of all steps',
    {
      '.github/workflows/ci.yml':
        'on: push\ndefaults:\n  run:\n    shell: nix develop --option sandbox false -c bash {0} #@@\njobs:\n  a:\n    steps:\n      - run: make\n      - run: make check\n',
    },
  ],
  [
    'a file that is written anew once it was used',
    {
      'x.sh':
        'echo "sandbox = false@@" > /etc/nix/nix.conf\nnix build\necho "cores = 2" > /etc/nix/nix.conf\n',
    },
  ],
  [
    'a file that one branch writes',
    {
      'x.sh':
        'if a; then\n  echo "sandbox = false@@" > nix.conf\nelse\n  echo "cores = 2" > nix.conf\nfi\nnix build\n',
    },
  ],
  ['the daemon', { 'x.sh': 'nix-daemon --option sandbox false@@ &\n' }],
  ['direnv', { '.envrc': 'export NIX_CONFIG="sandbox = false@@"\n' }],
];

describe('a sandbox that is switched off in an odd way is found on its line', () => {
  for (const script of scripts) {
    test(JSON.stringify(script), async () => {
      const { files, places: expected } = marked({ 'x.sh': script });
      assert.match(ran(files['x.sh'] ?? ''), off, 'bash does what the test says');
      assert.deepEqual(await found(files), expected);
    });
  }
  for (const [name, given] of places) {
    test(name, async () => {
      const { files, places: expected } = marked(given);
      assert.deepEqual(await found(files), expected);
    });
  }
});

describe('what only looks like it stays silent', () => {
  for (const [name, files] of [
    ['a name that is printed', { 'x.sh': 'echo NIX_CONFIG=sandbox = false >> $GITHUB_OUTPUT\n' }],
    ['another file that is copied', { ...more, 'x.sh': 'cp ci/more.txt /etc/other.conf\n' }],
    [
      'a file of another stage',
      { ...more, ...image('COPY --from=x ci/more.txt /etc/nix/nix.conf') },
    ],
    ['a program in a container', { 'x.sh': 'docker run chrome --no-sandbox\n' }],
    [
      'a variable that make sets twice',
      { Makefile: 'F = --no-sandbox\nF = -L\nb:\n\tnix build $(F)\n' },
    ],
    [
      'a variable that is not exported',
      { Makefile: 'NIX_CONFIG = sandbox = false\nb:\n\tnix build\n' },
    ],
    ['another user', { 'x.sh': "grep su -c 'nix build --no-sandbox' x\n" }],
    [
      '$GITHUB_ENV of another name',
      step('      - run: echo "CONFIG=sandbox = false" >> $GITHUB_ENV\n'),
    ],
  ] as const) {
    test(name, async () => {
      const own = (await found(marked(files).files)).filter((place) => !place.includes('more.txt'));
      assert.deepEqual(own, []);
    });
  }
});
