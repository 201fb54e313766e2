import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Inventory } from '../../src/model/policy.ts';
import { acceptanceFaults } from '../../src/policy/acceptance-faults.ts';
import { isLive, termOf } from '../../src/policy/expiry.ts';
import { coverOf, decidingPattern, usedByInputs } from '../../src/policy/inventory.ts';
import { inventoryOf, now, policyOf } from './sample.ts';

function decider(inventory: Inventory, input: string, source: string, lock = 'flake.lock') {
  return coverOf(inventory, now)({ lock, input, source })?.reason;
}

describe('inventory', () => {
  const inventory = inventoryOf(
    '  - {source: "github:NixOS/*", reason: owner}',
    '  - {input: "**", source: "**", lock: "examples/**", reason: examples}',
    '  - {input: "*/systems", source: "github:nix-systems/*", reason: helpers}',
    '  - {input: utils/systems, source: "github:nix-systems/default", reason: exact}',
    '  - {input: nixpkgs, source: "github:NixOS/nixpkgs", reason: pinned}',
    '  - {input: old, source: "github:gone/old", until: 2026-11-20, reason: over}',
    '  - {input: last, source: "github:gone/last", until: 2026-11-21, reason: today}',
  );
  const cases: readonly (readonly [string, string, string | undefined, string?])[] = [
    ['nixpkgs', 'github:NixOS/nixpkgs', 'pinned'],
    ['nixpkgs', 'github:nixos/NIXPKGS', 'pinned'],
    ['other', 'github:NixOS/nix', 'owner'],
    ['nixpkgs', 'github:evil/nixpkgs', undefined],
    ['utils/systems', 'github:nix-systems/default', 'exact'],
    ['utils/systems', 'github:nix-systems/x86_64-linux', 'helpers'],
    ['a/b/systems', 'github:nix-systems/default', undefined],
    ['anything', 'github:who/knows', 'examples', 'examples/a/flake.lock'],
    ['anything', 'github:who/knows', undefined, 'example/flake.lock'],
    ['nixpkgs', 'github:NixOS/nixpkgs', 'pinned', 'examples/a/flake.lock'],
    ['old', 'github:gone/old', undefined],
    ['last', 'github:gone/last', 'today'],
    ['*', 'github:x/y', undefined],
    ['__proto__', 'github:NixOS/x', 'owner'],
  ];
  for (const [input, source, expected, lock] of cases) {
    it(`${input} = ${source} in ${lock ?? 'flake.lock'}: ${expected ?? 'not listed'}`, () => {
      assert.equal(decider(inventory, input, source, lock), expected);
    });
    it(`the same from the inventory turned round`, () => {
      const turned = { ...inventory, inputs: inventory.inputs.toReversed() };
      assert.equal(decider(turned, input, source, lock), expected);
    });
  }

  it('asks a reason of patterns, not of what init writes down', () => {
    const listed = inventoryOf(
      '  - {input: a, source: "github:b/a"}',
      '  - {input: "*", source: "github:b/a"}',
      '  - {input: a, source: "github:b/*"}',
      '  - {source: "github:b/a"}',
    );
    const named = usedByInputs({ ...policyOf(), inventory: listed }, []);
    assert.deepEqual(
      named.map(({ record }) => record),
      [true, false, false, false],
    );
    const faults = acceptanceFaults(named, now).filter(({ reason }) => reason === 'no-reason');
    assert.equal(faults.length, 3);
  });

  it('tells a changed source from an entry that is left over', () => {
    const seen = [{ lock: 'flake.lock', input: 'nixpkgs', source: 'github:evil/nixpkgs' }];
    const faults = acceptanceFaults(usedByInputs({ ...policyOf(), inventory }, seen), now);
    assert.deepEqual(
      faults.flatMap(({ help, message }) => (help === undefined ? [] : [message])),
      ['inventory lists github:NixOS/nixpkgs for "nixpkgs", flake.lock has github:evil/nixpkgs'],
    );
  });

  it('tells which entries match no input', () => {
    const seen = [
      { lock: 'flake.lock', input: 'nixpkgs', source: 'github:NixOS/nixpkgs' },
      { lock: 'examples/flake.lock', input: 'x', source: 'github:a/b' },
    ];
    const used = usedByInputs({ ...policyOf(), inventory }, seen).filter((one) => one.used);
    assert.deepEqual(
      used.map(({ acceptance }) => acceptance.reason),
      ['owner', 'examples', 'pinned'],
    );
  });
});

describe('decidingPattern', () => {
  it('takes the most specific live pattern', () => {
    const { allowedSources } = policyOf(
      'inputs:',
      '  allowed-sources:',
      '    - "**"',
      '    - {match: "github:NixOS/nixpkgs", until: 2026-01-01}',
      '    - "github:*/nixpkgs"',
      '    - "github:NixOS/*"',
    );
    const decided = (text: string) => decidingPattern(allowedSources, text, 'source', now)?.match;
    assert.equal(decided('github:NixOS/nixpkgs'), 'github:*/nixpkgs');
    assert.equal(decided('github:NixOS/nix'), 'github:NixOS/*');
    assert.equal(decided('tarball:https://x/y'), '**');
  });
});

describe('expiry', () => {
  const cases: readonly (readonly [until: string, at: string, term: string])[] = [
    ['2026-11-21', '2026-11-21T00:00:00Z', 'expiring'],
    ['2026-11-21', '2026-11-21T23:59:59.999Z', 'expiring'],
    ['2026-11-21', '2026-11-22T00:00:00Z', 'expired'],
    ['2026-12-05', '2026-11-21T00:00:00Z', 'expiring'],
    ['2026-12-06', '2026-11-21T23:59:59Z', 'open'],
    ['2027-01-03', '2026-12-20T01:00:00+02:00', 'open'],
    ['2027-01-02', '2026-12-20T01:00:00+02:00', 'expiring'],
  ];
  for (const [until, at, term] of cases) {
    it(`until ${until} at ${at}: ${term}`, () => {
      assert.equal(termOf({ until }, new Date(at)), term);
      assert.equal(isLive({ until }, new Date(at)), term !== 'expired');
    });
  }
  it('without an end it stays open', () => assert.equal(termOf({}, now), 'open'));
});
