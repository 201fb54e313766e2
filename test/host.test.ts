import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { nodeHost } from '../src/host.ts';
import { fetchArguments, fetchEnvironment } from '../src/host/git.ts';
import type { Host } from '../src/model/host.ts';
import { scratch, type Scratch } from './checkout.ts';

let here: Scratch;
let outside: Scratch;
beforeEach(() => {
  here = scratch();
  outside = scratch();
});
afterEach(() => {
  here.remove();
  outside.remove();
});

const host = (): Host => nodeHost(here.path, process.env, new Date(0));
const paths = (): string[] => {
  const listing = host().list();
  assert.ok(listing.ok);
  return listing.entries.map((entry) => `${entry.type} ${entry.path}`);
};

describe('listing', () => {
  test('outside git every file counts but what other tools fetched', () => {
    here.write({ 'a/flake.lock': '', '.hidden/flake.lock': '', 'node_modules/x/flake.lock': '' });
    assert.deepEqual(paths(), ['file .hidden/flake.lock', 'file a/flake.lock']);
  });
  test('a linked directory is listed, never entered', () => {
    outside.write({ 'flake.lock': 'x' });
    symlinkSync(outside.path, join(here.path, 'out'));
    assert.deepEqual(paths(), ['link out']);
  });
  test('in a checkout only tracked files count, with links and submodules told apart', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': 'x' });
    symlinkSync('flake.lock', join(here.path, 'link.lock'));
    here.commit('first');
    here.write({ 'untracked/flake.lock': 'x' });
    const listing = host().list();
    assert.ok(listing.ok && listing.tracked);
    assert.deepEqual(paths(), ['file flake.lock', 'link link.lock']);
  });
  test('a directory below the top lists its own files and knows its prefix', () => {
    here.git('init', '--quiet');
    here.write({ 'sub/flake.lock': 'x', 'flake.lock': 'x' });
    here.commit('first');
    const below = nodeHost(join(here.path, 'sub'), process.env, new Date(0));
    const listing = below.list();
    assert.ok(listing.ok);
    assert.deepEqual(
      listing.entries.map((entry) => entry.path),
      ['flake.lock'],
    );
    assert.equal(below.prefix(), 'sub/');
  });
  test('a checkout git will not read is an error, not an untracked directory', () => {
    here.git('init', '--quiet');
    writeFileSync(join(here.path, '.git', 'config'), '[core]\n\trepositoryformatversion = 99\n');
    const listing = host().list();
    assert.ok(!listing.ok);
    assert.match(listing.problem, /^git cannot list the tracked files/);
  });
});

