import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { DocumentOf } from '../../src/model/document.ts';
import type { Fix, Problem } from '../../src/model/finding.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import type { RuleOf } from '../../src/model/rule.ts';
import type { SettingEnvironment, SettingsBlock, StoreFlag } from '../../src/model/setting.ts';
import { moduleAssignment } from '../../src/settings/assignment.ts';
import { confBlock } from '../../src/settings/block.ts';
import { acceptFlakeConfig } from '../../src/rules/conf/accept-flake-config.ts';
import { credentialInSettings } from '../../src/rules/conf/credential-in-settings.ts';
import { confRules } from '../../src/rules/conf/index.ts';
import { ineffectiveSetting } from '../../src/rules/conf/ineffective-setting.ts';
import { publicKeyInvalid } from '../../src/rules/conf/public-key-invalid.ts';
import { purityWeakened } from '../../src/rules/conf/purity-weakened.ts';
import { requireSigsDisabled } from '../../src/rules/conf/require-sigs-disabled.ts';
import { sandboxDisabled } from '../../src/rules/conf/sandbox-disabled.ts';
import { substituterInsecure } from '../../src/rules/conf/substituter-insecure.ts';
import { substituterTrustedFlag } from '../../src/rules/conf/substituter-trusted-flag.ts';
import { parseNix } from '../../src/parse/nix/parse.ts';
import { moduleSettings } from '../../src/settings/module.ts';
import { fuzzRuns } from '../fuzz.ts';

type Rule = RuleOf<'settings'>;

const context = { now: new Date(0), policy: defaultPolicy, document: () => undefined };

function block(text: string, environment: Partial<SettingEnvironment> = {}): SettingsBlock {
  return confBlock(text, { container: 'nix-conf', label: 'nix.conf', environment });
}

function documentOf(text: string, blocks: readonly SettingsBlock[]): DocumentOf<'settings'> {
  return { kind: 'settings', path: 'nix.conf', text, model: { blocks } };
}

function problems(rule: Rule, text: string, blocks = [block(text)]): Problem[] {
  return [...rule.check(documentOf(text, blocks), context)];
}

/** `reason level` in the default profile, per problem. */
function levelsOf(
  rule: Rule,
  text: string,
  environment: Partial<SettingEnvironment> = {},
): string[] {
  return problems(rule, text, [block(text, environment)]).map(
    ({ reason, grade }) => `${reason} ${rule.reasons[grade ?? reason]?.levels.default}`,
  );
}

function applied(text: string, fix: Fix | undefined): string {
  let result = text;
  for (const { span, text: replacement } of [...(fix?.edits ?? [])].reverse()) {
    result = result.slice(0, span.start) + replacement + result.slice(span.end);
  }
  return result;
}

describe('where settings apply decides how bad they are', () => {
  const cases: readonly (readonly [Rule, string, Partial<SettingEnvironment>, string[]])[] = [
    [sandboxDisabled, 'sandbox = false', {}, ['off error']],
    [sandboxDisabled, 'sandbox = false', { container: true }, ['off warning']],
    [sandboxDisabled, 'sandbox = false', { disposable: true }, ['off warning']],
    [sandboxDisabled, 'sandbox = false', { macosOnly: true }, ['off notice']],
    [sandboxDisabled, 'sandbox = relaxed', { macosOnly: true }, ['relaxed off']],
    [requireSigsDisabled, 'require-sigs = 0', { disposable: true }, ['setting notice']],
    [requireSigsDisabled, 'require-sigs = 0', { container: true }, ['setting error']],
    [acceptFlakeConfig, 'accept-flake-config = 1', { ci: true }, ['enabled warning']],
    [acceptFlakeConfig, 'accept-flake-config = 1', { privileged: true }, ['enabled error']],
    [acceptFlakeConfig, 'accept-flake-config = 1', { systemWide: true }, ['enabled error']],
    [purityWeakened, 'restrict-eval = false', { ci: true }, ['unrestricted off']],
    [purityWeakened, 'restrict-eval = false', {}, []],
  ];
  for (const [rule, text, environment, expected] of cases) {
    test(`${text} ${JSON.stringify(environment)}`, () => {
      assert.deepEqual(levelsOf(rule, text, environment), expected);
    });
  }
  test('a line an action adds unasked counts where pull requests run', () => {
    for (const pullRequest of [true, false]) {
      const plain = block('accept-flake-config = true', { pullRequest });
      const assignments = plain.assignments.map((item) => ({
        ...item,
        implicit: 'some/installer',
      }));
      const found = problems(acceptFlakeConfig, '', [{ ...plain, assignments }]);
      assert.deepEqual(
        found.map(({ reason }) => reason),
        pullRequest ? ['implicit'] : [],
      );
    }
  });
});

