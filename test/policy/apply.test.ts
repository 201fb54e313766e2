import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Policy } from '../../src/model/policy.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import type { Applied, Decisions } from '../../src/policy/apply.ts';
import type { Judged } from '../../src/model/rule.ts';
import { applyPolicy } from '../../src/policy/apply.ts';
import { readComments } from '../../src/policy/comments.ts';
import { judgedAt, now, policyOf, rules } from './sample.ts';

function apply(judged: readonly Judged[], policy: Policy, rest: Partial<Decisions> = {}): Applied {
  return applyPolicy(judged, {
    policy,
    overrides: new Map(),
    comments: [],
    seen: [],
    texts: new Map(),
    rules,
    now,
    ...rest,
  });
}

function severities(applied: Applied): string[] {
  return applied.findings.map(({ severity }) => severity);
}

function faultsOf(applied: Applied): string[] {
  return applied.faults.map(({ reason, message }) => `${reason}: ${message}`);
}

describe('levels', () => {
  const cases: readonly (readonly [
    why: string,
    judged: Judged,
    policy: Policy,
    override: 'off' | 'notice' | undefined,
    ...expected: string[],
  ])[] = [
    ['the profile grades', judgedAt('flake.lock', 'a'), defaultPolicy, undefined, 'error'],
    [
      'by reason',
      judgedAt('flake.lock', 'a', { reason: 'store' }),
      defaultPolicy,
      undefined,
      'warning',
    ],
    [
      'a grade stands in for the reason',
      judgedAt('flake.lock', 'a', { grade: 'store' }),
      policyOf('profile: strict'),
      undefined,
      'error',
    ],
    [
      'off is silent',
      judgedAt('flake.lock', 'a', { reason: 'transitive' }),
      defaultPolicy,
      undefined,
    ],
    [
      'the policy wins over the profile',
      judgedAt('flake.lock', 'a', { reason: 'transitive' }),
      policyOf('rules: {lock-local-path: warning}'),
      undefined,
      'warning',
    ],
    [
      'the command line wins over the policy',
      judgedAt('flake.lock', 'a'),
      policyOf('rules: {lock-local-path: warning}'),
      'notice',
      'notice',
    ],
    ['or silences', judgedAt('flake.lock', 'a'), defaultPolicy, 'off'],
    [
      'an unlisted reason is an error',
      judgedAt('a', 'a', { reason: 'toString' }),
      defaultPolicy,
      undefined,
      'error',
    ],
    [
      'tests lower an error',
      judgedAt('a/Tests/flake.lock', 'a'),
      defaultPolicy,
      undefined,
      'notice',
    ],
    ['a file named tests does not', judgedAt('a/tests', 'a'), defaultPolicy, undefined, 'error'],
    [
      'a directory named testsuite does not',
      judgedAt('testsuite/a', 'a'),
      defaultPolicy,
      undefined,
      'error',
    ],
    [
      'tests leave a warning alone',
      judgedAt('tests/flake.lock', 'a', { reason: 'store' }),
      defaultPolicy,
      undefined,
      'warning',
    ],
  ];
  for (const [why, judged, policy, override, ...expected] of cases) {
    it(why, () => {
      const overrides = new Map(override && [[judged.rule.id, override]]);
      assert.deepEqual(severities(apply([judged], policy, { overrides })), expected);
    });
  }

  it('some rules no directory lowers', () => {
    const [, rule] = rules;
    assert.ok(rule);
    const judged = { ...judgedAt('tests/flake.lock', 'a', { reason: 'unlisted' }), rule };
    assert.deepEqual(severities(apply([judged], defaultPolicy)), ['error']);
  });

  it('takes help from the reason, then the rule', () => {
    const judged = [judgedAt('a', 'a'), judgedAt('b', 'b', { reason: 'store' })];
    const helps = apply(judged, defaultPolicy).findings.map(({ help }) => help);
    assert.deepEqual(helps, ['mend lock-local-path', 'use follows']);
  });

  it('sorts by path, place and subject, whatever order the rules ran in', () => {
    const judged = [judgedAt('b', 'a'), judgedAt('a', 'b'), judgedAt('a', 'a'), judgedAt('B', 'z')];
    const order = (list: readonly Judged[]): string[] =>
      apply(list, defaultPolicy).findings.map(({ path, subject }) => path + subject);
    assert.deepEqual(order(judged), ['Bz', 'aa', 'ab', 'ba']);
    assert.deepEqual(order(judged.toReversed()), ['Bz', 'aa', 'ab', 'ba']);
  });
});