describe('reading', () => {
  test('a link that leads out is refused without a byte of what it leads to', () => {
    outside.write({ secret: 'hidden' });
    symlinkSync(join(outside.path, 'secret'), join(here.path, 'flake.lock'));
    const read = host().read('flake.lock', 100);
    assert.deepEqual(read, {
      ok: false,
      cause: 'parse',
      problem: 'link leads out of the linted directory',
    });
  });
  test('a link that stays inside says what it leads to', () => {
    here.write({ 'a/flake.lock': 'x' });
    symlinkSync('a/flake.lock', join(here.path, 'flake.lock'));
    const read = host().read('flake.lock', 100);
    assert.ok(read.ok);
    assert.equal(read.realPath, 'a/flake.lock');
  });
  test('a link through a linked directory that leads out is refused', () => {
    outside.write({ 'flake.lock': 'hidden' });
    symlinkSync(outside.path, join(here.path, 'out'));
    symlinkSync('out/flake.lock', join(here.path, 'flake.lock'));
    assert.equal(host().read('flake.lock', 100).ok, false);
  });
  test('a file below a linked directory that leads out is refused', () => {
    outside.write({ 'nix-secure-lint.yml': 'hidden' });
    symlinkSync(outside.path, join(here.path, '.github'));
    const read = host().read('.github/nix-secure-lint.yml', 100);
    assert.ok(!read.ok);
    assert.equal(read.problem, 'link leads out of the linted directory');
  });
  test('nothing below .git is read, by name or by link', () => {
    here.git('init', '--quiet');
    symlinkSync('.git/config', join(here.path, 'nix-secure-lint.yml'));
    for (const path of ['.git/config', '.GIT/config', 'nix-secure-lint.yml', '../outside']) {
      assert.equal(host().read(path, 1000).ok, false, path);
    }
  });
  test('links in a circle, to nothing and a missing file', () => {
    symlinkSync('b', join(here.path, 'a'));
    symlinkSync('a', join(here.path, 'b'));
    symlinkSync('nothing', join(here.path, 'dangling'));
    const problem = (path: string): string => {
      const read = host().read(path, 100);
      return read.ok ? '' : `${read.cause}: ${read.problem}`;
    };
    assert.equal(problem('a'), 'parse: link leads in a circle');
    assert.equal(problem('dangling'), 'missing: file does not exist');
    assert.equal(problem('absent'), 'missing: file does not exist');
  });
  test('a FIFO neither blocks nor passes', () => {
    execFileSync('mkfifo', [join(here.path, 'flake.lock')]);
    const read = host().read('flake.lock', 100);
    assert.deepEqual(read, { ok: false, cause: 'parse', problem: 'not a regular file' });
  });
  test('a directory in place of a file is refused', () => {
    mkdirSync(join(here.path, 'flake.lock'));
    assert.equal(host().read('flake.lock', 100).ok, false);
  });
  test('a file one byte over the limit is refused, one at the limit is read', () => {
    here.write({ 'flake.lock': '12345' });
    assert.equal(host().read('flake.lock', 5).ok, true);
    const read = host().read('flake.lock', 4);
    assert.ok(!read.ok && read.cause === 'limit');
  });
  test('bytes that are no UTF-8 are said, a written replacement character is not', () => {
    writeFileSync(join(here.path, 'bad'), Buffer.from([0x7b, 0xff, 0x7d]));
    here.write({ good: '\ufffd' });
    const [bad, good] = [host().read('bad', 9), host().read('good', 9)];
    assert.ok(bad.ok && bad.lossy);
    assert.ok(good.ok && !good.lossy);
  });
  test('a file that may not be read is said', { skip: isRoot() }, () => {
    here.write({ 'flake.lock': 'x' });
    chmodSync(join(here.path, 'flake.lock'), 0);
    const read = host().read('flake.lock', 100);
    assert.deepEqual(read, { ok: false, cause: 'parse', problem: 'file may not be read' });
  });
});

function isRoot(): false | string {
  return process.getuid?.() === 0 ? 'root may read every file' : false;
}