describe('flags', () => {
  const value = (text: string): StoreFlag => {
    const span = { start: 0, end: text.length };
    return { name: 'from', span, value: { text, span } };
  };
  const withFlags = (...flags: StoreFlag[]): SettingsBlock => ({
    ...block(''),
    container: 'shell-flag',
    flags,
  });

  test('copying without checks', () => {
    const flag: StoreFlag = { name: 'no-check-sigs', span: { start: 3, end: 9 } };
    const [found] = problems(requireSigsDisabled, '', [withFlags(flag)]);
    assert.deepEqual([found?.reason, found?.at], ['copy', { start: 3, end: 9 }]);
  });
  test('a trusted store behind a network and one on this machine', () => {
    const flags = withFlags(
      value('ssh-ng://h?trusted=1'),
      value('file:///x?trusted=1'),
      value('https://h'),
    );
    const found = problems(substituterTrustedFlag, '', [flags]);
    assert.deepEqual(
      found.map(({ reason }) => reason),
      ['remote', 'local'],
    );
  });
});

describe('blocks', () => {
  test('are judged one by one', () => {
    const both = [block('require-sigs = true'), block('require-sigs = false')];
    assert.equal(problems(requireSigsDisabled, '', both).length, 1);
  });
  test('definitions of a module merge, and a forced one replaces the others wherever it stands', () => {
    const plain = block('substituters = http://a.org\nsubstituters = http://b.org');
    const merge = (forced: number): SettingsBlock => ({
      ...plain,
      container: 'nixos-option',
      assignments: plain.assignments.map((item, at) => moduleAssignment(item, true, at === forced)),
    });
    assert.equal(problems(substituterInsecure, '', [merge(-1)]).length, 2);
    assert.deepEqual(
      problems(substituterInsecure, '', [merge(0)]).map(({ evidence }) => evidence),
      ['http://a.org'],
    );
    assert.deepEqual(problems(ineffectiveSetting, '', [merge(1)]), []);
  });
});

describe('fixes', () => {
  const cases: readonly (readonly [Rule, string, string])[] = [
    [requireSigsDisabled, 'require-sigs = no # x', 'require-sigs = true # x'],
    [sandboxDisabled, 'build-use-sandbox = false', 'build-use-sandbox = true'],
    [substituterInsecure, 'substituters = http://a.org/x', 'substituters = https://a.org/x'],
    [
      substituterTrustedFlag,
      'substituters = https://a.org?priority=1&%74rusted=1&a=b',
      'substituters = https://a.org?priority=1&a=b',
    ],
    [substituterTrustedFlag, 'store = ssh://a.org?trusted=1', 'store = ssh://a.org'],
    [requireSigsDisabled, 'store = local?require-sigs=false', 'store = local'],
    [ineffectiveSetting, 'require-sigs= true', 'require-sigs = true'],
    [ineffectiveSetting, 'Sandbox = true', 'sandbox = true'],
    [ineffectiveSetting, 'trusted-users = "root" \'a\'', 'trusted-users = root a'],
  ];
  for (const [rule, before, after] of cases) {
    test(before, () => {
      assert.equal(applied(before, problems(rule, before)[0]?.fix), after);
    });
  }
  test('none changes a definition that other code uses as well', () => {
    const shared =
      'let off = false; in { nix.settings.require-sigs = off; services.x.enable = off; }';
    const own = '{ lib, ... }: { nix.settings.require-sigs = lib.mkForce false; }';
    const fixOf = (text: string): Fix | undefined =>
      problems(requireSigsDisabled, text, [...moduleSettings(parseNix(text), text).blocks])[0]?.fix;
    assert.equal(fixOf(shared), undefined);
    assert.equal(applied(own, fixOf(own)), own.replace('false', 'true'));
  });
  test('none is offered where the file does not hold the word itself', () => {
    const [found] = problems(requireSigsDisabled, '"require-sigs = no"', [
      block('require-sigs = no'),
    ]);
    assert.ok(found !== undefined && found.fix === undefined);
  });
});

