import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { formatFault } from '../../src/policy/fault.ts';
import { loadBaseline, loadInventory, loadPolicy } from '../../src/policy/load.ts';
import { fuzzRuns, rules } from './sample.ts';

const path = 'nix-secure-lint.yml';

function faults(text: string): string[] {
  const loaded = loadPolicy(path, text, rules);
  return loaded.ok ? [] : loaded.faults.map((fault) => formatFault(fault).slice(path.length + 1));
}

const accepted: Readonly<Record<string, string>> = {
  'the shortest': 'version: 1\n',
  'a byte order mark and CRLF': '\uFEFFversion: 1\r\nprofile: strict\r\n',
  'JSON, which is YAML': '{"version": 1, "rules": {"lock-local-path": "off"}}',
  'strings and records': [
    'version: 1',
    'inputs:',
    '  allowed-sources:',
    '    - github:NixOS/*',
    '    - {match: "github:acme/**", reason: ours, owner: "@acme/sec", until: 2028-02-29}',
    '',
  ].join('\n'),
  'every key': [
    'version: 1',
    'profile: pedantic',
    'fail-on: never',
    'rules: {lock-local-path: off}',
    'files: {exclude: ["vendor/**"]}',
    'ignore:',
    '  - {rule: lock-local-path, path: "**/flake.lock", subject: a/b, reason-code: home, reason: ok}',
    'inputs:',
    '  allowed-hosts: [github.com]',
    '  allowed-owners: ["github:NixOS"]',
    '  allowed-sources: ["github:NixOS/*"]',
    '  allow-local-inputs: [sub]',
    '  max-nodes: 20',
    '  max-depth: 3',
    '  inventory: .github/inputs.yml',
    'trusted-caches:',
    `  - {url: "https://cache.example.org", keys: ["c-1:${'A'.repeat(43)}="]}`,
    'trusted-users: [root]',
    'own-installers: ["acme/install@*"]',
    'example-keys: ["example-1:x"]',
    `approved-changes: ["${'0a'.repeat(32)}"]`,
    'baseline: .github/base.json',
    '',
  ].join('\n'),
};

const refused: readonly (readonly [why: string, text: string, ...expected: string[]])[] = [
  ['nothing', '', '1:1: expected a mapping, found nothing'],
  ['only a comment', '# later\n', '1:1: expected a mapping, found nothing'],
  ['a list', '- version: 1\n', '1:1: expected a mapping, found a list'],
  ['no version', 'profile: strict\n', '1:1: missing key "version"'],
  ['another version', 'version: 2\n', '1:10: expected 1, found 2'],
  ['a version in quotes', 'version: "1"\n', '1:10: expected 1, found "1"'],
  [
    'an unknown key',
    'version: 1\nfail_on: error\n',
    '2:1: unknown key "fail_on"; did you mean "fail-on"?',
  ],
  ['a far-off key', 'version: 1\nxyzzy: 1\n', '2:1: unknown key "xyzzy"'],
  ['__proto__', 'version: 1\n__proto__: 1\n', '2:1: unknown key "__proto__"'],
  ['constructor', 'version: 1\nrules: {constructor: off}\n', '2:9: unknown rule "constructor"'],
  ['a merge key', 'version: 1\n<<: {profile: strict}\n', '2:1: unknown key "<<"'],
  [
    'an unknown rule',
    'version: 1\nrules:\n  lock-local-pth: off\n',
    '3:3: unknown rule "lock-local-pth"; did you mean "lock-local-path"?',
  ],
  [
    'a wrong level',
    'version: 1\nrules:\n  lock-local-path: warn\n',
    '3:20: expected one of off, notice, warning, error, found "warn"; did you mean "warning"?',
  ],
  [
    'a wrong profile',
    'version: 1\nprofile: Strickt\n',
    '2:10: expected one of default, strict, pedantic, found "Strickt"; did you mean "strict"?',
  ],
  [
    'a key twice',
    'version: 1\nprofile: strict\nprofile: default\n',
    '3:1: key "profile" stands here twice',
  ],
  ['an absent value', 'version: 1\nignore:\n', '2:1: expected a list, found nothing'],
  [
    'text for a list',
    'version: 1\ninputs: {allowed-hosts: github.com}\n',
    '2:25: expected a list, found "github.com"',
  ],
  [
    'a number for text',
    'version: 1\ntrusted-users: [1000]\n',
    '2:17: expected text or a mapping, found 1000',
  ],
  [
    'a wrong key of a record',
    'version: 1\ntrusted-users:\n  - match: root\n    untill: 2027-01-01\n',
    '4:5: unknown key "untill"; did you mean "until"?',
  ],
  [
    'a day that is none',
    'version: 1\ntrusted-users:\n  - {match: root, until: 2027-02-29}\n',
    '3:26: expected a date as YYYY-MM-DD, found "2027-02-29"',
  ],
  [
    'an ignore without reason',
    'version: 1\nignore:\n  - rule: lock-local-path\n',
    '3:5: missing key "reason"',
  ],
  [
    'an ignore with an empty reason',
    'version: 1\nignore:\n  - {rule: lock-local-path, reason: " "}\n',
    '3:37: expected a reason in words, found none, found " "',
  ],
  [
    'an ignore of the judge',
    'version: 1\nignore:\n  - {rule: meta-suppression, reason: quiet}\n',
    '3:12: expected one of lock-local-path, lock-unexpected-input, meta-parse-error, found "meta-suppression"',
  ],
  [
    'an absolute path',
    'version: 1\nfiles: {exclude: ["/etc/**"]}\n',
    '2:19: expected a path relative to the linted directory, with "/", such as "examples/**", found "/etc/**"',
  ],
  ['an anchor', 'version: &v 1\n', '1:13: anchors are not taken here: repeat the value'],
  [
    'an alias',
    'version: 1\nfiles: &f {}\nrules: *f\n',
    '2:11: anchors are not taken here: repeat the value',
    '3:8: aliases are not taken here: repeat the value',
    '3:8: expected a mapping, found nothing',
  ],
  ['a tag', 'version: !!int 1\n', '1:16: tags are not taken here: write the plain value'],
  [
    'two documents',
    'version: 1\n---\nversion: 1\n',
    '2:1: expected one document, found a second one after "---"',
  ],
  [
    'a list as key',
    '? [a]\n: 1\nversion: 1\n',
    '1:3: expected a plain key, found a list or mapping',
  ],
  [
    'a node count of 0',
    'version: 1\ninputs: {max-nodes: 0}\n',
    '2:21: expected at least 1, found 0',
  ],
  [
    'half a node',
    'version: 1\ninputs: {max-nodes: 1.5}\n',
    '2:21: expected a whole number, found 1.5',
  ],
  [
    'a cache without keys',
    'version: 1\ntrusted-caches:\n  - url: https://c.example.org\n',
    '3:5: missing key "keys"',
  ],
  [
    'several mistakes, in order',
    'profil: strict\nversion: 1\nrules: {lock-local-path: warn, x: off}\nfiles: []\n',
    '1:1: unknown key "profil"; did you mean "profile"?',
    '3:26: expected one of off, notice, warning, error, found "warn"; did you mean "warning"?',
    '3:32: unknown rule "x"',
    '4:8: expected a mapping, found a list',
  ],
];