describe('ignore', () => {
  const entry = (selectors: string): Policy =>
    policyOf('ignore:', `  - {rule: lock-local-path, reason: known, ${selectors}}`);
  const judged = judgedAt('examples/a/flake.lock', 'utils/systems');
  const cases: readonly (readonly [string, boolean])[] = [
    ['', true],
    ['path: "examples/**"', true],
    ['path: "**/flake.lock"', true],
    ['path: "examples/*"', false],
    ['subject: "utils/*"', true],
    ['subject: utils', false],
    ['subject: "**/systems"', true],
    ['reason-code: home', true],
    ['reason-code: store', false],
    ['path: "examples/**", subject: other', false],
    ['until: 2026-11-21', true],
    ['until: 2026-11-20', false],
  ];
  for (const [selectors, silent] of cases) {
    it(`${selectors || 'the rule alone'} ${silent ? 'suppresses' : 'does not'}`, () => {
      const applied = apply([judged], entry(selectors));
      assert.equal(applied.findings.length, silent ? 0 : 1);
      assert.deepEqual(
        applied.suppressed.map(({ by, reason }) => `${by}: ${reason}`),
        silent ? ['policy: known'] : [],
      );
    });
  }

  it('names the most specific entry, and calls none of the matching ones unused', () => {
    const policy = policyOf(
      'ignore:',
      '  - {rule: lock-local-path, reason: everywhere}',
      '  - {rule: lock-local-path, subject: utils/systems, reason: here}',
      '  - {rule: lock-local-path, subject: "utils/*", reason: nearby}',
    );
    const applied = apply([judged], policy);
    assert.deepEqual(
      applied.suppressed.map(({ reason }) => reason),
      ['here'],
    );
    assert.deepEqual(applied.faults, []);
  });

  it('reports what is unused, ending and over, each at its entry', () => {
    const policy = policyOf(
      'ignore:',
      '  - {rule: lock-local-path, subject: gone, reason: r}',
      '  - {rule: lock-local-path, subject: "utils/**", reason: r, until: 2026-12-05}',
      '  - {rule: lock-local-path, reason: r, until: 2026-12-06}',
      '  - {rule: lock-local-path, reason: r, until: 2026-11-20}',
      'inputs: {allowed-hosts: [{match: old.example, until: 2020-01-01, reason: r}]}',
    );
    const applied = apply([judged], policy);
    assert.deepEqual(faultsOf(applied), [
      'unused: acceptance of "lock-local-path gone" matches nothing',
      'expiring: acceptance of "lock-local-path utils/**" ends on 2026-12-05',
      'expired: acceptance of "lock-local-path" ended on 2026-11-20',
      'expired: acceptance of "old.example" ended on 2020-01-01',
    ]);
    const starts = applied.faults.map(({ at }) => at.start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.ok(starts.every((start) => start > 0));
  });

  it('calls nothing unused of a rule that did not run', () => {
    const applied = apply([], entry(''), { ran: () => false });
    assert.deepEqual(applied.faults, []);
  });

  it('reports patterns over inputs that match no input, and lists without reasons by grade', () => {
    const policy = policyOf('inputs: {allowed-sources: ["github:NixOS/*", "github:gone/*"]}');
    const seen = [{ lock: 'flake.lock', input: 'nixpkgs', source: 'github:NixOS/nixpkgs' }];
    const applied = apply([], policy, { seen });
    assert.deepEqual(
      applied.faults.map(({ reason, grade, subject }) => [reason, grade, subject]),
      [
        ['no-reason', 'no-reason/listed', 'github:NixOS/*'],
        ['unused', undefined, 'github:gone/*'],
        ['no-reason', 'no-reason/listed', 'github:gone/*'],
      ],
    );
  });
});

describe('comments', () => {
  const ignore = '# nix-secure-lint: ignore lock-local-path';
  function lint(text: string, at: string): Applied {
    const start = text.indexOf(at);
    assert.ok(start >= 0);
    return apply(
      [judgedAt('a.nix', 's', { at: { start, end: start + at.length } })],
      defaultPolicy,
      {
        comments: readComments('a.nix', text),
        texts: new Map([['a.nix', text]]),
      },
    );
  }
  const cases: readonly (readonly [why: string, text: string, faults: readonly string[]])[] = [
    ['on the line', `{\n  bad; ${ignore} -- why\n}`, []],
    ['above the line', `{\n  ${ignore} -- why\n  bad;\n}`, []],
    ['above, with other comments between', `${ignore} -- why\n# more\n\nbad;`, []],
    ['with several hashes and CRLF', `#${ignore} -- why\r\nbad;\r\n`, []],
    ['after a marker in a string', `"# nix-secure-lint: x" bad ${ignore} -- why`, []],
  ];
  for (const [why, text, faults] of cases) {
    it(`suppresses ${why}`, () => {
      const applied = lint(text, 'bad');
      assert.deepEqual(applied.findings, []);
      assert.deepEqual(
        applied.suppressed.map(({ by, reason }) => [by, reason]),
        [['comment', 'why']],
      );
      assert.deepEqual(faultsOf(applied), faults);
    });
  }

  const without: readonly (readonly [why: string, text: string, ...faults: string[]])[] = [
    [
      'without a reason',
      `bad; ${ignore}`,
      'no-reason: suppression of lock-local-path gives no reason and has no effect',
    ],
    [
      'with an empty reason',
      `bad; ${ignore} -- `,
      'no-reason: suppression of lock-local-path gives no reason and has no effect',
    ],
    [
      'for a rule that is none',
      `bad; ${ignore}s -- why`,
      'unknown-rule: unknown rule "lock-local-paths"; did you mean "lock-local-path"?',
    ],
    [
      'for another rule',
      'bad; # nix-secure-lint: ignore meta-parse-error -- why',
      'unused: suppression of meta-parse-error matches nothing',
    ],
    [
      'for a rule that comments cannot silence',
      'bad; # nix-secure-lint: ignore lock-unexpected-input -- why',
      'unused: suppression of lock-unexpected-input matches nothing',
    ],
    [
      'with other words',
      'bad; # nix-secure-lint: disable lock-local-path -- why',
      'malformed: expected "nix-secure-lint: ignore <rule> -- <reason>", found other words',
    ],
    [
      'below the line',
      `bad;\n${ignore} -- why\ngood;`,
      'unused: suppression of lock-local-path matches nothing',
    ],
    ['in another kind of comment', `bad; // nix-secure-lint: ignore lock-local-path -- why`],
    ['glued to a word', `bad;x${ignore} -- why`],
  ];
  for (const [why, text, ...faults] of without) {
    it(`does not suppress ${why}`, () => {
      const applied = lint(text, 'bad');
      assert.equal(applied.findings.length, 1);
      assert.deepEqual(faultsOf(applied), faults);
    });
  }

  it('suggests a spelling to so many comments only', () => {
    const applied = lint(`bad; ${ignore}s -- why\n`.repeat(101), 'bad');
    const hinted = applied.faults.filter(({ message }) => message.includes('did you mean'));
    assert.deepEqual([applied.faults.length, hinted.length], [101, 100]);
  });

  it('spans the comment from its hash to the end of the line', () => {
    const text = `{\r\n  bad; ${ignore} -- why \r\n}`;
    const [comment] = readComments('a.nix', text);
    assert.ok(comment);
    assert.equal(text.slice(comment.span.start, comment.span.end), `${ignore} -- why `);
    assert.equal(comment.line, 2);
  });

  it('reads one comment a line, however often the marker stands there', () => {
    const text = '# nix-secure-lint: '.repeat(50_000);
    assert.equal(readComments('a.nix', text).length, 1);
  });
});