test('a contributing line is named, and so is one without effect', () => {
  const [found] = problems(requireSigsDisabled, 'require-sigs = true\nrequire-sigs = false');
  assert.deepEqual(
    found?.related?.map(({ span }) => span),
    [{ start: 0, end: 19 }],
  );
});

test('no secret gets into a message, a subject or the title of a fix', () => {
  const random = (length: number): string => {
    const digits = fc.integer({ min: 0, max: 35 }).map((digit) => digit.toString(36));
    return (
      fc.sample(fc.array(digits, { minLength: length, maxLength: length }), 1)[0]?.join('') ?? ''
    );
  };
  const token = `q${random(39)}`;
  const key = Buffer.from(random(64)).toString('base64');
  const text = [
    `access-tokens = github.com=${token}`,
    `access-tokens=github.com=${token}`,
    `access-tokens github.com=${token}`,
    token,
    `sandbox = ${token}`,
    `cores = ${token}`,
    `impure-env = API=${token}`,
    `substituters = https://user:${token}@cache.example.org?trusted=1 http://${token}@example.org`,
    `flake-registry = http://x:${token}@example.org/r.json`,
    `hashed-mirrors = http://x:${token}@example.org`,
    `store = https://${token}@example.org?trusted=1&require-sigs=false`,
    `trusted-public-keys = c-1:${key} ${key} c:${key}x`,
  ].join('\n');
  const found = confRules.flatMap((rule) => problems(rule as Rule, text)); // every one is over settings
  assert.ok(found.length > 10);
  for (const { message, subject, evidence, fix, related = [] } of found) {
    const edits = fix?.edits.map((edit) => edit.text) ?? [];
    const said = [
      message,
      subject,
      evidence,
      fix?.title,
      ...edits,
      ...related.map((one) => one.message),
    ].join('\n');
    assert.ok(!said.includes(token) && !said.includes(key), said);
  }
  const reasons = new Set(found.map(({ reason }) => reason));
  for (const reason of ['access-token', 'impure-env', 'store-url', 'secret'])
    assert.ok(reasons.has(reason), reason);
  assert.ok(problems(credentialInSettings, text).length >= 4);
  assert.ok(problems(publicKeyInvalid, text).length >= 2);
});

test('hostile settings make no rule throw or point outside', () => {
  const names = fc.constantFrom(
    'sandbox',
    'substituters',
    'extra-substituters',
    'trusted-public-keys',
    'access-tokens',
    'sandbox-paths',
    'trusted-users',
    'flake-registry',
    'post-build-hook',
    'require-sigs',
    'Sandbox',
    '__proto__',
  );
  const words = fc.oneof(
    fc.constantFrom(
      'http://',
      '?trusted=1',
      ':',
      '=',
      '*',
      '"',
      '#',
      '../',
      'false',
      '%zz',
      's3://?endpoint=http',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const line = fc
    .tuple(names, fc.array(words))
    .map(([name, value]) => `${name} = ${value.join('')}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join('\n');
      for (const rule of confRules) {
        for (const { at, reason, grade } of problems(rule as Rule, text)) {
          assert.ok(at.start <= at.end && at.end <= text.length);
          assert.ok(
            rule.reasons[reason] !== undefined && rule.reasons[grade ?? reason] !== undefined,
          );
        }
      }
    }),
    { numRuns: fuzzRuns(200) },
  );
});
