import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Report } from '../../src/model/report.ts';
import { junitReport } from '../../src/report/junit.ts';
import { hostileReport } from './hostile.ts';
import { findingOf, reportOf, sampleReport } from './sample.ts';

/** Reads documents with expat and checks the form JUnit readers share; prints the shapes it saw. */
const script = `
import json, sys, xml.etree.ElementTree as tree
shapes = []
for text in json.load(sys.stdin):
    root = tree.fromstring(text.encode())
    assert root.tag == 'testsuites', root.tag
    cases = []
    for suite in root:
        assert suite.tag == 'testsuite' and suite.get('name') is not None
        assert int(suite.get('tests')) == len(suite)
        for kind, tag in (('failures', 'failure'), ('errors', 'error'), ('skipped', 'skipped')):
            assert int(suite.get(kind)) == len(suite.findall('testcase/' + tag)), kind
        for case in suite:
            assert case.tag == 'testcase' and case.get('name') and case.get('classname') is not None
            cases.append([case[0].tag if len(case) else 'passed', case.get('name')])
    assert int(root.get('tests')) == len(cases)
    shapes.append(cases)
json.dump(shapes, sys.stdout)
`;

/** The outcome and name of each test case, as another XML parser reads them; undefined without python3. */
function readByExpat(reports: readonly Report[]): [string, string][][] | undefined {
  const input = JSON.stringify(reports.map(junitReport));
  const python = spawnSync('python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (python.error !== undefined) return undefined;
  assert.equal(python.status, 0, python.stderr);
  return JSON.parse(python.stdout);
}

test('hostile reports are well-formed XML of the shape readers expect', (t) => {
  const reports = fc.sample(hostileReport, 200);
  const read = readByExpat(reports);
  if (read === undefined) {
    t.skip('python3 is not here to parse XML');
    return;
  }
  assert.deepEqual(
    read.map((cases) => cases.length),
    reports.map(({ findings, suppressed, notChecked }) =>
      Math.max(1, findings.length + suppressed.length + notChecked.length),
    ),
  );
});

test('outcomes follow fail-on', (t) => {
  const findings = (['error', 'warning', 'notice'] as const).map((severity) =>
    findingOf({ severity }),
  );
  const levels = ['error', 'warning', 'notice', 'never'] as const;
  const read = readByExpat([
    ...levels.map((failOn) => reportOf({ failOn, findings })),
    sampleReport,
  ]);
  if (read === undefined) {
    t.skip('python3 is not here to parse XML');
    return;
  }
  const outcomes = read.map((cases) => cases.map(([outcome]) => outcome));
  assert.deepEqual(outcomes, [
    ['failure', 'system-out', 'system-out'],
    ['failure', 'failure', 'system-out'],
    ['failure', 'failure', 'failure'],
    ['system-out', 'system-out', 'system-out'],
    ['failure', 'system-out', 'skipped', 'error', 'system-out', 'failure'],
  ]);
});
