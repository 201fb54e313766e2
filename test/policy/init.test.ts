import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { defaultPolicy } from '../../src/model/policy.ts';
import { applyPolicy, gradeAll } from '../../src/policy/apply.ts';
import type { Judged } from '../../src/model/rule.ts';
import { initFiles } from '../../src/policy/init.ts';
import type { Today } from '../../src/policy/init.ts';
import { coverOf } from '../../src/policy/inventory.ts';
import type { LockedInput } from '../../src/policy/inventory.ts';
import { loadBaseline, loadInventory, loadPolicy } from '../../src/policy/load.ts';
import { withoutRevision } from '../../src/policy/versioned.ts';
import { fuzzRuns, judgedAt, now, rules } from './sample.ts';

function today(judged: readonly Judged[], inputs: readonly LockedInput[]): Today {
  const findings = gradeAll(judged, defaultPolicy, new Map());
  return { findings, inputs, profile: 'default', failOn: 'error' };
}

function textOf(files: ReturnType<typeof initFiles>, ending: string): string {
  return files.find(({ path }) => path.endsWith(ending))?.text ?? '';
}

const inputs: readonly LockedInput[] = [
  { lock: 'b/flake.lock', input: 'utils/systems', source: 'github:nix-systems/default' },
  { lock: 'flake.lock', input: 'nixpkgs', source: 'github:NixOS/nixpkgs' },
  { lock: 'b/flake.lock', input: 'nixpkgs', source: 'github:NixOS/nixpkgs' },
];

describe('initFiles', () => {
  it('writes only the policy when there is nothing to accept', () => {
    const files = initFiles(today([], []));
    assert.deepEqual(
      files.map(({ path }) => path),
      ['.github/nix-secure-lint.yml'],
    );
    const loaded = loadPolicy('p', textOf(files, 'lint.yml'), rules);
    assert.ok(loaded.ok);
    assert.equal(loaded.value.inventoryFile, undefined);
    assert.equal(loaded.value.baselineFile, undefined);
  });

  it('points at the files it writes', () => {
    const files = initFiles(today([judgedAt('flake.lock', 'a')], inputs));
    const loaded = loadPolicy('p', textOf(files, 'lint.yml'), rules);
    assert.ok(loaded.ok);
    const { inventoryFile, baselineFile } = loaded.value;
    assert.deepEqual(
      files.slice(1).map(({ path }) => path),
      [inventoryFile, baselineFile],
    );
  });

  it('makes today green, with nothing unused, and any other day not', () => {
    const judged = [judgedAt('flake.lock', 'a'), judgedAt('flake.lock', 'a')];
    const files = initFiles(today(judged, inputs));
    const policy = loadPolicy('p', textOf(files, 'lint.yml'), rules);
    const inventory = loadInventory('i', textOf(files, 'inputs.yml'));
    const baseline = loadBaseline('b', textOf(files, 'baseline.json'));
    assert.ok(policy.ok && inventory.ok && baseline.ok);
    const run = (problems: readonly Judged[]) =>
      applyPolicy(problems, {
        policy: { ...policy.value, inventory: inventory.value },
        baseline: baseline.value,
        overrides: new Map(),
        comments: [],
        seen: inputs,
        texts: new Map(),
        rules,
        now,
      });
    assert.deepEqual(run(judged).findings, []);
    assert.deepEqual(
      run(judged).faults.filter(({ reason }) => reason === 'unused'),
      [],
    );
    assert.equal(run([...judged, judgedAt('flake.lock', 'a')]).findings.length, 1);
    const cover = coverOf(inventory.value, now);
    assert.ok(inputs.every((input) => cover(input) !== undefined));
    assert.equal(
      cover({ lock: 'flake.lock', input: 'new', source: 'github:NixOS/nixpkgs' }),
      undefined,
    );
  });

  it('writes the same text whatever the order', () => {
    const judged = [judgedAt('flake.lock', 'a'), judgedAt('b/flake.lock', 'b')];
    assert.deepEqual(
      initFiles(today(judged.toReversed(), inputs.toReversed())),
      initFiles(today(judged, inputs)),
    );
  });

  it('leaves milder findings to be seen', () => {
    const files = initFiles(today([judgedAt('flake.lock', 'a', { reason: 'store' })], []));
    assert.equal(files.length, 1);
  });

  it('every example works once its "# " is taken away', () => {
    const lines = textOf(initFiles(today([], [])), 'lint.yml').split('\n');
    const text = lines
      .filter((line) => /^(?!#)|^# {3,}|^# [a-z-]+:$/.test(line))
      .map((line) => line.replace(/^# /, ''))
      .filter((line) => !line.includes('lock-nixpkgs-eol'))
      .join('\n')
      .replace('rules:', 'rules: {}');
    const loaded = loadPolicy('p', text, rules);
    assert.deepEqual(loaded.ok ? [] : loaded.faults, []);
    assert.ok(loaded.ok);
    assert.equal(loaded.value.ignore.length + (loaded.value.trustedCaches?.length ?? 0), 2);
    assert.deepEqual(loaded.value.exclude, ['vendor/**']);
    assert.deepEqual(loaded.value.settingsFiles, ['etc/nix/*.conf']);
  });

  it('lists no name of a lock that would be a pattern', () => {
    const text = textOf(
      initFiles(
        today(
          [],
          [
            { lock: 'flake.lock', input: '**', source: 'github:a/b' },
            { lock: 'flake.lock', input: 'a', source: 'github:*/b' },
          ],
        ),
      ),
      'inputs.yml',
    );
    assert.match(text, /^# 2 inputs are left out/m);
    const loaded = loadInventory('i', text);
    assert.ok(loaded.ok);
    assert.deepEqual(loaded.value.inputs, []);
  });

  it('lists no more than the reader takes, and says so', () => {
    for (const name of ['i', 'n'.repeat(250)]) {
      const many = Array.from({ length: 6000 }, (_, index) => ({
        lock: 'flake.lock',
        input: `${name}${index}`,
        source: 'github:a/b',
      }));
      const text = textOf(initFiles(today([], many)), 'inputs.yml');
      const loaded = loadInventory('i', text);
      assert.ok(loaded.ok);
      assert.ok(loaded.value.inputs.length > 2000);
      const left = 6000 - loaded.value.inputs.length;
      assert.ok(text.includes(`# ${left} inputs are left out`));
    }
  });

  it('survives hostile names: what it lists means only itself', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom(...'a*/{}"\\\n#:,\u202e\uD800\u2028'.split('')),
        maxLength: 12,
      }),
    );
    const input = fc.record({ lock: fc.constant('flake.lock'), input: name, source: name });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 4 }), name, (list, subject) => {
        const files = initFiles(today([judgedAt(subject, subject)], list));
        const inventory = textOf(files, 'inputs.yml');
        assert.match(inventory, /^[\n\u0020-\u007e]*$/);
        const loaded = list.length === 0 ? undefined : loadInventory('i', inventory);
        assert.ok(loaded?.ok ?? true);
        for (const entry of loaded?.ok ? loaded.value.inputs : []) {
          assert.ok(
            list.some(
              ({ input, source }) =>
                input === entry.input && withoutRevision(source) === entry.source,
            ),
          );
        }
        const baseline = loadBaseline('b', textOf(files, 'baseline.json'));
        const counted = baseline.ok
          ? baseline.value.entries.map((entry) => entry.subject)
          : undefined;
        const expected = files.some(({ path }) => path.endsWith('.json'))
          ? [subject.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')]
          : undefined;
        assert.deepEqual(counted, expected);
      }),
      { numRuns: fuzzRuns },
    );
  });
});