describe('git runs nothing of the repository', () => {
  const marker = (): string => join(outside.path, 'ran');
  test('no hook, file system monitor, filter or textconv runs', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': 'x', '.gitattributes': '* filter=evil diff=evil\n' });
    const first = here.commit('first');
    const evil = `touch ${marker()}; cat`;
    here.git('config', 'core.fsmonitor', evil);
    here.git('config', 'filter.evil.smudge', evil);
    here.git('config', 'filter.evil.clean', evil);
    here.git('config', 'diff.evil.textconv', evil);
    here.git('config', 'core.pager', evil);
    const read = host().readAt(first, 'flake.lock', 100);
    assert.ok(read.ok);
    assert.equal(read.text, 'x');
    assert.ok(host().list().ok);
    assert.throws(() => execFileSync('ls', [marker()], { stdio: 'ignore' }));
  });
  test('a bare repository among the tracked files is not taken for the checkout', () => {
    here.git('init', '--quiet');
    here.write({ 'sub/flake.lock': 'x' });
    const evil = scratch();
    evil.git('init', '--quiet', '--bare');
    for (const name of ['HEAD', 'config', 'objects', 'refs']) {
      cpSync(join(evil.path, name), join(here.path, 'sub', name), { recursive: true });
    }
    here.write({
      'sub/objects/kept': '',
      'sub/refs/kept': '',
      'sub/config': `[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .\n\tsshCommand = touch ${marker()}; false\n[remote "origin"]\n\turl = ssh://x/y\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n`,
    });
    evil.remove();
    const first = here.commit('first');
    const below = nodeHost(join(here.path, 'sub'), process.env, new Date(0));
    const listing = below.list();
    assert.ok(listing.ok && listing.tracked);
    assert.ok(listing.entries.some(({ path }) => path === 'flake.lock'));
    assert.equal(below.resolveRevision('HEAD'), first);
    assert.equal(below.resolveRevision('a'.repeat(40)), undefined);
    assert.equal(below.prefix(), 'sub/');
    assert.ok(!existsSync(marker()));
  });
  test('no transport runs that the configuration of the checkout allows', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': 'x' });
    here.commit('first');
    for (const setting of [
      'protocol.allow always',
      'protocol.ext.allow always',
      'protocol.file.allow always',
      'core.repositoryFormatVersion 1',
      'extensions.partialClone origin',
      'remote.origin.promisor true',
    ]) {
      here.git('config', ...setting.split(' '));
    }
    here.git('config', 'remote.origin.url', `ext::touch ${marker()}`);
    const absent = 'a'.repeat(40);
    assert.equal(host().resolveRevision(absent), undefined);
    assert.ok(!existsSync(marker()));
    const fetched = spawnSync('git', fetchArguments(absent), {
      cwd: here.path,
      env: fetchEnvironment(process.env),
      encoding: 'utf8',
    });
    assert.match(fetched.stderr, /transport 'ext' not allowed/);
    assert.ok(!existsSync(marker()));
  });
  test('a commit that stands in for the base is not looked at', () => {
    here.git('init', '--quiet');
    here.write({ 'policy.yml': 'strict' });
    const base = here.commit('base');
    here.write({ 'policy.yml': 'lax' });
    const other = here.commit('other');
    here.git('replace', base, other);
    const read = host().readAt(base, 'policy.yml', 100);
    assert.ok(read.ok && read.text === 'strict');
  });
  test('revisions are checked before git sees them', () => {
    here.git('init', '--quiet');
    here.write({ a: 'x' });
    const first = here.commit('first');
    assert.equal(host().resolveRevision('HEAD'), first);
    assert.equal(host().resolveRevision(first.slice(0, 12)), first);
    for (const bad of ['--output=x', '-h', 'a..b', 'HEAD:a', '$(id)', '', 'no-such', 'a\nb']) {
      assert.equal(host().resolveRevision(bad), undefined, bad);
    }
  });
  test('variables that point git elsewhere are not passed on', () => {
    here.git('init', '--quiet');
    here.write({ 'flake.lock': 'x' });
    here.commit('first');
    const misled = nodeHost(
      here.path,
      { ...process.env, GIT_DIR: '/nonexistent', GIT_INDEX_FILE: '/nonexistent' },
      new Date(0),
    );
    const listing = misled.list();
    assert.ok(listing.ok && listing.tracked && listing.entries.length === 1);
  });
  test('a file of another revision, a missing one and one too large', () => {
    here.git('init', '--quiet');
    here.write({ 'sub/policy.yml': 'old' });
    const first = here.commit('first');
    here.write({ 'sub/policy.yml': 'new' });
    here.commit('second');
    unlinkSync(join(here.path, 'sub', 'policy.yml'));
    const below = nodeHost(join(here.path, 'sub'), process.env, new Date(0));
    const old = below.readAt(first, 'policy.yml', 100);
    assert.ok(old.ok && old.text === 'old');
    const missing = below.readAt(first, 'absent.yml', 100);
    assert.ok(!missing.ok && missing.cause === 'missing');
    const large = below.readAt(first, 'policy.yml', 2);
    assert.ok(!large.ok && large.cause === 'limit');
  });
});
