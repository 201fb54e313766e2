import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import * as z from 'zod';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { hostileReport, runs } from './hostile.ts';
import { sampleReport } from './sample.ts';

/** The properties GitLab's manual lists for an entry (ci/testing/code_quality, "Code Quality report format"). */
const shape = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string().min(1),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\/|\.\/)/),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
);

test('entries are those the manual describes, with distinct fingerprints', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const root = /^(\/|\.\/)/.test(report.root) ? '' : report.root;
      const findings = report.findings.map((one) => ({ ...one, path: `a${one.path}` }));
      const value = shape.parse(JSON.parse(gitlabReport({ ...report, root, findings })));
      assert.equal(value.length, findings.length);
      assert.equal(new Set(value.map(({ fingerprint }) => fingerprint)).size, value.length);
    }),
    { numRuns: runs },
  );
});

test('paths are relative, severities keep their order', () => {
  const value = shape.parse(JSON.parse(gitlabReport(sampleReport)));
  assert.deepEqual(
    value.map(({ severity, location }) => `${severity} ${location.path}`),
    [
      'critical systems/web/flake.lock',
      'major systems/web/flake.lock',
      'info systems/web/nix.conf',
      'critical nix/store/00000000000000000000000000000000-web.drv',
    ],
  );
});
