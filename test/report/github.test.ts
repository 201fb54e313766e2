import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Severity } from '../../src/model/severity.ts';
import { annotations } from '../../src/report/github.ts';
import { findingOf, reportOf, sampleReport } from './sample.ts';

function many(severity: Severity, count: number) {
  return Array.from({ length: count }, (_, at) => findingOf({ severity, subject: `${at}` }));
}

const incomplete = { exitCode: 3, why: '1 not checked' } as const;
const failed = { exitCode: 1, why: 'errors' } as const;

test('errors come first, each level within ten, the failing verdict takes one place', () => {
  const findings = [...many('notice', 30), ...many('error', 12), ...many('warning', 11)];
  const { shown, folded, verdict } = annotations(reportOf({ findings, conclusion: failed }));
  const levels = shown.map(({ level }) => level);
  assert.deepEqual(levels, [
    ...Array<Severity>(9).fill('error'),
    ...Array<Severity>(10).fill('warning'),
    ...Array<Severity>(10).fill('notice'),
  ]);
  assert.equal(folded.length, 24);
  assert.deepEqual(verdict, {
    level: 'error',
    message:
      'nix-secure-lint: 12 errors, 11 warnings, 30 notices in 1 file; 24 not annotated but in the log',
  });
});

test('a passing run with too many findings says so in a notice, within the ten', () => {
  const { shown, folded, verdict } = annotations(reportOf({ findings: many('notice', 12) }));
  assert.equal(shown.length, 9);
  assert.equal(folded.length, 3);
  assert.equal(verdict?.level, 'notice');
});

test('a passing run that fits has no verdict', () => {
  const { shown, verdict } = annotations(reportOf({ findings: many('warning', 10) }));
  assert.equal(shown.length, 10);
  assert.equal(verdict, undefined);
});

test('an incomplete run is an error even without findings', () => {
  const { verdict } = annotations(reportOf({ conclusion: incomplete }));
  assert.equal(verdict?.level, 'error');
  assert.ok(verdict.message.endsWith('incomplete: 1 not checked'));
});

test('columns are sent for one line only, files are named from the top of the repository', () => {
  const { shown } = annotations(sampleReport);
  const [single, store, , multiple] = shown;
  assert.equal(single?.file, 'systems/web/flake.lock');
  assert.deepEqual([single.startLine, single.startColumn, single.endColumn], [4, 7, 15]);
  assert.equal(store?.file, undefined);
  assert.deepEqual([multiple?.startLine, multiple?.endLine], [1, 2]);
  assert.equal(multiple?.startColumn, undefined);
});

test('messages end before the runner cuts them', () => {
  const finding = findingOf({ message: '\u0001'.repeat(5_000), help: '\u0001'.repeat(5_000) });
  const [annotation] = annotations(reportOf({ findings: [finding] })).shown;
  assert.ok(annotation !== undefined && annotation.message.length <= 4_096);
  assert.match(annotation.message, /more characters\)$/);
});
