import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Report } from '../../src/model/report.ts';
import { annotations } from '../../src/report/github.ts';
import { formats, reporters } from '../../src/report/index.ts';
import { reportSchema } from '../../src/report/json-schema.ts';
import { hostileReport, runs } from './hostile.ts';
import { commandsIn } from './runner.ts';
import { plainOptions, sampleReport } from './sample.ts';
import { sarifProblems } from './sarif-schema.ts';

/** What must never reach a terminal or a log as it is; line breaks of the layout apart. */
const raw =
  /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/u;

function always(judge: (report: Report) => void): void {
  fc.assert(fc.property(hostileReport, judge), { numRuns: runs });
}

for (const format of formats) {
  test(`${format}: no control character, the same bytes twice`, () => {
    always((report) => {
      const text = reporters[format](report, plainOptions);
      assert.doesNotMatch(text, raw);
      assert.equal(reporters[format](report, plainOptions), text);
    });
  });
}

for (const format of formats.filter((name) => name !== 'github')) {
  test(`${format}: no line is a workflow command`, () => {
    always((report) => {
      assert.deepEqual(commandsIn(reporters[format](report, plainOptions)), []);
    });
  });
}

test('the judge of commands sees one when there is one', () => {
  assert.equal(commandsIn('  ::error file=a%2Cb::x\n').length, 1);
  assert.equal(commandsIn('a ##[add-mask]e').length, 1);
  assert.deepEqual(commandsIn('::x::y\na ::error::'), []);
});

test('github: the runner reads the annotations and nothing else', () => {
  always((report) => {
    const { shown, verdict } = annotations(report);
    const read = commandsIn(reporters.github(report, plainOptions));
    assert.deepEqual(
      read.map(({ name, data }) => [name, data]),
      [...shown, ...(verdict === undefined ? [] : [verdict])].map(({ level, message }) => [
        level,
        message,
      ]),
    );
    shown.forEach(({ file, title }, index) => {
      // The runner trims the list of properties.
      assert.equal(read[index]?.properties.get('title')?.trimEnd(), title.trimEnd());
      if (file !== undefined && file !== '') {
        assert.equal(read[index]?.properties.get('file')?.trimEnd(), file.trimEnd());
      }
    });
  });
});

test('json: keeps every value and meets its schema', () => {
  always((report) => {
    const parsed = reportSchema.parse(JSON.parse(reporters.json(report, plainOptions)));
    assert.deepEqual(
      parsed.findings.map(({ path, subject, message }) => [path, subject, message]),
      report.findings.map(({ path, subject, message }) => [path, subject, message]),
    );
  });
});

test('sarif: meets the schema, every location is relative and stays inside', () => {
  always((report) => {
    const log: unknown = JSON.parse(reporters.sarif(report, plainOptions));
    assert.deepEqual(sarifProblems(log), []);
    for (const [, uri = ''] of JSON.stringify(log).matchAll(/"uri":"([^"]*)"/g)) {
      assert.match(uri, /^[A-Za-z0-9\-._~!'()*%/]+$/);
      assert.ok(!uri.startsWith('/') && !uri.split('/').includes('..'));
    }
  });
});

test('text: an honest report shows each place, rule, message and help', () => {
  const text = reporters.text(sampleReport, { ...plainOptions, width: 1_000 });
  for (const finding of sampleReport.findings) {
    for (const part of [
      finding.path,
      finding.rule,
      finding.reason,
      finding.message,
      finding.help,
    ]) {
      assert.ok(text.includes(part), part);
    }
  }
});
