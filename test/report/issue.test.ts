import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import type { Change, Report } from '../../src/model/report.ts';
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

const open = (body: string) => ({ body, isClosed: false });
const closed = (body: string) => ({ body, isClosed: true });

function changed(verdict: Change['verdict'], commit: string, fields: Partial<Change> = {}): Report {
  const change: Change = {
    class: 'diff-content-tampered',
    path: 'flake.lock',
    subject: 'nixpkgs',
    verdict,
    digest: 'd'.repeat(64),
    origin: { commit, author: 'Ann', time: 0, subject: 'x', via: 'direct push' },
    ...fields,
  };
  return { ...withFindings([]), changes: [change] };
}

describe('the rolling issue', () => {
  test('the first one calls nothing new, the same again changes nothing', () => {
    const report = withFindings([numbered(1), numbered(2)]);
    const first = issueBody(undefined, report);
    assert.deepEqual([first.hasNews, first.isSettled], [true, false]);
    assert.ok(first.body.startsWith(ISSUE_MARKER));
    assert.ok(!first.body.includes('🆕'));
    const again = { body: first.body, hasNews: false, isSettled: false };
    assert.deepEqual(issueBody(open(first.body), report), again);
  });
  test('new and resolved findings are told against the body before', () => {
    const first = issueBody(undefined, withFindings([numbered(1), numbered(2)])).body;
    const second = issueBody(open(first), withFindings([numbered(2), numbered(3)]));
    assert.equal(second.hasNews, true);
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
  test('what is new comes first, then what is worst', () => {
    const first = issueBody(undefined, withFindings([numbered(1, { severity: 'notice' })])).body;
    const findings = [
      numbered(1, { severity: 'error' }),
      numbered(2, { severity: 'notice' }),
      numbered(3, { severity: 'error' }),
    ];
    const { body } = issueBody(open(first), withFindings(findings));
    assert.deepEqual(
      [...body.matchAll(/^\|.*(input\d)/gm)].map(([, subject]) => subject),
      ['input3', 'input2', 'input1'],
    );
  });
  test('marks that go and words that change are no news', () => {
    const old = issueBody(undefined, withFindings([numbered(1)])).body;
    const marked = issueBody(open(old), withFindings([numbered(1), numbered(2)]));
    assert.equal(marked.hasNews, true);
    const older = numbered(2, { message: 'older by a week' });
    const later = issueBody(closed(marked.body), withFindings([numbered(1), older]));
    assert.notEqual(later.body, marked.body);
    assert.equal(later.hasNews, false);
  });
  test('once everything is resolved it says so', () => {
    const first = issueBody(undefined, withFindings([numbered(1)])).body;
    const last = issueBody(open(first), withFindings([]));
    assert.match(last.body, /Nothing is open\./);
    assert.match(last.body, /input1/);
    assert.equal(last.isSettled, true);
    assert.ok(!issueBody(open(last.body), withFindings([])).body.includes('input1'));
  });
  test('what a run could not check is not called resolved, and is news once', () => {
    const first = issueBody(undefined, withFindings([numbered(1)])).body;
    const notChecked = [{ rule: 'meta-parse-error', path: 'flake.lock', subject: '', why: 'x' }];
    const blind = issueBody(open(first), { ...withFindings([]), notChecked });
    assert.match(blind.body, /### Not found this time[^\n]*\n\n- .*input1/);
    assert.doesNotMatch(blind.body, /Resolved|✅/);
    assert.deepEqual([blind.hasNews, blind.isSettled], [true, false]);
    const again = issueBody(open(blind.body), { ...withFindings([]), notChecked });
    assert.equal(again.hasNews, false);
  });
  test('a refused change stays listed past its stretch, until somebody closes the issue', () => {
    const first = issueBody(undefined, changed('fail', 'c'.repeat(40)));
    assert.match(first.body, /1 refused change\./);
    assert.equal(first.isSettled, false);
    const next = issueBody(open(first.body), withFindings([]));
    assert.match(
      next.body,
      /### Refused changes of earlier audits[^]*diff-content-tampered in cccccccc/,
    );
    assert.doesNotMatch(next.body, /Resolved/);
    assert.deepEqual([next.hasNews, next.isSettled], [false, false]);
    assert.deepEqual(issueBody(open(next.body), withFindings([])), next);
    const seen = issueBody(closed(next.body), withFindings([]));
    assert.doesNotMatch(seen.body, /Refused changes/);
    assert.equal(seen.isSettled, true);
  });
  test('a commit stands once above its changes, and what is refused comes first', () => {
    const one = changed('review', 'a'.repeat(40));
    const two = changed('fail', 'b'.repeat(40));
    const [review, fail] = [one.changes[0], two.changes[0]];
    assert.ok(review && fail);
    const other = { ...review, subject: 'other', digest: 'e'.repeat(64), message: 'z' };
    const { body } = issueBody(undefined, { ...one, changes: [review, other, fail] });
    const at = (part: string): number => body.indexOf(part);
    assert.ok(at('### Refused changes') < at('commit bbbbbbbbbb'));
    assert.ok(at('commit bbbbbbbbbb') < at('### Changes to look at'));
    assert.equal(body.split('commit aaaaaaaaaa').length, 2);
    assert.match(body, /^- commit a+ .*\n {2}- 👀 .*nixpkgs.*\n {2}- 👀 .*other/m);
  });
  test('a change that asked for a review goes with its stretch, and is not called resolved', () => {
    const first = issueBody(undefined, changed('review', 'c'.repeat(40)));
    assert.equal(first.isSettled, false);
    const next = issueBody(open(first.body), withFindings([]));
    assert.doesNotMatch(next.body, /Resolved|nixpkgs/);
    assert.equal(next.isSettled, true);
  });
  test('the same change in another commit is new', () => {
    const first = issueBody(undefined, changed('fail', 'c'.repeat(40))).body;
    const second = issueBody(open(first), changed('fail', 'd'.repeat(40)));
    assert.equal(second.hasNews, true);
    assert.match(second.body, /^- commit dddddddddd .*\n {2}- 🆕 ❌ /m);
    assert.match(second.body, /earlier audits[^]*in cccccccc/);
  });
  test('a body somebody wrote or edited counts as none, or for what is left of it', () => {
    for (const body of ['', 'hello', `${ISSUE_MARKER}\n<!-- nix-secure-lint:state {} -->`]) {
      assert.equal(readState(body), undefined);
      assert.ok(!issueBody(open(body), withFindings([numbered(1)])).body.includes('🆕'));
    }
    const odd = '<!-- nix-secure-lint:state [["x","y"],7,["0000000000000001","@all"],[]] -->';
    assert.deepEqual(readState(odd), [{ id: '0000000000000001', label: '@all' }]);
  });
  test('it fits into an issue whatever the findings say', () => {
    const long = '|`@x<!--\u0000'.repeat(5000);
    const fields = { subject: long, path: long, message: long, rule: 'lock-local-path' };
    const many = Array.from({ length: 3000 }, (_, number) => numbered(number, fields));
    const first = issueBody(undefined, withFindings(many)).body;
    const second = issueBody(open(first), withFindings([])).body;
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
