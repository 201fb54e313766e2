import * as fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import type { Change, Graph, Report } from '../../src/model/report.ts';
import { findingOf, reportOf, ruleOf } from './sample.ts';

/** Text an attacker would try, in pieces that combine. */
const nasty = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  '\u0000',
  '\u001B[31m',
  '\u009B1m',
  '\u202E',
  '\u2066',
  '\u2028',
  '\u200B',
  '\u{E0041}',
  '\uD800',
  '\uDC00',
  '\uFFF9',
  '\uFFFE',
  '::',
  '::error::',
  '::add-mask::e',
  '##[add-mask]e',
  '##',
  '[error]',
  '%',
  ',',
  ':',
  '%0A::error::',
  '`',
  '```',
  '|',
  '\\',
  '\\|',
  '<script>',
  '<!--',
  '-->',
  '![x](https://evil.example/x.png)',
  '[x](https://evil.example)',
  'https://evil.example',
  'www.evil.example',
  '@octocat',
  '#1',
  ']]>',
  '&amp;',
  '"',
  "'",
  '#quot;',
  '"]',
  '"] --> x',
  '$$x^2$$',
  '$`x`$',
  '__proto__',
  '..',
  '/',
  ' ',
  '\t',
  '日本',
  '👩‍👧',
  'e\u0301',
  'a',
);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.tuple(nasty, fc.integer({ min: 1, max: 5_000 })).map(([part, times]) => part.repeat(times)),
);

const span = fc.record({ start: fc.integer({ min: -5, max: 200 }), end: fc.nat(300) });
const severity = fc.constantFrom('error' as const, 'warning' as const, 'notice' as const);

const finding: fc.Arbitrary<Finding> = fc
  .record({
    reason: hostileText,
    severity,
    path: hostileText,
    span,
    subject: hostileText,
    message: hostileText,
    help: hostileText,
    related: fc.array(fc.record({ path: hostileText, span, message: hostileText }), {
      maxLength: 2,
    }),
    provenance: fc.array(hostileText, { maxLength: 2 }),
  })
  .map(findingOf);

const change: fc.Arbitrary<Change> = fc.record({
  class: fc.constant('diff-updated'),
  path: hostileText,
  subject: hostileText,
  from: fc.record({ source: hostileText, rev: hostileText }),
  to: fc.record({ source: hostileText, ref: hostileText }),
  verdict: fc.constantFrom('fail' as const, 'review' as const, 'note' as const),
  message: hostileText,
  compareUrl: hostileText,
});

export const hostileGraph: fc.Arbitrary<Graph> = fc
  .record({
    path: hostileText,
    nodes: fc.array(fc.record({ path: hostileText, label: hostileText, flagged: severity }), {
      maxLength: 6,
    }),
  })
  .map(({ path, nodes }) => ({
    path,
    nodes,
    edges: nodes.map((node, index) => ({ from: '', to: node.path, follows: index % 2 === 0 })),
  }));

/** A report in which everything a repository can influence is hostile. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    root: hostileText,
    findings: fc.array(finding, { maxLength: 5 }),
    accepted: fc.array(fc.record({ finding, reason: hostileText, owner: hostileText }), {
      maxLength: 2,
    }),
    notChecked: fc.array(
      fc.record({
        rule: fc.constant('x'),
        subject: hostileText,
        path: hostileText,
        why: hostileText,
      }),
      { maxLength: 2 },
    ),
    changes: fc.array(change, { maxLength: 2 }),
    graphs: fc.array(hostileGraph, { maxLength: 2 }),
    notes: fc.array(hostileText, { maxLength: 2 }),
    why: hostileText,
    text: hostileText,
    exitCode: fc.constantFrom(0 as const, 1 as const, 3 as const),
  })
  .map(({ accepted, why, exitCode, text, ...rest }) =>
    reportOf({
      ...rest,
      suppressed: accepted.map((one) => ({ ...one, by: 'policy' as const })),
      texts: new Map(rest.findings.map(({ path }) => [path, text])),
      rules: [ruleOf('lock-unpinned-input')],
      conclusion: { exitCode, why },
    }),
  );

/** Cases of a property; FUZZ_RUNS raises them for a campaign. */
export const runs = Number(process.env['FUZZ_RUNS'] ?? 300);
