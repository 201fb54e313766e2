import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { scratch, type Scratch } from './checkout.ts';
import { githubNode, lockOf } from './locks.ts';

const cli = resolve('dist', 'cli.js');
const healthy = lockOf({ utils: githubNode('numtide/flake-utils') });
const unpinned = lockOf({ utils: githubNode('numtide/flake-utils', { rev: 'main' }) });

let here: Scratch;
beforeEach(() => {
  here = scratch();
});
afterEach(() => here.remove());

/** Runs the built command line in the scratch directory, away from its own checkout. */
function nsl(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: here.path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, out: stdout, err: stderr };
}

describe('exit statuses, the same for every format', () => {
  const formats = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'];
  for (const format of formats) {
    test(`${format}: 0, 1 and 3`, () => {
      here.write({ 'flake.lock': healthy });
      assert.equal(nsl('--format', format).status, 0);
      here.write({ 'flake.lock': unpinned });
      const found = nsl('--format', format);
      assert.equal(found.status, 1);
      assert.match(found.out, /lock-unpinned-input/);
      assert.equal(nsl('--format', format, '--fail-on', 'never').status, 0);
      here.write({ 'flake.lock': healthy.slice(0, -40) });
      assert.equal(nsl('--format', format).status, 3);
      assert.equal(nsl('--format', format, '--fail-on', 'never').status, 3);
    });
  }
  test('2 for words nobody understands, each named', () => {
    const wrong: readonly (readonly [string, readonly string[]])[] = [
      ['--frmat', ['--frmat', 'json']],
      ['xml', ['--format', 'xml']],
      ['stirct', ['--profile', 'stirct']],
      ['lock-unpined-input', ['--rule', 'lock-unpined-input=off']],
      ['did you mean "lock-unpinned-input"', ['--rule', 'lock-unpined-input=off']],
      ['fatal', ['--rule', 'lock-unpinned-input=fatal']],
      ['no directory', ['no-such-directory']],
      ['did you mean "check"', ['chekc']],
      ['is a file, expected the directory', ['flake.lock']],
      ['standard output', ['--format', 'json', '--format', 'text']],
      ['unexpected argument', ['.', 'more']],
    ];
    here.write({ 'flake.lock': healthy });
    for (const [named, args] of wrong) {
      const { status, out, err } = nsl(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(out, '');
      assert.ok(err.includes(named), `${err} names ${named}`);
    }
  });
  test('2 for a policy with a typo, with file, line, column and a suggestion', () => {
    here.write({ 'flake.lock': healthy, 'nix-secure-lint.yml': 'version: 1\nprofil: strict\n' });
    const { status, err } = nsl();
    assert.equal(status, 2);
    assert.match(err, /nix-secure-lint\.yml:2:1: .*profil.*did you mean "profile"/);
  });
});

describe('check', () => {
  test('a healthy repository gets one line', () => {
    here.write({ 'flake.lock': healthy });
    assert.equal(nsl().out, 'no findings in 1 file\n');
    assert.equal(nsl('check', '.').out, 'no findings in 1 file\n');
  });
  test('a directory with nothing to lint is said in one line', () => {
    const { status, out } = nsl();
    assert.equal(status, 0);
    assert.equal(out.trim().split('\n').length, 1);
    assert.match(out, /nothing to lint/i);
  });
  test('a lock that Git does not track is not read, and that is said', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': unpinned });
    const { status, out } = nsl();
    assert.equal(status, 0);
    assert.match(out, /Only files that Git tracks are read/);
  });
  test('several reports in one run, files and standard output', () => {
    here.write({ 'flake.lock': unpinned });
    const { out } = nsl('--format', 'json:out/report.json', '--format', 'sarif:out/report.sarif');
    assert.match(out, /^flake\.lock:\d+:\d+: error/);
    for (const name of ['report.json', 'report.sarif']) {
      JSON.parse(readFileSync(join(here.path, 'out', name), 'utf8'));
    }
  });
  test('the same input gives the same bytes', () => {
    here.write({ 'a/flake.lock': unpinned, 'b/flake.lock': unpinned });
    assert.equal(nsl('--format', 'json').out, nsl('--format', 'json').out);
  });
  test('each kind of unreadable file is one finding and hides no other', () => {
    here.write({
      'fine/flake.lock': unpinned,
      'truncated/flake.lock': healthy.slice(0, 100),
      'newer/flake.lock': healthy.replace('"version": 7', '"version": 8'),
      'empty/flake.lock': '',
    });
    mkdirSync(join(here.path, 'latin'));
    writeFileSync(join(here.path, 'latin', 'flake.lock'), Buffer.from([0x7b, 0xe9, 0x7d]));
    mkdirSync(join(here.path, 'large'));
    writeFileSync(join(here.path, 'large', 'flake.lock'), ' '.repeat(8 * 1024 * 1024 + 1));
    mkdirSync(join(here.path, 'out'));
    symlinkSync('/etc/hostname', join(here.path, 'out', 'flake.lock'));
    mkdirSync(join(here.path, 'pipe'));
    execFileSync('mkfifo', [join(here.path, 'pipe', 'flake.lock')]);
    const { status, out } = nsl('--format', 'json');
    const report: { findings: { path: string; rule: string }[] } = JSON.parse(out);
    const shown = report.findings.map(({ path, rule }) => `${path} ${rule}`);
    assert.deepEqual(shown, [
      'empty/flake.lock meta-parse-error',
      'fine/flake.lock lock-unpinned-input',
      'large/flake.lock meta-limit-reached',
      'latin/flake.lock meta-parse-error',
      'newer/flake.lock meta-parse-error',
      'out/flake.lock meta-parse-error',
      'pipe/flake.lock meta-parse-error',
      'truncated/flake.lock meta-parse-error',
    ]);
    assert.equal(status, 1);
  });
  test('a link to another lock of the repository is judged once', () => {
    here.write({ 'a/flake.lock': unpinned });
    mkdirSync(join(here.path, 'b'));
    symlinkSync('../a/flake.lock', join(here.path, 'b', 'flake.lock'));
    const report: { findings: { path: string }[] } = JSON.parse(nsl('--format', 'json').out);
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      ['a/flake.lock'],
    );
  });
  test('--base takes the policy from there and says what is loosened', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': unpinned });
    const base = here.commit('base');
    here.write({
      'nix-secure-lint.yml': 'version: 1\nignore:\n  - rule: lock-unpinned-input\n    reason: no\n',
    });
    here.commit('head');
    assert.equal(nsl().status, 0);
    const { status, out } = nsl('--base', base);
    assert.equal(status, 1);
    assert.match(out, /lock-unpinned-input/);
    assert.match(out, /meta-policy-weakened/);
  });
  test('a base that is not at hand is incomplete, never the policy of the head', () => {
    here.git('init', '--quiet');
    here.write({
      'flake.lock': healthy,
      'nix-secure-lint.yml': 'version: 1\nprofile: default\n',
    });
    here.commit('only');
    const { status, out } = nsl('--base', 'a'.repeat(40));
    assert.equal(status, 3);
    assert.match(out, /not at hand/);
  });
});

