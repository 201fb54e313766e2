import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Policy } from '../../src/model/policy.ts';
import { applyPolicy } from '../../src/policy/apply.ts';
import { relocate } from '../../src/policy/relocate.ts';
import { now, policyOf, rules } from './sample.ts';

const entry = (subject: string, until?: string): string =>
  `  - {rule: lock-local-path, subject: ${subject}, reason: r${until ? `, until: ${until}` : ''}}`;

function moved(base: Policy, head: Policy | undefined): string[] {
  const { faults } = applyPolicy([], {
    policy: base,
    overrides: new Map(),
    comments: [],
    seen: [],
    texts: new Map(),
    rules,
    now,
  });
  const after = relocate(
    faults,
    { policy: base, comments: [] },
    head && { policy: head, comments: [] },
  );
  return after.map(({ reason, subject, at }) => `${reason} ${subject} @${at.start}`);
}

describe('relocate', () => {
  const base = policyOf('ignore:', entry('a'), entry('b', '2026-11-20'), entry('c', '2026-12-01'));
  it('points at the same entries of the head', () => {
    const head = policyOf(
      'ignore:',
      entry('c', '2026-12-01'),
      entry('b', '2026-11-20'),
      entry('a'),
    );
    assert.deepEqual(moved(base, head), [
      'unused lock-local-path a @163',
      'expired lock-local-path b @93',
      'unused lock-local-path c @23',
    ]);
  });
  it('drops what the head has removed or prolonged', () => {
    const head = policyOf('ignore:', entry('b', '2027-11-20'), entry('a'));
    assert.deepEqual(moved(base, head), ['unused lock-local-path a @93']);
  });
  it('drops everything of a base when there is no head to point at', () => {
    assert.deepEqual(moved(base, undefined), []);
  });
  it('leaves other faults alone', () => {
    const at = { start: 3, end: 4 };
    const fault = {
      reason: 'malformed',
      subject: 'comment',
      path: 'a.nix',
      at,
      message: 'm',
    } as const;
    const state = { policy: base, comments: [] };
    assert.deepEqual(relocate([fault], state, undefined), [fault]);
  });
});
