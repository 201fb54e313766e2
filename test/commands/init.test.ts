import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { init } from '../../src/commands/policy.ts';
import { defaultOptions } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { textHost } from '../fixture-host.ts';

const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const locks = join(corpora, 'locks');
const skip = existsSync(locks) ? false : `no corpus at ${locks}`;

test('init makes every real lock green, and none of its entries is idle', { skip }, async () => {
  let accepted = 0;
  for (const name of readdirSync(locks).sort()) {
    const files = { 'flake.lock': readFileSync(join(locks, name), 'utf8') };
    const written = await init(textHost(files));
    assert.ok(written.ok, name);
    const more = Object.fromEntries(written.files.map(({ path, text }) => [path, text]));
    const outcome = await run(defaultOptions, textHost({ ...files, ...more }));
    assert.ok(outcome.ok, `${name}: ${outcome.ok ? '' : JSON.stringify(outcome.faults)}`);
    const { findings, suppressed, conclusion } = outcome.report;
    const wrong = findings.filter(
      ({ rule, severity }) => severity === 'error' || rule.startsWith('meta-'),
    );
    assert.deepEqual(wrong, [], name);
    assert.equal(conclusion.exitCode, 0, name);
    accepted += suppressed.length;
  }
  assert.ok(accepted > 0, 'some locks have something to accept');
});
