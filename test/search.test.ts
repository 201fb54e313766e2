import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultOptions } from '../src/options.ts';
import { run } from '../src/run.ts';
import { textHost } from './fixture-host.ts';

describe('files that are not searched for secrets', () => {
  test('a large one is said, and is no file that was read', async () => {
    const text = 'x\n'.repeat(2 * 1024 * 1024);
    const host = textHost({ 'a.env': 'a=b\n', 'dump.sql': text, 'film.mp4': text });
    const outcome = await run(defaultOptions, {
      ...host,
      read: (path, most) =>
        path === 'dump.sql' && text.length > most
          ? { ok: false, cause: 'limit', problem: 'too large' }
          : host.read(path, most),
    });
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.report.notes, [
      'Larger than 2 MiB and so not searched for secrets: 1.',
    ]);
    assert.equal(outcome.report.counts.files, 1);
  });
});
