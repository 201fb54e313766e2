import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as fc from 'fast-check';
import { stringify } from 'yaml';

import { workflowDocuments } from '../../src/ci/documents.ts';
import { scriptDocuments } from '../../src/ci/script-documents.ts';
import { judge } from '../../src/judge.ts';
import type { Document } from '../../src/model/document.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { ciRules } from '../../src/rules/ci/index.ts';
import { confRules } from '../../src/rules/conf/index.ts';
import { fuzzRuns } from '../fuzz.ts';

const numRuns = fuzzRuns(300);
const rules = [...ciRules, ...confRules];

/** Judges the documents and checks that every problem points into the text; how many there are. */
function checkAll(documents: readonly Document[], text: string): number {
  const judged = judge(documents, rules, { now: new Date(0), policy: defaultPolicy });
  for (const { problem } of judged) {
    const spans = [problem.at, ...(problem.related ?? []).map(({ span }) => span)];
    for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
  }
  return judged.length;
}

const script = fc
  .array(
    fc.constantFrom(
      'nix build ',
      'nix run ',
      'nix-shell -p ',
      '--option ',
      'sandbox false ',
      '-I ',
      '--impure ',
      'github:o/r ',
      'path:. ',
      'nixpkgs#x ',
      '$X ',
      '${{ secrets.T }} ',
      '"',
      "'",
      '`',
      '\\',
      '\n',
      '$(',
      ')',
      '<<E\n',
      'E\n',
      '| ',
      'sh ',
      'curl ',
      'https://nixos.org/nix/install ',
      '{ ',
      '}; ',
      'export NIX_CONFIG=',
      'echo ',
      '>> nix.conf ',
      'tee -a nix.conf ',
      'cachix push c ',
      'git push ',
      'gh pr checkout 1 ',
      'nix flake update ',
      'printf ',
      "'%s\\n' ",
      'cat ',
      '-- ',
      '-c ',
      '}} ',
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

const odd = fc.constantFrom<unknown>(null, true, 7, '', '${{ x }}', [], {}, [[]], { a: null });

const step = fc.record(
  {
    uses: fc.oneof(
      odd,
      fc.constantFrom(
        'actions/checkout@v4',
        'cachix/install-nix-action@v31',
        'cachix/cachix-action@main',
        'nixbuild/nix-quick-install-action@v34',
        '@',
        'a/b',
        './x@y',
      ),
    ),
    run: fc.oneof(script, odd),
    shell: fc.oneof(odd, fc.constantFrom('bash', 'pwsh', 'nix develop -c bash {0}')),
    with: fc.oneof(
      odd,
      fc.dictionary(
        fc.constantFrom(
          'ref',
          'extra_nix_config',
          'nix_conf',
          'authToken',
          'nix_path',
          'install_url',
        ),
        fc.oneof(
          odd,
          script,
          fc.constantFrom('${{ github.head_ref }}', 'sandbox = false\n#', 'http://h/nix-2.3.4/x'),
        ),
      ),
    ),
    env: fc.oneof(
      odd,
      fc.dictionary(fc.constantFrom('NIX_CONFIG', 'T', 'NIX_PATH'), fc.oneof(odd, script)),
    ),
  },
  { requiredKeys: [] },
);

const job = fc.record(
  {
    'runs-on': fc.oneof(
      odd,
      fc.constantFrom<unknown>('self-hosted', ['macos-15'], '${{ matrix.a.b }}', { group: 'g' }),
    ),
    strategy: fc.oneof(
      odd,
      fc.constant({ matrix: { a: [{ b: ['macos-14'] }, 1], include: [{ a: 3 }] } }),
    ),
    permissions: fc.oneof(odd, fc.constantFrom<unknown>('write-all', { contents: 'write' })),
    steps: fc.oneof(odd, fc.array(fc.oneof(step, odd), { maxLength: 4 })),
    container: odd,
    if: odd,
    needs: odd,
  },
  { requiredKeys: [] },
);

const workflow = fc.record(
  {
    on: fc.oneof(
      odd,
      fc.constantFrom<unknown>('pull_request_target', ['push', 'pull_request'], { release: null }),
    ),
    env: odd,
    permissions: odd,
    jobs: fc.oneof(odd, fc.dictionary(fc.string(), fc.oneof(job, odd), { maxKeys: 3 })),
    runs: fc.oneof(
      odd,
      fc.record({ using: fc.constant('composite'), steps: fc.array(step, { maxLength: 3 }) }),
    ),
  },
  { requiredKeys: ['on', 'jobs'] },
);

describe('hostile workflows and scripts', () => {
  it('are read and judged without failing, with places inside the text', () => {
    let found = 0;
    fc.assert(
      fc.property(
        workflow,
        fc.constantFrom('workflow', 'action'),
        fc.boolean(),
        (value, flavour, flow) => {
          const text = stringify(value, { collectionStyle: flow ? 'flow' : 'any' });
          found += checkAll(workflowDocuments({ path: 'w.yml', text }, flavour), text);
        },
      ),
      { numRuns },
    );
    assert.ok(
      found > numRuns / 10,
      `only ${found} findings: the generator no longer reaches the rules`,
    );
  });

  it('may be any script', () => {
    let found = 0;
    const flavours = fc.constantFrom('shell', 'justfile', 'makefile', 'dockerfile');
    const lines = fc
      .array(
        fc.tuple(
          fc.constantFrom(
            '',
            '\t',
            '    @',
            'RUN ',
            'FROM nixos/nix:2.3 ',
            'ENV NIX_CONFIG=',
            '# ',
          ),
          script,
        ),
      )
      .map((all) => all.map((line) => line.join('')).join('\n'));
    fc.assert(
      fc.property(flavours, lines, (flavour, text) => {
        found += checkAll(scriptDocuments({ path: 's', text }, flavour), text);
      }),
      { numRuns },
    );
    assert.ok(
      found > numRuns / 10,
      `only ${found} findings: the generator no longer reaches the rules`,
    );
  });

  it('may be large', () => {
    const lines = (line: string): string => line.repeat(Math.floor(200_000 / line.length));
    for (const body of [
      lines('          echo a = b >> nix.conf\n'),
      lines('          nix build github:o/r --option sandbox false\n'),
      lines('          $(cat <<E\n          E\n          )\n'),
      `          echo "${lines('${{ secrets.T }} ')}" >> nix.conf\n`,
      `          nix build ${lines('--option a b ')}\n`,
      `          printf '${lines('%s')}' a b >> nix.conf\n`,
      `          ${lines('sh -c "')}\n`,
      `          A=b\n          cat >> nix.conf <<E\n${lines('          $A = $B\n')}          E\n`,
      lines('          NIX_USER_CONF_FILES=a:b nix build\n'),
      `          cat >> $GITHUB_ENV <<E\n${lines('          A<<B\n')}          E\n`,
      `          cat >> $GITHUB_ENV <<E\n${lines('          A=$B\n')}          E\n`,
      `          ${'sudo '.repeat(20_000)}${'su '.repeat(30_000)}\n`,
      `          ${lines('docker -- ')}\n`,
      `          ${lines('tee nix.conf ')}\n`,
      `          tee ${lines('a/nix.conf ')} <<E\n${lines('          a = b\n')}          E\n`,
      `          { ${lines('a;')} } | tee ${lines('x ')}\n`,
      lines('          nix build \\\n            --no-sandbox \\\n            x\n'),
    ]) {
      const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n${body}`;
      const documents = workflowDocuments({ path: 'w.yml', text }, 'workflow');
      assert.ok(checkAll(documents, text) >= 0);
    }
  });

  it('may have many variables and many scripts', () => {
    const many = (line: (index: number) => string): string =>
      Array.from({ length: 2_000 }, (_, index) => line(index)).join('');
    const env = many((index) => `  V${index}: a\n  S${index}: \${{ secrets.A }}\n`);
    const steps = many(() => '      - run: nix build $V7\n        env: {A: b}\n');
    const text = `on: push\nenv:\n${env}jobs:\n  a:\n    steps:\n${steps}`;
    assert.ok(checkAll(workflowDocuments({ path: 'w.yml', text }, 'workflow'), text) >= 0);
    const recipes = `${many((index) => `V${index} = a\n`)}${many(() => 'a:\n\tnix build $(V7)\n\n')}`;
    const documents = scriptDocuments({ path: 'Makefile', text: recipes }, 'makefile');
    assert.ok(checkAll(documents, recipes) >= 0);
  });

  it('may be a large recipe', () => {
    const text = `X = a\na:\n${'\tnix build $(X) $(X)\n'.repeat(40_000)}`;
    const documents = scriptDocuments({ path: 'Makefile', text }, 'makefile');
    assert.ok(checkAll(documents, text) >= 0);
  });

  it('may repeat a large script by aliases', () => {
    const script = `&s "${'nix build github:o/r; '.repeat(30_000)}"`;
    const steps = Array.from({ length: 49 }, () => '      - run: *s\n').join('');
    const text = `on: push\njobs:\n  a:\n    steps:\n      - run: ${script}\n${steps}`;
    const [document] = workflowDocuments({ path: 'w.yml', text }, 'workflow');
    assert.ok(document?.kind === 'unreadable');
    assert.equal(document.model.cause, 'limit');
  });
});
