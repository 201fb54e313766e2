import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addedAt, addedLines } from '../../src/github/patch-lines.ts';
import { suggestions } from '../../src/github/suggestion.ts';
import type { Edit, Fix } from '../../src/model/finding.ts';
import { findingOf, plainOptions, reportOf, spanOf } from '../report/sample.ts';

const path = 'nix.conf';
const text = 'first\nsandbox = false # `why`\nlast\n';
const edit = (part: string, replacement: string): Edit => ({
  path,
  span: spanOf(text, part),
  text: replacement,
});

const offered = (edits: readonly Edit[], options = plainOptions, file = text) => {
  const fix: Fix = { title: 'fix it', safety: 'safe', edits };
  const finding = findingOf({ path, fix });
  return suggestions(reportOf({ findings: [finding], texts: new Map([[path, file]]) }), options);
};

describe('a suggestion', () => {
  test('replaces the whole line by the line with every edit made', () => {
    const [one] = offered([edit('false', 'true'), edit('sandbox', 'SANDBOX')]);
    assert.equal(one?.line, 2);
    assert.equal(one.text, 'sandbox = false # `why`');
    assert.match(one.body, /\n```suggestion\nSANDBOX = true # `why`\n```$/);
  });
  test('has a fence longer than any in the line', () => {
    const [one] = offered([edit('false', '`````')]);
    assert.match(one?.body ?? '', /\n``````suggestion\n.*\n``````$/);
  });
  test('is not offered over several lines, for another file, or for nothing', () => {
    assert.deepEqual(offered([edit('false # `why`\nlast', 'x')]), []);
    assert.deepEqual(offered([edit('first', 'x'), edit('last', 'x')]), []);
    assert.deepEqual(offered([{ ...edit('first', 'x'), path: 'other' }]), []);
    assert.deepEqual(offered([edit('false', 'false')]), []);
    assert.deepEqual(offered([]), []);
  });
  test('shows neither hidden characters nor line breaks nor secrets', () => {
    assert.deepEqual(offered([edit('false', 'true\u202e')]), []);
    assert.deepEqual(offered([edit('false', 'true\nevil')]), []);
    const redact = () => [{ span: { start: 0, end: 1 }, mark: '‹redacted›' }];
    assert.deepEqual(offered([edit('false', 'true')], { ...plainOptions, redact }), []);
  });
  test('is made once for a line', () => {
    const fix: Fix = { title: 'x', safety: 'safe', edits: [edit('false', 'true')] };
    const findings = [findingOf({ path, fix }), findingOf({ path, fix, subject: 'other' })];
    const report = reportOf({ findings, texts: new Map([[path, text]]) });
    assert.equal(suggestions(report, plainOptions).length, 1);
  });
});

describe('the lines a patch adds', () => {
  const patch =
    '@@ -1,2 +1,3 @@ head\n one\n-two\n+deux\n+trois\n@@ -9 +10,2 @@\n nine\n+ten\n\\ No newline';
  test('have the numbers of the new file', () => {
    assert.deepEqual(
      [...addedLines(patch)],
      [
        [2, 'deux'],
        [3, 'trois'],
        [11, 'ten'],
      ],
    );
  });
  test('are found by text when they moved, unless two are the same', () => {
    const added = addedLines(patch);
    assert.equal(addedAt(added, 2, 'deux'), 2);
    assert.equal(addedAt(added, 40, 'trois'), 3);
    assert.equal(addedAt(added, 2, 'two'), undefined);
    assert.equal(addedAt(addedLines('@@ -0,0 +1,2 @@\n+x\n+x'), 9, 'x'), undefined);
  });
  test('are read from anything without a fault', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        for (const [line] of addedLines(`@@ -1 +1 @@\n${any}`)) assert.ok(line >= 0);
      }),
    );
  });
});
