import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { chooseFixes, edited } from '../../src/fix/choose.ts';
import { filePatch } from '../../src/fix/patch.ts';
import { replaceFile } from '../../src/host/replace.ts';
import type { Edit, Finding } from '../../src/model/finding.ts';
import { fuzzRuns } from '../fuzz.ts';

/** Texts of short lines and edits in order and apart. */
const changes = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'bb', 'c\r', '', 'd d'), { maxLength: 40 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', 'x', 'y\nz', '\n')), {
      maxLength: 5,
    }),
  )
  .map(([rows, closed, raw]): { text: string; edits: Edit[] } => {
    const text = rows.join('\n') + (closed ? '\n' : '');
    const wanted = raw.map(([at, length, with_]) => {
      const start = text.length === 0 ? 0 : at % text.length;
      return {
        path: 'f',
        span: { start, end: Math.min(text.length, start + length) },
        text: with_,
      };
    });
    wanted.sort((a, b) => a.span.start - b.span.start);
    const edits: Edit[] = [];
    for (const edit of wanted) {
      if (edit.span.start > (edits.at(-1)?.span.end ?? -1)) edits.push(edit);
    }
    return { text, edits };
  });

describe('patches', () => {
  test('git apply makes of them what the edits make', () => {
    const folder = mkdtempSync(join(tmpdir(), 'patch-'));
    fc.assert(
      fc.property(changes, ({ edits, text }) => {
        const wanted = edited(text, edits);
        if (wanted === text || wanted === '') return;
        writeFileSync(join(folder, 'f'), text);
        const input = filePatch('f', text, edits);
        const git = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input });
        assert.equal(git.status, 0, `${git.stderr.toString()}\n${input}`);
        assert.equal(readFileSync(join(folder, 'f'), 'utf8'), wanted);
      }),
      { numRuns: fuzzRuns(40) },
    );
  });

  test('a fix that touches another is put off, an unsafe one needs to be asked for', () => {
    const finding = (start: number, safety: 'safe' | 'unsafe'): Finding => {
      const edits = [{ path: 'f', span: { start, end: start + 2 }, text: '' }];
      // Only the fix of a finding matters here.
      return { fix: { title: '', safety, edits } } as unknown as Finding;
    };
    const findings = [finding(0, 'safe'), finding(1, 'safe'), finding(9, 'unsafe')];
    assert.equal(chooseFixes(findings, 'safe').applied, 1);
    assert.equal(chooseFixes(findings, 'safe').postponed, 1);
    assert.equal(chooseFixes(findings, 'unsafe').applied, 2);
  });

  test('a file that changed meanwhile is left alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'patch-'));
    writeFileSync(join(folder, 'f'), 'new');
    assert.match(replaceFile(folder, 'f', 'old', 'mine') ?? '', /has changed/);
    assert.equal(replaceFile(folder, 'f', 'new', 'mine'), undefined);
    assert.equal(readFileSync(join(folder, 'f'), 'utf8'), 'mine');
  });
});
