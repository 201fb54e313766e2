import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { scratch, type Scratch } from './checkout.ts';
import { handMadeStore } from './derivations/store-fixture.ts';
import { runStep } from './runner.ts';
import { samples } from './secrets/generate.ts';

const planted = samples(20_261_121);
const formats = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'];
const known = 'correct horse 42 battery staple';

/** Every sample under its name, one a line; keys of several lines are quoted by what holds them. */
function assigned(quote: (value: string) => string): string {
  return planted.map(({ name = 'API_TOKEN', value }) => `${name} = ${quote(value)}`).join('\n');
}

const nixString = (text: string): string => `"${text.replace(/[\\"]|\$\{/g, '\\$&')}"`;

let here: Scratch;
let out: Scratch;
let made: ReturnType<typeof handMadeStore>;
beforeEach(() => {
  here = scratch();
  out = scratch();
  made = handMadeStore();
  // What only its name tells from other text stands beside its name only.
  const body = planted
    .filter(({ name, family }) => name === undefined || family === 'nix-signing-key')
    .map(({ name, value }) => (name === undefined ? value : `${name}:${value}`))
    .join('\n\n');
  here.write({
    'secrets.nix': `{\n${assigned((value) => `${nixString(value)};`)}\n}\n`,
    'notes.txt': body,
    '.env': assigned((value) => value),
    'nix.conf': `access-tokens = github.com=${planted[0]?.value}\n${body}`,
    'flake.lock': `{"nodes": {"root": {}}, "x": ${JSON.stringify(body)}`,
    'flake.nix': `{ outputs = _: ${nixString(body)}; oops`,
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    env:\n${planted
      .map(({ value }, index) => `      TOKEN_${index}: ${JSON.stringify(value)}`)
      .join('\n')}\n`,
    'known.txt': '',
  });
  const env = Object.fromEntries(
    planted.map(({ name = 'API_TOKEN', value }, index) => [`${name}_${index}`, value]),
  );
  made.derivation(1, 'whole', { env: { ...env, text: body, plain: known } });
  made.derivation(2, 'structured', { env: { __json: JSON.stringify(env) } });
  made.derivation(3, 'script', { args: ['-c', assigned(nixString)] });
  writeFileSync(join(made.directory, made.base(4, 'broken.drv')), `Derive(["${body}`);
});
afterEach(() => {
  for (const one of [here, out, made]) one.remove();
});

/** Lines of values are looked for one by one: a report may break or indent what it shows. */
function assertSilent(said: string, where: string): void {
  for (const { family, value } of planted) {
    for (const line of value.split('\n')) {
      if (line.length < 16 || line.startsWith('-----') || /^[A-Z][\w-]+: /.test(line)) continue;
      const at = said.indexOf(line);
      assert.ok(at < 0, `${where} holds a secret of family ${family}`);
    }
  }
  assert.ok(!said.includes(known), `${where} holds a known value`);
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, String(name)))
    .filter((path) => statSync(path).isFile());
}

function nsl(args: readonly string[], options: { readonly crash?: boolean } = {}): string {
  const hook = join(out.path, 'crash.cjs');
  if (options.crash === true) writeFileSync(hook, crashing());
  const run = spawnSync(process.execPath, [resolve('dist', 'cli.js'), ...args], {
    cwd: here.path,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      PATH: process.env['PATH'],
      NIX_SECURE_LINT_DEBUG: '1',
      NIX_SECURE_LINT_CANARY: JSON.stringify({ KNOWN: known }),
      ...(options.crash === true && { NODE_OPTIONS: `--require=${hook}` }),
    },
  });
  assert.equal(run.status, options.crash === true ? 3 : run.status);
  assert.notEqual(run.status, null);
  return run.stdout + run.stderr;
}

/** Makes the first digest fail with an error that quotes everything, over several lines. */
function crashing(): string {
  const message = JSON.stringify(planted.map(({ value }) => value).join('\n    at x:1:1\n'));
  return `require('node:crypto').createHash = () => { throw new TypeError(${message}); };\nrequire('node:module').syncBuiltinESMExports();\n`;
}

describe('no output holds a planted secret', () => {
  for (const format of formats) {
    test(`check as ${format}, of files and of derivations`, () => {
      const drv = ['--drv', made.directory, '--canary', 'env'];
      const said = nsl(['--profile', 'pedantic', '--format', format, ...drv]);
      if (format === 'json') {
        const report: { findings: { rule: string; path: string }[] } = JSON.parse(
          said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1),
        );
        const rules = new Set(report.findings.map(({ rule }) => rule));
        for (const { rule } of planted) assert.ok(rules.has(rule), `${rule} was put to the test`);
        assert.ok(rules.has('secret-canary'));
        assert.ok(report.findings.some(({ path }) => path.endsWith('-broken.drv')));
      }
      assertSilent(said, format);
    });
  }
  test('reports written to files', () => {
    const written = formats.flatMap((format) => [
      '--format',
      `${format}:${join(out.path, format)}`,
    ]);
    assertSilent(nsl([...written, '--drv', made.directory]), 'standard output');
    for (const path of filesBelow(out.path)) assertSilent(readFileSync(path, 'utf8'), path);
    assert.equal(filesBelow(out.path).length, formats.length);
  });
  test('derivations as JSON and on standard input', () => {
    const file = join(out.path, 'shown.json');
    const env = Object.fromEntries(planted.map(({ name = 'TOKEN', value }) => [name, value]));
    writeFileSync(file, JSON.stringify({ [made.path(9, 'x.drv')]: { env, outputs: 1 } }));
    assertSilent(nsl(['--drv', file]), 'JSON');
    writeFileSync(file, planted.map(({ value }) => value).join('\n'));
    assertSilent(nsl(['--drv', file]), 'broken JSON');
  });
  test('the other commands, and what they write', () => {
    for (const args of [['rules'], ['explain', 'secret-known-token'], ['init']]) {
      assertSilent(nsl(args), args.join(' '));
    }
    for (const path of filesBelow(here.path)) {
      if (/nix-secure-lint|baseline/.test(path)) assertSilent(readFileSync(path, 'utf8'), path);
    }
    assertSilent(nsl(['explain', planted[0]?.value ?? '']).replaceAll(/'.*?'/g, ''), 'explain');
  });
  test('a crash, with debugging on', () => {
    const said = nsl(['--drv', made.directory], { crash: true });
    assert.match(said, /internal error \(TypeError\)/);
    assert.match(said, /^ {4}at .*cli\.js:\d+:\d+/m);
    assertSilent(said, 'the crash');
  });
  test('the action: log, annotations, summary, outputs and files', async () => {
    here.git('init', '--quiet');
    here.commit('all');
    cpSync(made.directory, join(out.path, 'store'), { recursive: true });
    const result = await runStep({
      main: resolve('dist', 'action.js'),
      inputs: {
        drv: join(out.path, 'store'),
        canary: JSON.stringify({ KNOWN: known }),
        'sarif-file': join(out.path, 'x.sarif'),
      },
      workspace: here.path,
      eventName: 'push',
      event: {},
    });
    assert.ok(Number(result.outputs.get('findings')) > planted.length);
    const { remove, ...rest } = result;
    const said = JSON.stringify(rest, (_key, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    assertSilent(said.replaceAll('\\n', '\n'), 'the step');
    assertSilent(readFileSync(join(out.path, 'x.sarif'), 'utf8'), 'SARIF');
    remove();
  });
});
