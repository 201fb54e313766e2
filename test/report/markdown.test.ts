import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { withinBytes } from '../../src/report/byte-budget.ts';
import { cellCode, code, prose } from '../../src/report/markdown-escape.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Change } from '../../src/model/report.ts';
import { hostileReport, hostileText, runs } from './hostile.ts';
import { findingOf, plainOptions, reportOf } from './sample.ts';

/** Code spans as CommonMark finds them: a run of backticks up to the next run of the same length. */
function withoutSpans(line: string): string {
  let rest = '';
  let at = 0;
  while (at < line.length) {
    if (line[at] === '\\') {
      rest += line.slice(at, at + 2);
      at += 2;
      continue;
    }
    const run = /^`+/.exec(line.slice(at))?.[0];
    if (run === undefined) {
      rest += line[at++];
      continue;
    }
    const close = closing(line, at + run.length, run.length);
    at = close < 0 ? at + run.length : close;
    rest += close < 0 ? run : 'CODE';
  }
  return rest;
}

/** Offset behind the run of exactly `length` backticks that closes a span, or -1. */
function closing(line: string, from: number, length: number): number {
  for (const match of line.slice(from).matchAll(/`+/g)) {
    if (match[0].length === length) return from + match.index + length;
  }
  return -1;
}

/** What still means something to Markdown or GitHub outside code spans and backslash escapes. */
function active(line: string): readonly string[] {
  const inert = withoutSpans(line)
    .replaceAll('<span>$</span>', '')
    .replace(/(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g, '')
    .replace(/\\[!-/:-@[-`{-~]/g, '');
  return inert.match(/[<>[\]`*_~|&\\$]|!\[|@\w|#\d|:\/\/|www\./g) ?? [];
}

/** Cells of a table row by the rule of GitHub's scanner: a backslash protects whatever follows. */
function cellCount(row: string): number {
  return row.replace(/\\./g, '').split('|').length - 2;
}

test('foreign prose and code mean nothing to Markdown and stay in their cell', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const written of [prose(text), code(text), cellCode(text)]) {
        assert.deepEqual(active(written), [], written);
        assert.doesNotMatch(written, /[\r\n]/);
      }
      for (const written of [prose(text), cellCode(text)]) {
        assert.equal(cellCount(`| ${written} |`), 1, written);
      }
    }),
    { numRuns: runs },
  );
});

test('what means nothing is not escaped', () => {
  const text = 'locked to github:a-b/c_d!, expected path:./x + 1';
  assert.equal(prose(text), text);
  assert.equal(prose('- a'), '\\- a');
  assert.equal(prose('_a_ b_ https://x'), '\\_a\\_ b\\_ https\\://x');
});

test('the judge sees markup when there is some', () => {
  assert.deepEqual(active('`a` <b> \\<c\\>'), ['<', '>']);
  assert.deepEqual(active('![x](y)'), ['![', ']']);
  assert.equal(cellCount('| a | b |'), 2);
});

test('backticks in a message make code, a lone one is literal', () => {
  assert.equal(prose('run `nix flake lock` now'), 'run `nix flake lock` now');
  assert.equal(prose('a ` b'), 'a \\` b');
  assert.equal(code('a``b'), '```a``b```');
  assert.equal(cellCode('a|b\\|c'), '`a\\|b\\\\u{7c}c`');
});

test('every table row of a hostile report has the cells of its head', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      let columns = 0;
      for (const line of markdownReport(report, plainOptions).split('\n')) {
        if (!line.startsWith('|')) columns = 0;
        else if (columns === 0) columns = cellCount(line);
        else assert.equal(cellCount(line), columns, line);
      }
    }),
    { numRuns: runs },
  );
});

test('HTML is ours alone', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const lines = markdownReport(report, plainOptions).split('\n');
      const tags = lines.flatMap((line) =>
        /^ {2}n\d+\[/.test(line) ? [] : (withoutSpans(line).match(/(?<!\\)<[^>]*>/g) ?? []),
      );
      for (const tag of tags) assert.match(tag, /^<\/?(details|summary|span)( open)?>$/);
    }),
    { numRuns: runs },
  );
});