describe('loadPolicy', () => {
  for (const [why, text] of Object.entries(accepted)) {
    it(`takes ${why}`, () => assert.deepEqual(faults(text), []));
  }
  for (const [why, text, ...expected] of refused) {
    it(`refuses ${why}`, () => assert.deepEqual(faults(text), expected));
  }

  it('refuses deep nesting before the YAML library meets it', () => {
    for (const text of [
      '['.repeat(100_000),
      '{a: '.repeat(100_000),
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      `${': a: '.repeat(10_000)}\nversion: 1\n`,
      `${'a: '.repeat(10_000)}\n---\n`,
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ]) {
      const [first, ...rest] = faults(text);
      assert.match(first ?? '', /expected at most 32 levels, found deeper nesting$/);
      assert.deepEqual(rest, []);
    }
  });

  it('refuses an oversized file', () => {
    assert.deepEqual(faults(`version: 1\n${'#'.repeat(1024 * 1024)}`), [
      '1:1: expected at most 1048576 characters, found 1048587',
    ]);
  });

  it('refuses a text of too many words, and lists only so many faults', () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1\n`).join('');
    assert.match(
      faults(keys).join('\n'),
      /^\d+:\d+: expected at most 150000 words and signs, found more$/,
    );
    assert.equal(faults(`version: 1\n${keys.slice(0, 40_000)}`).length, 100);
  });

  it('never throws, and every fault lies in the text', () => {
    const word = fc.constantFrom(
      ...'version|: |1|\n|  |- |ignore|rules|{|}|[|]|,|"|&a |*a|!!|#|\t|? |\u0000|\uD800|%|---'.split(
        '|',
      ),
      '|',
      '>',
      '__proto__',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const lines = input.split(/\r\n|\r|\n/).length;
        const loads = [
          loadPolicy(path, input, rules),
          loadInventory(path, input),
          loadBaseline(path, input),
        ];
        for (const loaded of loads) {
          if (loaded.ok) continue;
          assert.ok(loaded.faults.length > 0);
          assert.ok(loaded.faults.every(({ line }) => line >= 1 && line <= lines));
        }
      }),
      { numRuns: fuzzRuns },
    );
  });
});

describe('loadPolicy, what it gives', () => {
  it('keeps where each acceptance stands', () => {
    const text = accepted['strings and records'] ?? '';
    const loaded = loadPolicy(path, text, rules);
    assert.ok(loaded.ok);
    const spans = loaded.value.allowedSources.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, [
      'github:NixOS/*',
      '{match: "github:acme/**", reason: ours, owner: "@acme/sec", until: 2028-02-29}',
    ]);
    assert.deepEqual(loaded.value.allowedSources[1]?.owner, '@acme/sec');
  });

  it('fills in the defaults', () => {
    const loaded = loadPolicy(path, 'version: 1', rules);
    assert.ok(loaded.ok);
    assert.equal(loaded.value.failOn, 'error');
    assert.equal(loaded.value.trustedCaches, undefined);
    assert.equal(loaded.value.levels.size, 0);
  });
});
