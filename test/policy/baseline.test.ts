import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { gradeAll } from '../../src/policy/apply.ts';
import type { Baseline } from '../../src/policy/baseline.ts';
import {
  baselineOf,
  matchBaseline,
  shrinkBaseline,
  writeBaseline,
} from '../../src/policy/baseline.ts';
import { formatFault } from '../../src/policy/fault.ts';
import { fingerprint } from '../../src/policy/fingerprint.ts';
import { loadBaseline } from '../../src/policy/load.ts';
import { fuzzRuns, judgedAt } from './sample.ts';

function findings(...subjects: readonly string[]): Finding[] {
  return gradeAll(
    subjects.map((subject) => judgedAt('flake.lock', subject)),
    defaultPolicy,
    new Map(),
  );
}

function reread(text: string): Baseline {
  const loaded = loadBaseline('base.json', text);
  assert.ok(loaded.ok);
  return loaded.value;
}

describe('fingerprint', () => {
  const identity = { rule: 'r', path: 'p', subject: 's', reason: 'x' };
  it('is 32 hex digits and stable', () => {
    assert.match(fingerprint(identity), /^[0-9a-f]{32}$/);
    assert.equal(fingerprint(identity), fingerprint({ ...identity, evidence: '' }));
  });
  it('tells apart identities whose parts only join to the same text', () => {
    const part = fc.string({ unit: fc.constantFrom('a', ':', '1', '\0', '\u00e9') });
    const five = fc.tuple(part, part, part, part, part);
    const digest = ([rule, path, subject, reason, evidence]: string[]): string =>
      fingerprint({
        rule: rule ?? '',
        path: path ?? '',
        subject: subject ?? '',
        reason: reason ?? '',
        evidence: evidence ?? '',
      });
    fc.assert(
      fc.property(five, five, (a, b) => {
        assert.equal(digest(a) === digest(b), JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: fuzzRuns },
    );
  });
  it('frames its parts: the same characters cut elsewhere are another identity', () => {
    const cut = (rule: string, path: string): string => fingerprint({ ...identity, rule, path });
    assert.notEqual(cut('ab', 'c'), cut('a', 'bc'));
    assert.notEqual(cut('a', '1:b'), cut('a1:', 'b'));
    assert.notEqual(cut('', 'a'), cut('a', ''));
  });
  it('does not see lines or wording', () => {
    const [a] = gradeAll([judgedAt('f', 's')], defaultPolicy, new Map());
    const moved = judgedAt('f', 's', { at: { start: 90, end: 99 }, message: 'other words' });
    const [b] = gradeAll([moved], defaultPolicy, new Map());
    assert.equal(a?.fingerprint, b?.fingerprint);
    const [c] = gradeAll([judgedAt('f', 's', { evidence: '/home/x' })], defaultPolicy, new Map());
    assert.notEqual(a?.fingerprint, c?.fingerprint);
  });
});

describe('baseline', () => {
  it('writes sorted entries with counts and reads them back', () => {
    const text = writeBaseline(baselineOf(findings('b', 'a', 'b')));
    const { entries } = reread(text);
    assert.deepEqual(
      entries.map(({ subject, count, rule }) => [subject, count, rule]),
      [
        ['a', 1, 'lock-local-path'],
        ['b', 2, 'lock-local-path'],
      ],
    );
    assert.deepEqual(JSON.parse(text).version, 1);
    assert.ok(entries.every(({ span }) => text.slice(span.start).startsWith('{"rule"')));
    assert.equal(writeBaseline(baselineOf(findings('a', 'b', 'b'))), text);
  });

  it('writes an empty one', () => {
    assert.deepEqual(reread(writeBaseline([])).entries, []);
  });

  it('accepts as many as it counts, and no more', () => {
    const baseline = reread(writeBaseline(baselineOf(findings('a', 'a', 'gone'))));
    const match = matchBaseline(baseline, findings('a', 'a', 'a', 'new'));
    assert.deepEqual(
      match.accepted.map(({ subject }) => subject),
      ['a', 'a'],
    );
    assert.deepEqual(
      match.fresh.map(({ subject }) => subject),
      ['a', 'new'],
    );
    assert.deepEqual(
      match.spare.map(({ entry, count }) => [entry.subject, count]),
      [['gone', 1]],
    );
  });

  it('shrinks and never grows', () => {
    const baseline = reread(writeBaseline(baselineOf(findings('a', 'a', 'gone'))));
    const shrunk = shrinkBaseline(baseline, findings('a', 'new', 'new'));
    assert.deepEqual(
      shrunk.map(({ subject, count }) => [subject, count]),
      [['a', 1]],
    );
  });

  it('adds up entries that share a fingerprint', () => {
    const [entry] = baselineOf(findings('a'));
    assert.ok(entry);
    const baseline = reread(writeBaseline([entry, entry]));
    assert.equal(matchBaseline(baseline, findings('a', 'a')).fresh.length, 0);
    const { spare } = matchBaseline(baseline, findings('a'));
    assert.deepEqual(
      spare.map(({ count }) => count),
      [1],
    );
  });

  it('accounts for every finding: accepted and fresh together are what was found', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const baseline = reread(writeBaseline(baselineOf(findings(...before))));
        const { fresh, accepted, spare } = matchBaseline(baseline, findings(...after));
        assert.equal(fresh.length + accepted.length, after.length);
        const left = spare.reduce((sum, { count }) => sum + count, 0);
        assert.equal(accepted.length + left, before.length);
      }),
      { numRuns: fuzzRuns },
    );
  });

  it('refuses what it did not write, with places', () => {
    const text =
      '{"version": 1, "findings": [\n  {"rule": "r", "fingerprint": "00", "count": 0}\n]}';
    const loaded = loadBaseline('base.json', text);
    assert.ok(!loaded.ok);
    assert.deepEqual(loaded.faults.map(formatFault), [
      'base.json:2:3: missing key "path"',
      'base.json:2:3: missing key "subject"',
      'base.json:2:3: missing key "reason"',
      'base.json:2:32: expected 32 lower-case hex digits, found "00"',
      'base.json:2:47: expected at least 1, found 0',
    ]);
  });
});
