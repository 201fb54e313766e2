import assert from 'node:assert/strict';
import { EOL } from 'node:os';
import { test } from 'node:test';
import { error, notice, warning } from '@actions/core';
import * as fc from 'fast-check';
import type { Annotation } from '../../src/report/github.ts';
import { commandLine } from '../../src/report/github-command.ts';
import { hostileText, runs } from './hostile.ts';

const core = { error, warning, notice };

/** What @actions/core writes to standard output for an annotation. */
function writtenByCore({ level, message, ...properties }: Annotation): string {
  const write = process.stdout.write.bind(process.stdout);
  let written = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    written += String(chunk);
    return true;
  };
  try {
    core[level](message, properties);
  } finally {
    process.stdout.write = write;
  }
  return written;
}

const line = fc.integer({ min: 1, max: 99_999 });

const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    level: fc.constantFrom('error', 'warning', 'notice'),
    message: hostileText,
    title: hostileText,
    file: hostileText,
    startLine: line,
    endLine: line,
    startColumn: line,
    endColumn: line,
  },
  { requiredKeys: ['level', 'message', 'title'] },
);

test('commands are those of @actions/core, byte for byte', () => {
  fc.assert(
    fc.property(annotation, (sample) => {
      // With no property at all, core keeps the space before `::`; the runner trims it.
      assert.equal(
        `${commandLine(sample)}${EOL}`,
        writtenByCore(sample).replace(/^::(\w+) ::/, '::$1::'),
      );
    }),
    { numRuns: runs },
  );
});
