import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { saysIncomplete } from '../../src/model/finding.ts';
import { defaultOptions } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { maxIncludedLength } from '../../src/settings/included.ts';
import { textHost } from '../fixture-host.ts';
import { askNix, installedNix } from './real-nix.ts';

const installed = installedNix();
const skip = installed.length === 0 && 'no Nix of a known version on PATH';

type Files = Readonly<Record<string, string>>;
type Seen = { readonly found: readonly string[]; readonly exitCode: number };

/** `path rule/reason` of what is found, with the limits of reading that `unreadable` files hit. */
async function lint(files: Files, unreadable: readonly string[] = []): Promise<Seen> {
  const host = textHost(files);
  const limited = {
    ...host,
    read: (path: string, bytes: number) =>
      unreadable.includes(path)
        ? ({ ok: false, cause: 'limit', problem: 'larger than 1 MB' } as const)
        : host.read(path, bytes),
  };
  const outcome = await run(defaultOptions, limited);
  assert.ok(outcome.ok);
  const { conclusion, findings } = outcome.report;
  return {
    found: findings.map(({ path, reason, rule }) => `${path} ${rule}/${reason}`),
    exitCode: conclusion.exitCode,
  };
}

describe('includes that lead to no settings', () => {
  for (const [line, verdict, taken] of [
    ['include gone.conf', ['nix.conf conf-ineffective-setting/missing'], false],
    ['!include gone.conf', [], true],
    ['include folder', ['nix.conf conf-ineffective-setting/missing'], true],
    ['!include folder', ['nix.conf conf-ineffective-setting/missing'], true],
    ['include nix.conf', ['nix.conf conf-ineffective-setting/include'], false],
    ['!include nix.conf', ['nix.conf conf-ineffective-setting/include'], false],
    ['include ~/gone.conf', ['nix.conf conf-ineffective-setting/missing'], false],
    ['!include /run/secrets/none', [], true],
  ] as const) {
    test(line, async () => {
      const files = { 'nix.conf': `cores = 2\n${line}\n`, 'folder/a': '' };
      assert.deepEqual(await lint(files), { found: verdict, exitCode: 0 });
    });
    for (const nix of installed) {
      test(`${line}, Nix 2.${nix.minor}`, () => {
        const files = [
          ['nix.conf', `cores = 2\n${line}\n`],
          ['folder/a', ''],
        ] as const;
        assert.equal(askNix(nix, new Map(files)).ok, taken);
      });
    }
  }

  for (const word of ['include', '!include']) {
    test(`${word} of a file too large to read makes the run incomplete`, async () => {
      const files = { 'nix.conf': `${word} big.txt\n`, 'big.txt': 'sandbox = false\n' };
      assert.deepEqual(await lint(files, ['big.txt']), {
        found: ['nix.conf meta-limit-reached/include'],
        exitCode: 3,
      });
    });
  }

  test('settings below more includes than are followed make the run incomplete', async () => {
    const chain = Array.from({ length: 20 }, (_, at) => [`${at}.txt`, `include ${at + 1}.txt\n`]);
    const files = { 'nix.conf': 'include 0.txt\n', ...Object.fromEntries(chain) };
    const { exitCode, found } = await lint({ ...files, '20.txt': 'sandbox = false\n' });
    assert.deepEqual([found, exitCode], [['15.txt meta-limit-reached/include'], 3]);
  });

  test('a workflow that includes one text again and again ends', async () => {
    const step = '      - run: NIX_USER_CONF_FILES=more.txt nix build\n';
    const files = {
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n${step.repeat(2000)}`,
      'more.txt': '# nothing\n'.repeat(maxIncludedLength / 10_000),
    };
    assert.equal((await lint(files)).exitCode, 3);
  });
});

test('a file outside of the repository fails the run where notices do, and leaves it complete', async () => {
  const files = { 'x.sh': 'NIX_USER_CONF_FILES=$HOME/x.conf nix build\n' };
  for (const [failOn, exitCode] of [
    ['notice', 1],
    ['error', 0],
  ] as const) {
    const outcome = await run({ ...defaultOptions, failOn }, textHost(files));
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.report.findings.map(({ reason, severity }) => [reason, severity]),
      [['unseen', 'notice']],
    );
    assert.equal(outcome.report.conclusion.exitCode, exitCode);
    assert.deepEqual(outcome.report.findings.filter(saysIncomplete), []);
  }
});

describe('files that hold settings by an environment variable', { skip }, () => {
  const folder = new Map([
    ['ci/off.txt', 'sandbox = relaxed\n'],
    ['ci/on.txt', 'sandbox = true\n'],
  ]);

  for (const [name, value, isRelaxed] of [
    ['NIX_USER_CONF_FILES', 'ci/off.txt', true],
    ['NIX_USER_CONF_FILES', 'ci/off.txt:ci/on.txt', true],
    ['NIX_USER_CONF_FILES', 'ci/on.txt:ci/off.txt', false],
    ['NIX_USER_CONF_FILES', 'ci/none.txt:ci/off.txt', true],
    ['NIX_CONFIG', 'include ci/off.txt', undefined],
  ] as const) {
    test(`${name}=${value}`, async () => {
      for (const nix of installed) {
        const answer = askNix(nix, folder, { [name]: value });
        const shown = answer.ok ? String(answer.values.get('sandbox')) : 'refused';
        assert.equal(shown, isRelaxed === undefined ? 'refused' : isRelaxed ? 'relaxed' : 'true');
      }
      const run = `on: push\njobs:\n  a:\n    steps:\n      - run: ${name}="${value}" nix build\n`;
      const { found } = await lint({
        '.github/workflows/ci.yml': run,
        ...Object.fromEntries(folder),
      });
      const isFound = found.some((one) => one.includes('conf-sandbox-disabled/relaxed'));
      assert.equal(isFound, isRelaxed === true, found.join('\n'));
    });
  }
});
