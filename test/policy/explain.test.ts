import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainInput, explainRule } from '../../src/policy/explain.ts';
import type { Setting } from '../../src/policy/explain.ts';
import { formatFault } from '../../src/policy/fault.ts';
import { loadInventory, loadPolicy } from '../../src/policy/load.ts';
import { now, rules } from './sample.ts';

const policyText = `version: 1
profile: strict
rules:
  lock-local-path: warning
ignore:
  - rule: lock-local-path
    subject: "utils/*"
    reason: known
    owner: "@me"
    until: 2026-01-31
inputs:
  allowed-sources: ["github:nix-systems/*", "**"]
`;
const inventoryText = `version: 1
inputs:
  - { input: "**", source: "github:nix-systems/*", reason: "helpers" }
`;

function setting(text: string, inventory?: string): Setting {
  const policy = loadPolicy('policy.yml', text, rules);
  const listed = inventory === undefined ? undefined : loadInventory('inputs.yml', inventory);
  if (!policy.ok) throw new Error(policy.faults.map(formatFault).join('\n'));
  assert.ok(listed?.ok ?? true);
  return {
    policy: { ...policy.value, ...(listed?.ok && { inventory: listed.value }) },
    overrides: new Map(),
    texts: new Map([
      ['policy.yml', text],
      ['inputs.yml', inventory ?? ''],
    ]),
    now,
  };
}

describe('explainRule', () => {
  const [rule] = rules;
  assert.ok(rule);
  it('tells levels and the lines that decide', () => {
    assert.equal(
      explainRule(rule, setting(policyText)),
      `lock-local-path: summary of lock-local-path
fix: mend lock-local-path
more: docs/rules/lock-local-path.md

  reason      default  strict   pedantic fires when
  home        error    error    error    home
  store       warning  error    error    store
  transitive  off      notice   warning  transitive

level: warning, from policy.yml:4:20
directories: an error below test, tests, checks, fixtures, examples, templates or docs becomes a notice
ignore: lock-local-path utils/* at policy.yml:6:5: known (@me, until 2026-01-31) expired, without effect
`,
    );
  });
  it('names the profile, and where it is chosen, when nothing else decides', () => {
    assert.match(
      explainRule(rule, setting('version: 1\nprofile: strict\n')),
      /^level: by reason, from profile strict \(policy\.yml:2:1\)$/m,
    );
    assert.match(
      explainRule(rule, setting('version: 1\n')),
      /^level: by reason, from profile default$/m,
    );
  });
  it('tells one reason and its fix when asked for it', () => {
    const text = explainRule(rule, setting('version: 1\n'), 'store');
    assert.match(text, /^fix: use follows$/m);
    assert.match(text, /^ {2}store /m);
    assert.doesNotMatch(text, /^ {2}home /m);
  });
  it('puts the command line first', () => {
    const overrides = new Map([[rule.id, 'off' as const]]);
    const text = explainRule(rule, { ...setting(policyText), overrides });
    assert.match(text, /^level: off, from the command line$/m);
  });
});

describe('explainInput', () => {
  const inputs = [
    { lock: 'flake.lock', input: 'utils', source: 'github:numtide/flake-utils' },
    {
      lock: 'flake.lock',
      input: 'utils/systems',
      source: 'github:nix-systems/default',
      rev: 'da67096a',
      lastModified: 1_681_028_828,
    },
  ];
  it('tells the chain and which entries decide', () => {
    assert.equal(
      explainInput('utils/systems', inputs, setting(policyText, inventoryText)),
      `utils/systems in flake.lock
source: github:nix-systems/default
locked: da67096a, 2023-04-09
chain:
  (root)
    utils = github:numtide/flake-utils
      systems = github:nix-systems/default
inventory: ** = github:nix-systems/* at inputs.yml:3:5: helpers
allowed: github:nix-systems/* at policy.yml:12:21
ignore: lock-local-path utils/* at policy.yml:6:5: known (@me, until 2026-01-31) expired, without effect
`,
    );
  });
  it('says so when nothing lists it', () => {
    const text = explainInput('utils', inputs, setting('version: 1\n', inventoryText)) ?? '';
    assert.match(text, /^inventory: not listed in inputs\.yml$/m);
    assert.match(
      text,
      /^allowed: the policy has no list; lock-untrusted-source judges by the forges it knows$/m,
    );
  });
  it('knows hosts and owners when told', () => {
    const policy = setting(
      'version: 1\ninputs: {allowed-hosts: ["*.gnome.org"], allowed-owners: ["github:a"]}\n',
    );
    const decide = (host?: string, owner?: string) =>
      explainInput('x', [{ lock: 'l', input: 'x', source: 's', host, owner }], policy) ?? '';
    assert.match(decide('gitlab.gnome.org'), /^allowed: \*\.gnome\.org at policy\.yml:2:26$/m);
    assert.match(decide('github.com', 'github:A'), /^allowed: github:a at policy\.yml:2:59$/m);
    assert.match(decide('github.com', 'github:b'), /^allowed: by no entry/m);
  });
  it('does not take a time Nix did not know for a date', () => {
    const locked = (lastModified: number) =>
      explainInput(
        'x',
        [{ lock: 'l', input: 'x', source: 's', lastModified }],
        setting('version: 1\n'),
      );
    for (const time of [0, 1, -5, 1e300])
      assert.match(locked(time) ?? '', /^locked: no revision$/m);
  });
  it('is undefined for an input that no lock has', () => {
    assert.equal(explainInput('systems', inputs, setting(policyText)), undefined);
  });
  it('makes names visible that could forge lines', () => {
    const evil = [{ lock: 'flake.lock', input: 'a\nallowed: yes\u202e', source: 's\u001b[2J' }];
    const text = explainInput('a\nallowed: yes\u202e', evil, setting('version: 1\n')) ?? '';
    assert.match(text, /^a\\u\{a\}allowed: yes\\u\{202e\} in flake\.lock$/m);
    assert.match(text, /^source: s\\u\{1b\}\[2J$/m);
  });
});
