import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultOptions } from '../../src/options.ts';
import { explainRule } from '../../src/policy/explain.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { sandboxDisabled } from '../../src/rules/conf/sandbox-disabled.ts';
import { run } from '../../src/run.ts';
import { textHost } from '../fixture-host.ts';
import { now, policyOf, rules } from './sample.ts';

const policyFile = 'nix-secure-lint.yml';

/** `path rule` of every finding under a policy with these lines. */
async function found(files: Readonly<Record<string, string>>, line: string): Promise<string[]> {
  const host = textHost({ ...files, [policyFile]: `version: 1\n${line}\n` });
  const outcome = await run(defaultOptions, host);
  assert.ok(outcome.ok);
  return outcome.report.findings.map(({ path, rule }) => `${path} ${rule}`);
}

describe('files.settings', () => {
  const off = 'sandbox = false\n';
  it('has files of any name read as nix.conf', async () => {
    const files = { 'hosts/a/nix-extra.conf': off, 'hosts/b.txt': off, NIX: off };
    assert.deepEqual(await found(files, ''), []);
    assert.deepEqual(await found(files, 'files: {settings: ["hosts/**", NIX]}'), [
      'NIX conf-sandbox-disabled',
      'hosts/a/nix-extra.conf conf-sandbox-disabled',
      'hosts/b.txt conf-sandbox-disabled',
    ]);
  });
  it('takes no file from the rules of its own kind', async () => {
    const files = {
      '.github/workflows/ci.yml': 'on: push\njobs: {a: {steps: [{run: nix build --no-sandbox}]}}',
      'x.sh': 'nix build --no-sandbox\n',
      'flake.lock': '{"version": 7, "root": "root", "nodes": {"root": {}, "root": {}}}',
    };
    const plain = await found(files, '');
    assert.equal(plain.length, 3);
    assert.deepEqual(await found(files, 'files: {settings: ["**"], exclude: ["*.yml"]}'), plain);
  });
  it('yields to files.exclude', async () => {
    const both = 'files: {settings: ["*.conf"], exclude: [a.conf]}';
    assert.deepEqual(await found({ 'a.conf': off }, both), []);
  });
  it('reports a file that another one includes once', async () => {
    const files = { 'nix.conf': 'include more.conf\n', 'more.conf': off };
    const [first, ...more] = await found(files, 'files: {settings: ["*.conf"]}');
    assert.deepEqual([first, more], ['more.conf conf-sandbox-disabled', []]);
  });
  it('is told by explain, with its place, of rules about settings only', () => {
    const text = 'version: 1\nfiles:\n  settings: ["etc/*.conf"]\n';
    const policy = loadPolicy(policyFile, text, rules);
    assert.ok(policy.ok);
    const texts = new Map([[policyFile, text]]);
    const setting = { policy: policy.value, overrides: new Map(), texts, now };
    assert.match(
      explainRule(sandboxDisabled, setting),
      /^also reads: etc\/\*\.conf, from nix-secure-lint\.yml:3:14$/m,
    );
    const [other] = rules;
    assert.ok(other);
    assert.doesNotMatch(explainRule(other, setting), /also reads/);
  });
  it('is a list of relative paths', () => {
    assert.throws(() => policyOf('files: {settings: ["/etc/nix.conf"]}'), /relative/);
    assert.throws(() => policyOf('files: {settings: nix.conf}'), /list|array/);
  });
});