test('a huge report fits a step summary and counts what it leaves out', () => {
  const findings = Array.from({ length: 20_000 }, (_, at) =>
    findingOf({ path: `d${at % 50}/flake.lock`, subject: `${at}`, message: 'x'.repeat(100) }),
  );
  const text = markdownReport(reportOf({ findings }), plainOptions);
  assert.ok(Buffer.byteLength(text) < 1_048_576);
  const rows = text.split('\n').filter((line) => line.startsWith('| ❌')).length;
  const left = Number(/_([\d,]+) findings left out/.exec(text)?.[1]?.replace(',', ''));
  assert.equal(rows + left, 20_000);
});

test('a smaller budget is kept too', () => {
  fc.assert(
    fc.property(hostileReport, fc.integer({ min: 4_000, max: 65_000 }), (report, limit) => {
      const text = markdownReport(report, { ...plainOptions, markdownBytes: limit });
      assert.ok(Buffer.byteLength(text) <= limit, `${Buffer.byteLength(text)} of ${limit}`);
    }),
    { numRuns: runs },
  );
});

describe('changed inputs', () => {
  const update = (number: number, fields: Partial<Change> = {}): Change => ({
    class: 'diff-updated',
    path: 'flake.lock',
    subject: `input${number}`,
    from: { source: `github:owner${number}/repo`, rev: 'a'.repeat(40) },
    to: { source: `github:owner${number}/repo`, rev: 'b'.repeat(40) },
    verdict: 'note',
    message: 'content is newer by 7 days, of 2026-11-14, 7 days old',
    compareUrl: `https://github.com/owner${number}/repo/compare/${'a'.repeat(40)}...${'b'.repeat(40)}`,
    ...fields,
  });
  const docs = { ...plainOptions, docs: 'https://github.com/org/nix-secure-lint/blob/v1/' };

  test('an update of sixty inputs fits a comment whole', () => {
    const changes = Array.from({ length: 60 }, (_, at) => update(at));
    const text = markdownReport(reportOf({ changes }), { ...docs, markdownBytes: 65_000 });
    assert.doesNotMatch(text, /left out/);
    assert.equal(text.split('\n| note |').length - 1, 60);
    assert.ok(text.includes('| `github:owner7/repo` `aaaaaaaaaaaa` → `bbbbbbbbbbbb` |'));
  });
  test('the lock is named above the table, or in it when there are several', () => {
    const one = markdownReport(reportOf({ changes: [update(1), update(2)] }), plainOptions);
    assert.match(one, /### Changed inputs of `flake\.lock` \(change requests: 0\)/);
    const changes = [update(1), update(2, { path: 'sub/flake.lock' })];
    assert.match(markdownReport(reportOf({ changes }), plainOptions), /\| `sub\/flake\.lock` \|/);
  });
  test('a commit stands above its own table', () => {
    const origin = (commit: string) => ({
      origin: { commit, author: 'Ann', time: 0, subject: '# @x', via: 'merge' as const },
    });
    const changes = [update(1, origin('a')), update(2, origin('a')), update(3, origin('b'))];
    const text = markdownReport(reportOf({ changes }), plainOptions);
    assert.equal(text.split('\n#### commit a of 1970-01-01 by Ann (merge): ').length, 2);
    assert.equal(text.split('\n| note |').length - 1, 3);
    assert.equal(text.split('### Changed inputs').length, 2);
  });
  test('a finding of an earlier commit stands with its commit alone, unless it is refused', () => {
    const of = (severity: Finding['severity']): Finding =>
      findingOf({ rule: 'diff-updated', reason: 'max-jump', subject: 'old', severity });
    const origin = { commit: 'a', author: 'Ann', time: 0, subject: 'x', via: 'merge' as const };
    const shown = (severity: Finding['severity'], changes: readonly Change[]): boolean =>
      markdownReport(reportOf({ findings: [of(severity)], changes }), plainOptions).includes(
        '| `diff-updated/max-jump` |',
      );
    assert.equal(shown('notice', [update(1)]), true);
    assert.equal(shown('notice', [update(1, { origin })]), false);
    assert.equal(shown('error', [update(1, { origin })]), true);
  });
  test('a source of any length leaves room for why', () => {
    const to = { source: `tarball:https://example.org/${'x'.repeat(500)}` };
    const changes = [update(1, { to, message: `new input ${to.source}, a new source` })];
    const text = markdownReport(reportOf({ changes }), plainOptions);
    assert.match(text, /new input tarball:\S{0,60}… a new source/);
    assert.match(text, /→ `tarball:https:\/\/example\.org\/x{10,40}…` \|/);
  });
});

test('only comparisons on known forges become links', () => {
  const linked = (compareUrl: string) => {
    const change = { class: 'diff-updated', path: 'flake.lock', subject: 'x' };
    const changes = [{ ...change, verdict: 'note' as const, compareUrl }];
    return markdownReport(reportOf({ changes }), plainOptions).includes(
      `([compare](${compareUrl}))`,
    );
  };
  assert.ok(linked('https://github.com/NixOS/nixpkgs/compare/a...b'));
  assert.ok(!linked('https://github.com.evil.example/x'));
  assert.ok(!linked('https://github.com/a)[x](https://evil.example'));
  assert.ok(!linked('http://github.com/a'));
});

test('long tables are folded', () => {
  const findings = Array.from({ length: 21 }, () => findingOf({}));
  const text = markdownReport(reportOf({ findings }), plainOptions);
  assert.ok(text.includes('<details><summary>21 errors</summary>\n\n| | Line |'));
});

test('rows that do not fit are counted, never silent', () => {
  const parts = [{ head: 'head', rows: ['a'.repeat(100), 'b', 'c'], foot: '', noun: 'row' }];
  assert.equal(withinBytes(parts, 10_000), `head\n${'a'.repeat(100)}\nb\nc`);
  assert.equal(withinBytes(parts, 308), `head\n${'a'.repeat(100)}\n\n_2 rows left out for size._`);
  assert.equal(
    withinBytes(parts, 309),
    `head\n${'a'.repeat(100)}\nb\n\n_1 row left out for size._`,
  );
  assert.equal(withinBytes(parts, 250), '_3 rows left out for size._');
});

test('a large flagged graph is folded, a small one open', () => {
  const graph = (count: number) => {
    const flagged = { path: 'x', label: '', flagged: 'error' as const };
    const nodes = [
      flagged,
      ...Array.from({ length: count }, (_, at) => ({ path: `${at}`, label: '' })),
    ];
    return markdownReport(
      reportOf({ graphs: [{ path: 'flake.lock', nodes, edges: [] }] }),
      plainOptions,
    );
  };
  assert.ok(graph(24).includes('<details open><summary>24 inputs'));
  assert.ok(graph(25).includes('<details><summary>25 inputs'));
});

/** HTML of a document by GitHub's own renderer; undefined where it is not installed. */
function renderedByGitHub(markdown: string): string | undefined {
  const extensions = ['table', 'autolink', 'strikethrough'].flatMap((name) => ['-e', name]);
  const renderer = spawnSync('cmark-gfm', [...extensions, '--unsafe'], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return renderer.status === 0 ? renderer.stdout : undefined;
}

test("GitHub's renderer finds no tag, link or cell of foreign making", (t) => {
  const ours = 'h2 h3 h4 p code pre table thead tbody tr th td ul li em details summary span'.split(
    ' ',
  );
  for (const report of fc.sample(hostileReport, 50)) {
    const html = renderedByGitHub(markdownReport(report, plainOptions));
    if (html === undefined) {
      t.skip('cmark-gfm is not here to render Markdown');
      return;
    }
    const names = [...html.matchAll(/<\/?([^\s>/]*)/g)].map(([, name]) => name ?? '');
    const foreign = names.filter((name) => !ours.includes(name));
    assert.deepEqual(foreign, []);
    for (const table of html.split('<table>').slice(1)) {
      const columns = table.split('<th').length - 2;
      const rows = table.split('</table>', 1)[0]?.split('<tr>').slice(2) ?? [];
      for (const row of rows) assert.equal(row.split('<td').length - 1, columns, row);
    }
  }
});
