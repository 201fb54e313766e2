import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { githubNode, lockText, narHash } from '../locks.ts';
import { soundFlake } from '../sound-flake.ts';
import { pullRequest } from './payloads.ts';
import { annotationsOf, artefactOf, type Session, startSession } from './session.ts';

const root = join('fixtures', 'exploits');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'exploit.json')));

let session: Session;
beforeEach(async () => {
  session = await startSession();
});
afterEach(() => session.end());

const inputs = { 'check-name': 'nix', annotations: 'checks', comment: 'true' };

describe('a pull request, by the bundled action', () => {
  test('with the whole gallery of exploits is refused, each at its line', async () => {
    const { repository, github } = session;
    const sound = names.flatMap((name) =>
      Object.entries(soundFlake).map(([file, text]) => [`${name}/${file}`, text]),
    );
    repository.write(Object.fromEntries(sound));
    const base = repository.commit('sound');
    for (const name of names) {
      cpSync(join(root, name, 'repository'), join(repository.path, name), { recursive: true });
    }
    const result = await session.run('pull_request', (head) => pullRequest(base, head), {
      files: {},
      inputs,
    });
    assert.equal(result.exitCode, 1);
    const [check] = github.state.checkRuns;
    const told = new Set(
      check?.annotations.map(
        ({ path, start_line: line, title, annotation_level: level }) =>
          `${path}:${line} ${level} ${title}`,
      ),
    );
    for (const name of names) {
      const exploit = JSON.parse(readFileSync(join(root, name, 'exploit.json'), 'utf8'));
      // One of them is an error in another profile than this one.
      const asked = 'profile' in exploit ? 'warning' : 'failure';
      const lines = readFileSync(join(root, name, 'expected-change.txt'), 'utf8').trim();
      for (const line of lines.split('\n')) {
        const [place = '', level, reason] = line.split(' ');
        if (level !== 'error') continue;
        const wanted = `${name}/${place} ${asked} ${reason}`;
        assert.ok(told.has(wanted), `${wanted}\n${[...told].join('\n')}`);
      }
    }
    assert.match(github.state.comments[0]?.body ?? '', /### Changed inputs/);
  });

  test('with a weekly update of a large flake passes, with one readable summary', async () => {
    const recent = Math.floor(Date.now() / 1_000) - 5 * 86_400;
    const lock = (version: string): string => {
      const versioned = (source: string) =>
        githubNode(source, {
          rev: narHash(version + source)
            .replaceAll(/[^0-9a-f]/g, '')
            .padEnd(40, '0')
            .slice(0, 40),
          narHash: narHash(version + source),
          lastModified: version === 'old' ? recent - 7 * 86_400 : recent,
        });
      const parts = Array.from({ length: 12 }, (_, at) => `part${at}`);
      const nodes = parts.map((part) => [
        part,
        { ...versioned(`acme/${part}`), inputs: { nixpkgs: 'nixpkgs' } },
      ]);
      return lockText({
        ...Object.fromEntries(nodes),
        nixpkgs: versioned('NixOS/nixpkgs'),
        root: { inputs: Object.fromEntries([...parts, 'nixpkgs'].map((one) => [one, one])) },
      });
    };
    session.repository.write({ 'flake.lock': lock('old') });
    const base = session.repository.commit('base');
    const change = { files: { 'flake.lock': lock('new') }, inputs };
    const result = await session.run('pull_request', (head) => pullRequest(base, head), change);
    assert.equal(result.exitCode, 0);
    assert.deepEqual(annotationsOf(result), []);
    assert.equal(artefactOf(result).changes.length, 25);
    for (const text of [result.summary, session.github.state.comments[0]?.body ?? '']) {
      const rows = text.split('\n').filter((line) => line.startsWith('| note |'));
      assert.equal(rows.length, 13, 'thirteen moves at twenty-five paths');
      assert.match(text, /`nixpkgs`, `part0\/nixpkgs`, `part1\/nixpkgs` and 10 more/);
      const headings = [...text.matchAll(/^### (\w+)/gm)].map(([, word]) => word);
      assert.deepEqual(headings, ['Changed', 'Inputs']);
    }
  });
});
