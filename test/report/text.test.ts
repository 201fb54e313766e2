import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textReport } from '../../src/report/text.ts';
import { cleanReport, findingOf, plainOptions, reportOf, sampleReport, spanOf } from './sample.ts';

test('excerpts pass redaction, which is asked once per file', () => {
  const hidden = 'z'.repeat(40);
  const text = `token = "${hidden}";\nother = "${hidden}";\n`;
  const findings = ['token', 'other'].map((subject) =>
    findingOf({ path: 'x.nix', span: spanOf(text, subject), subject }),
  );
  const asked: string[] = [];
  const redact = (path: string, whole: string) => {
    asked.push(path);
    const starts = [whole.indexOf(hidden), whole.lastIndexOf(hidden)];
    return starts.map((start) => ({
      span: { start, end: start + hidden.length },
      mark: '‹redacted token, 40 chars›',
    }));
  };
  const report = reportOf({ findings, texts: new Map([['x.nix', text]]) });
  const shown = textReport(report, { ...plainOptions, redact });
  assert.deepEqual(asked, ['x.nix']);
  assert.doesNotMatch(shown, /z/);
  assert.ok(shown.includes('1 | token = "‹redacted token, 40 chars›";'));
  assert.ok(shown.includes('2 | other = "‹redacted token, 40 chars›";'));
});

test('colour is there only when asked for, and changes nothing else', () => {
  const plain = textReport(sampleReport, plainOptions);
  const coloured = textReport(sampleReport, { ...plainOptions, color: true });
  assert.ok(!plain.includes('\u001B') && coloured.includes('\u001B'));
  assert.equal(coloured.replace(/\u001B\[[\d;]*m/g, ''), plain);
});

test('help is wrapped to the width, the line of the finding is not', () => {
  const narrow = textReport(sampleReport, { ...plainOptions, width: 50 }).split('\n');
  const helps = narrow.filter((line) => /^ += help: | {11}\w/.test(line));
  assert.ok(helps.length > 4);
  for (const line of helps) assert.ok(line.length <= 50, line);
  assert.ok(narrow.some((line) => line.startsWith('flake.lock:11:38: warning: ')));
});

test('a quiet run is one line, with what else there is to know in it', () => {
  assert.equal(textReport(cleanReport, plainOptions), 'no findings in 3 files\n');
  const { suppressed } = sampleReport;
  assert.equal(
    textReport({ ...cleanReport, suppressed }, plainOptions),
    'no findings in 3 files (1 suppressed)\n',
  );
});

test('on a terminal the line of a finding is wrapped too, and says the same', () => {
  const narrow = textReport(sampleReport, { ...plainOptions, width: 60, wrap: true });
  const plain = textReport(sampleReport, { ...plainOptions, width: 60 });
  const lines = narrow.split('\n');
  const start = lines.findIndex((line) => line.startsWith('flake.lock:11:38: warning: '));
  const end = lines.findIndex((line, at) => at >= start && line.endsWith('[lock-local-path/home]'));
  assert.ok(end > start);
  const part = lines.slice(start, end + 1);
  for (const line of part) assert.ok(line.length <= 60, line);
  assert.ok(plain.includes(part.map((line) => line.trim()).join(' ')));
});
