import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseArguments } from '../../src/arguments.ts';
import { approvals, diffReport, type NamedLock } from '../../src/commands/diff.ts';
import { defaultOptions, readSince } from '../../src/options.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { reporters } from '../../src/report/index.ts';
import { allRules } from '../../src/rules/index.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';
import { githubNode, lockOf, narHash } from '../locks.ts';
import { plainOptions } from '../report/sample.ts';

const before = { path: 'old.lock', text: lockOf({ nixpkgs: githubNode('NixOS/nixpkgs') }) };
const evil = githubNode('NixOS/nixpkgs', { narHash: narHash('evil') });
const after = { path: 'new.lock', text: lockOf({ nixpkgs: evil }) };
const compare = (from: NamedLock = before, to: NamedLock = after) =>
  diffReport(from, to, defaultOptions, FIXTURE_NOW);

describe('diff', () => {
  test('a swapped hash fails, in every format', () => {
    const report = compare();
    assert.equal(report.conclusion.exitCode, 1);
    for (const reporter of Object.values(reporters)) {
      assert.match(reporter(report, plainOptions), /diff-content-tampered/);
    }
  });
  test('equal locks are said to be equal', () => {
    const text = reporters.text(compare(before, before), plainOptions);
    assert.equal(text, 'note: No input changed.\n\nno findings in 2 files\n');
  });
  test('a file that is no lock does not pass', () => {
    const report = compare({ path: 'old.lock', text: '{' }, after);
    assert.equal(report.conclusion.exitCode, 3);
    assert.deepEqual(
      report.findings.map(({ path, rule }) => `${path} ${rule}`),
      ['old.lock meta-parse-error'],
    );
  });
  test('flake.nix beside both locks decides what is explained', () => {
    const moved = { path: 'new.lock', text: lockOf({ nixpkgs: githubNode('acme/nixpkgs') }) };
    const flake = '{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = _: { }; }';
    const verdict = (from: string, to: string) =>
      compare({ ...before, flake: from }, { ...moved, flake: to }).changes[0]?.verdict;
    assert.equal(verdict(flake, flake), 'fail');
    assert.equal(verdict(flake, flake.replace('NixOS', 'acme')), 'review');
  });
});

describe('approve', () => {
  test('prints a policy that loads once somebody says why, and names the digest', () => {
    const { changes } = compare();
    const text = `version: 1\n${approvals({ changes })}`;
    const empty = loadPolicy('p.yml', text, allRules);
    assert.ok(!empty.ok, 'a reason is needed');
    const loaded = loadPolicy('p.yml', text.replace("''", 'checked'), allRules);
    assert.ok(loaded.ok);
    assert.deepEqual(
      loaded.value.approvedChanges.map(({ match }) => match),
      changes.map(({ digest }) => digest),
    );
  });
  test('nothing foreign leaves its comment', () => {
    const [change] = compare().changes;
    assert.ok(change);
    const subject = 'a\n  - match: b\r\u2028c\u0085d';
    const lines = approvals({ changes: [{ ...change, subject }] }).split(
      /[\n\r\u0085\u2028\u2029]/,
    );
    assert.equal(lines.length, 6);
  });
  test('without anything to approve there is no entry', () => {
    assert.equal(approvals({ changes: [] }), '# No change asks for an approval.\n');
  });
});

describe('arguments', () => {
  const problem = (...words: string[]): string => {
    const parsed = parseArguments(words);
    return parsed.ok ? '' : parsed.problem;
  };
  test('what is missing is said', () => {
    assert.match(problem('diff', 'a.lock'), /two locks/);
    assert.match(problem('approve'), /two locks/);
    assert.match(problem('check', '--new-only'), /--base/);
  });
  test('an audit starts eight days ago unless told otherwise', () => {
    const since = (...words: string[]): unknown => {
      const parsed = parseArguments(['audit', ...words]);
      return parsed.ok && parsed.command.name === 'audit' ? parsed.command.options.since : parsed;
    };
    assert.deepEqual(since(), { kind: 'days', days: 8 });
    assert.deepEqual(since('--since', '2026-11-01'), { kind: 'date', date: '2026-11-01' });
    assert.deepEqual(since('--since', 'v1.2'), { kind: 'revision', revision: 'v1.2' });
    assert.deepEqual(readSince('2026-13-01'), { kind: 'revision', revision: '2026-13-01' });
  });
});
