import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { issueBody, ISSUE_MARKER } from '../../src/report/issue.ts';
import { readState, writeState } from '../../src/report/issue-state.ts';
import { fuzzRuns } from '../fuzz.ts';
import { findingOf, sampleReport } from './sample.ts';

function withFindings(findings: readonly Finding[]): Report {
  return { ...sampleReport, findings, notChecked: [], changes: [], changeRequests: 0 };
}

function numbered(number: number, fields: Partial<Finding> = {}): Finding {
  const fingerprint = number.toString(16).padStart(16, '0').repeat(2);
  return findingOf({ fingerprint, subject: `input${number}`, ...fields });
}

describe('the rolling issue', () => {
  test('the first one calls nothing new, the same again changes nothing', () => {
    const report = withFindings([numbered(1), numbered(2)]);
    const first = issueBody(undefined, report);
    assert.equal(first.changed, true);
    assert.ok(first.body.startsWith(ISSUE_MARKER));
    assert.ok(!first.body.includes('🆕'));
    assert.deepEqual(issueBody(first.body, report), { body: first.body, changed: false });
  });
  test('new and resolved findings are told against the body before', () => {
    const first = issueBody(undefined, withFindings([numbered(1), numbered(2)])).body;
    const second = issueBody(first, withFindings([numbered(2), numbered(3)]));
    assert.equal(second.changed, true);
    const rows = second.body.split('\n').filter((line) => line.startsWith('| '));
    assert.deepEqual(
      rows.slice(2).map((row) => [row.includes('🆕'), /input\d/.exec(row)?.[0]]),
      [
        [true, 'input3'],
        [false, 'input2'],
      ],
    );
    assert.match(second.body, /### Resolved since last time\n\n- ✅ .*input1/);
  });
  test('once everything is resolved it says so', () => {
    const first = issueBody(undefined, withFindings([numbered(1)])).body;
    const last = issueBody(first, withFindings([]));
    assert.match(last.body, /Nothing is open\./);
    assert.match(last.body, /input1/);
    assert.ok(!issueBody(last.body, withFindings([])).body.includes('input1'));
  });
  test('a body somebody wrote or edited counts as none, or for what is left of it', () => {
    for (const body of ['', 'hello', `${ISSUE_MARKER}\n<!-- nix-secure-lint:state {} -->`]) {
      assert.equal(readState(body), undefined);
      assert.ok(!issueBody(body, withFindings([numbered(1)])).body.includes('🆕'));
    }
    const odd = '<!-- nix-secure-lint:state [["x","y"],7,["0000000000000001","@all"],[]] -->';
    assert.deepEqual(readState(odd), [{ id: '0000000000000001', label: '@all' }]);
  });
  test('it fits into an issue whatever the findings say', () => {
    const long = '|`@x<!--\u0000'.repeat(5000);
    const fields = { subject: long, path: long, message: long, rule: 'lock-local-path' };
    const many = Array.from({ length: 3000 }, (_, number) => numbered(number, fields));
    const first = issueBody(undefined, withFindings(many)).body;
    const second = issueBody(first, withFindings([])).body;
    assert.ok(first.length < 65_536, `${first.length}`);
    assert.ok(second.length < 65_536, `${second.length}`);
    assert.match(first, /left out for size/);
  });
  test('foreign text ends no comment and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (label) => {
        const text = writeState([{ id: '00000000000000ff', label }]);
        assert.equal(text.indexOf('-->'), text.length - 3);
        assert.ok(!/[@#<>`]/.test(text.slice(4, -3)));
        assert.deepEqual(readState(text), [{ id: '00000000000000ff', label }]);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});
