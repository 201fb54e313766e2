import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log, Run } from 'sarif';
import type { Report } from '../../src/model/report.ts';
import type { ReportOptions } from '../../src/report/options.ts';
import { sarifUri } from '../../src/report/sarif-location.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { findingOf, plainOptions, reportOf, ruleOf, sampleReport, spanOf } from './sample.ts';
import { sarifProblems } from './sarif-schema.ts';

function runOf(report: Report, options: ReportOptions = plainOptions): Run {
  const log: Log = JSON.parse(sarifReport(report, options));
  assert.deepEqual(sarifProblems(log), []);
  const [run] = log.runs;
  assert.ok(run !== undefined);
  return run;
}

test('the schema refuses what is no SARIF', () => {
  assert.ok(sarifProblems({ version: '2.1.0', runs: [{ tool: {} }] }).length > 0);
});

test('rules carry what code scanning shows', () => {
  const [rule] = runOf(sampleReport).tool.driver.rules ?? [];
  assert.equal(rule?.properties?.['security-severity'], '8.0');
  assert.equal(rule?.properties?.['precision'], 'high');
  assert.deepEqual(rule?.properties?.tags?.slice(0, 3), [
    'security',
    'supply-chain',
    'external/cwe/cwe-494',
  ]);
  assert.ok(rule?.help?.markdown?.startsWith('# lock-unpinned-input'));
});

test('a page, when there is one, is the help', () => {
  const rules = [{ ...ruleOf('x'), page: '# The page' }];
  assert.equal(runOf(reportOf({ rules })).tool.driver.rules?.[0]?.help?.markdown, '# The page');
});

test('texts, tags and related places keep the limits of code scanning', () => {
  const references = Array.from({ length: 30 }, (_, at) => `CWE-${at}`);
  const rules = [{ ...ruleOf('x'), summary: 'y'.repeat(5_000), references }];
  const related = Array.from({ length: 200 }, () => ({
    path: 'flake.nix',
    span: { start: 0, end: 0 },
    message: 'here',
  }));
  const run = runOf(reportOf({ rules, findings: [findingOf({ rule: 'x', related })] }));
  const rule = run.tool.driver.rules?.[0];
  assert.ok((rule?.shortDescription?.text.length ?? 0) <= 1_024);
  assert.ok((rule?.fullDescription?.text.length ?? 0) <= 1_024);
  assert.equal(rule?.properties?.tags?.length, 10);
  assert.equal(run.results?.[0]?.relatedLocations?.length, 100);
});

test('of too many results the mildest are left out, and it says so', () => {
  const findings = Array.from({ length: 25_010 }, (_, at) =>
    findingOf({ severity: at % 1_000 === 999 ? 'error' : 'notice', subject: `${at}` }),
  );
  const run = runOf(reportOf({ findings }));
  assert.equal(run.results?.length, 25_000);
  assert.equal(run.results.filter(({ level }) => level === 'error').length, 25);
  assert.equal(
    run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text,
    '10 results left out, the mildest first',
  );
});

test('what was not checked is said, up to a limit that is said too', () => {
  const notChecked = Array.from({ length: 1_500 }, (_, at) => ({
    rule: 'x',
    subject: `${at}`,
    path: 'flake.lock',
    why: 'rate limited',
  }));
  const [invocation] =
    runOf(reportOf({ notChecked, conclusion: { exitCode: 3, why: '' } })).invocations ?? [];
  assert.equal(invocation?.executionSuccessful, false);
  assert.equal(invocation.exitCode, 3);
  assert.equal(invocation.toolExecutionNotifications?.length, 1_001);
  assert.equal(
    invocation.toolExecutionNotifications.at(-1)?.message.text,
    '500 more were not checked',
  );
});

test('accepted findings are marked, or absent where the mark is ignored', () => {
  const marked = runOf(sampleReport).results?.filter(({ suppressions }) => suppressions);
  assert.equal(marked?.length, 1);
  const absent = runOf(sampleReport, { ...plainOptions, suppressed: false }).results;
  assert.equal(absent?.length, sampleReport.findings.length);
});

test('URIs are relative, encoded, and cannot climb', () => {
  const at = (root: string, path: string) => sarifUri({ root }, path);
  assert.equal(at('', 'a b/ü#?.lock'), 'a%20b/%C3%BC%23%3F.lock');
  assert.equal(at('sub', '../../etc/./passwd'), 'sub/etc/passwd');
  assert.equal(at('sub', '/nix/store/x.drv'), 'nix/store/x.drv');
  assert.equal(at('', 'javascript:alert'), 'javascript%3Aalert');
  assert.equal(at('', '\uD800'), '%EF%BF%BD');
  assert.equal(at('', '..'), '.');
});

test('the line hash is that of the redacted line: no secret can be solved from it', () => {
  const hashOf = (text: string, hidden: string) => {
    const finding = findingOf({ path: 'x.nix', span: spanOf(text, hidden) });
    const redact = () => [{ span: spanOf(text, hidden), mark: '‹redacted›' }];
    const report = reportOf({ findings: [finding], texts: new Map([['x.nix', text]]) });
    const [result] = runOf(report, { ...plainOptions, redact }).results ?? [];
    return result?.partialFingerprints?.['primaryLocationLineHash'];
  };
  assert.equal(hashOf('pin = "1234";\n', '1234'), hashOf('pin = "98765";\n', '98765'));
  assert.notEqual(hashOf('pin = "1234";\n', '1234'), hashOf('pass = "1234";\n', '1234'));
});

test('foreign text writes no link into a message', () => {
  const message = 'see [here](https://evil.example)';
  const [result] =
    runOf(reportOf({ findings: [findingOf({ subject: '', message, help: '' })] })).results ?? [];
  assert.equal(result?.message.text, 'see [here]\\u{28}https://evil.example)');
});
