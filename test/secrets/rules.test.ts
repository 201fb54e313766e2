import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Profile, profiles } from '../../src/model/severity.ts';
import { lineIndex } from '../../src/model/span.ts';
import type { Rule } from '../../src/model/rule.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { secretRules } from '../../src/rules/secret/index.ts';
import { buildCanarySet } from '../../src/secrets/canary/search.ts';
import { readCanaries } from '../../src/secrets/canary/values.ts';
import { textDocument } from '../../src/secrets/scan-document.ts';
import { fillSecrets } from './fill.ts';

// Runs the secret rules alone over their fixtures, in the form in which the whole pipeline reports.
const ROOT = join('fixtures', 'rules');
const context = {
  now: new Date('2026-11-21T12:00:00Z'),
  policy: defaultPolicy,
  document: () => undefined,
  mode: 'check' as const,
};

for (const rule of secretRules) {
  describe(rule.id, () => {
    const fired = new Set<string>();
    for (const name of readdirSync(join(ROOT, rule.id)).sort()) {
      test(name, () => {
        const found = lint(join(ROOT, rule.id, name));
        const file = join(ROOT, rule.id, name, 'expected.txt');
        const lines = found.map(({ line }) => line).join('');
        if (process.env['UPDATE'] === '1') writeFileSync(file, lines);
        assert.equal(lines, readFileSync(file, 'utf8'));
        const own = found.filter((each) => each.rule === rule.id);
        assert.equal(own.length > 0, name.startsWith('invalid-'));
        for (const { reason } of own) fired.add(reason);
      });
    }
    test('every reason fires somewhere', () =>
      assert.deepEqual([...fired].sort(), Object.keys(rule.reasons).sort()));
    test('has a page', () => assert.ok(existsSync(join('docs', 'rules', `${rule.id}.md`))));
  });
}

function lint(directory: string): { rule: string; reason: string; line: string }[] {
  const profile = profileOf(directory);
  const known = join(directory, '.canary');
  const { canaries, refused } = readCanaries(
    existsSync(known) ? fillSecrets(readFileSync(known, 'utf8')) : '',
  );
  const { set } = buildCanarySet(canaries);
  const found = [];
  for (const path of readdirSync(directory).sort()) {
    if (path === 'expected.txt' || path.startsWith('.')) continue;
    const text = fillSecrets(readFileSync(join(directory, path), 'utf8'));
    const scanned = textDocument(path, text, {
      now: context.now,
      canaries: set,
      entropy: profile === 'pedantic',
    });
    const document = { ...scanned, model: { ...scanned.model, refused } };
    for (const rule of secretRules) found.push(...judge(rule, document, profile));
  }
  return found.sort((a, b) => (a.line < b.line ? -1 : 1));
}

function judge(
  rule: Rule,
  document: ReturnType<typeof textDocument>,
  profile: Profile,
): { rule: string; reason: string; line: string }[] {
  const lines = lineIndex(document.text);
  // `check` of a rule of any kind takes `never`; these are all of kind `text`.
  return [...rule.check(document as never, context)].map(({ reason, subject, at, message }) => {
    const { line, column } = lines.position(at.start);
    const severity = rule.reasons[reason]?.levels[profile];
    const place = `${document.path}:${line}:${column}`;
    return {
      rule: rule.id,
      reason,
      line: `${place} ${severity} ${rule.id}/${reason} ${subject}: ${message}\n`,
    };
  });
}

function profileOf(directory: string): Profile {
  const file = join(directory, '.profile');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'default';
  return profiles.find((profile) => profile === text) ?? 'default';
}