test('the README shows what the first example prints', () => {
  const readme = readFileSync('README.md', 'utf8').split('## Try it')[1] ?? '';
  const shown =
    /retargeted-owner\/repository\n```\n\n```text\n([^`]*(?:`[^`]+`[^`]*)*?)```/.exec(
      readme,
    )?.[1] ?? '';
  assert.ok(shown.length > 100);
  const { out } = nsl(resolve('fixtures', 'exploits', 'retargeted-owner', 'repository'));
  assert.ok(out.includes(shown), `README shows\n${shown}\nand the tool prints\n${out}`);
});

describe('the other commands', () => {
  test('init makes today green, and refuses to do it twice', () => {
    here.write({ 'flake.lock': unpinned });
    assert.equal(nsl().status, 1);
    assert.equal(nsl('init').status, 0);
    assert.equal(nsl().status, 0);
    const again = nsl('init');
    assert.equal(again.status, 2);
    assert.match(again.err, /exists already/);
  });
  test('explain a rule, an input and a word that is neither', () => {
    here.write({ 'flake.lock': healthy });
    assert.match(nsl('explain', 'lock-unpinned-input').out, /^lock-unpinned-input: /);
    assert.match(nsl('explain', 'utils').out, /github:numtide\/flake-utils/);
    const { status, err } = nsl('explain', 'utlis');
    assert.equal(status, 2);
    assert.match(err, /did you mean "utils"/);
  });
  test('rules, schema, version and help', () => {
    assert.match(nsl('rules').out, /^lock-unpinned-input +error/m);
    for (const of of ['policy', 'report']) JSON.parse(nsl('schema', of).out);
    const manifest: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(nsl('--version').out, `${manifest.version}\n`);
    assert.match(nsl('--help').out, /exit status/);
  });
  test('debug lock shows the effective graph', () => {
    const follows = lockOf({ utils: githubNode('numtide/flake-utils') }).replace(
      '"utils": "utils"',
      '"same": ["utils"],\n        "utils": "utils"',
    );
    here.write({ 'flake.lock': follows });
    const graph: Record<string, { follows?: string; locked: { owner: string } }> = JSON.parse(
      nsl('debug', 'lock', 'flake.lock').out,
    );
    assert.deepEqual(Object.keys(graph), ['same', 'utils']);
    assert.equal(graph['same']?.follows, 'utils');
    assert.equal(graph['same']?.locked.owner, 'numtide');
    here.write({ 'flake.lock': '{' });
    const broken = nsl('debug', 'lock', 'flake.lock');
    assert.equal(broken.status, 1);
    assert.match(broken.err, /flake\.lock:1:2: text ends inside an object/);
  });
  test('a reader that stops early is no failure', () => {
    here.write({ 'flake.lock': unpinned });
    const command = `"${process.execPath}" "${cli}" --format json | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: here.path,
      encoding: 'utf8',
    });
    assert.equal(stdout, '{');
    assert.equal(stderr, '');
  });
});

test('our own repository, judged by its own strict policy, has nothing wrong and nothing unread', () => {
  const { status, out } = nsl('--format', 'json', resolve('.'));
  const report: { findings: { rule: string }[]; notChecked: unknown[] } = JSON.parse(out);
  assert.equal(status, 0);
  assert.deepEqual(report.notChecked, []);
  // A lock grows old whatever we do; the scheduled audit says when it is too old.
  const byAge = new Set(['lock-stale-input', 'lock-nixpkgs-eol']);
  assert.deepEqual(
    report.findings.filter(({ rule }) => !byAge.has(rule)),
    [],
  );
});
