import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Finding } from '../src/model/finding.ts';
import { profiles, type Profile } from '../src/model/severity.ts';
import { lineIndex } from '../src/model/span.ts';
import { defaultOptions } from '../src/options.ts';
import { allRules } from '../src/rules/index.ts';
import { formatFault } from '../src/policy/fault.ts';
import { run } from '../src/run.ts';
import { BASE_FOLDER, fixtureHost } from './fixture-host.ts';
import { fillSecrets } from './secrets/fill.ts';

const ROOT = join('fixtures', 'rules');

const ids = allRules.map((rule) => rule.id).sort();

describe('every rule has its page and its fixtures', () => {
  test('rule ids are unique and each belongs to its file', () => {
    assert.equal(new Set(ids).size, ids.length);
    const files = readdirSync(join('src', 'rules'), { recursive: true })
      .map(String)
      .filter((name) => name.includes('/') && name.endsWith('.ts') && !name.endsWith('index.ts'))
      .map((name) => name.replace('/', '-').replace(/\.ts$/, ''))
      .sort();
    assert.deepEqual(files, ids);
  });
  test('rule ⇔ page', () => {
    const pages = entries(join('docs', 'rules')).map((name) => name.replace(/\.md$/, ''));
    assert.deepEqual(pages.filter((name) => name !== 'README').sort(), ids);
  });
  test('rule ⇔ fixtures', () => {
    assert.deepEqual(entries(ROOT), ids);
  });
});

for (const id of entries(ROOT)) {
  const cases = entries(join(ROOT, id));
  describe(id, () => {
    const rule = allRules.find((candidate) => candidate.id === id);
    const fired = new Set<string>();
    for (const name of cases) {
      test(name, async () => {
        const directory = join(ROOT, id, name);
        const { lines, own } = await lint(directory, id);
        const file = join(directory, 'expected.txt');
        if (process.env['UPDATE'] === '1') writeFileSync(file, lines);
        assert.equal(lines, readFileSync(file, 'utf8'));
        if (name.startsWith('valid-')) assert.deepEqual(own, [], 'a near miss must stay silent');
        else assert.ok(own.length > 0, `${id} must fire`);
        for (const finding of own) fired.add(finding.reason);
      });
    }
    test('has a case that fires for every reason and a near miss', () => {
      assert.ok(cases.some((name) => name.startsWith('valid-')));
      const reasons = new Set(Object.keys(rule?.reasons ?? {}).filter((name) => !isGrade(name)));
      assert.deepEqual([...fired].sort(), [...reasons].sort());
    });
  });
}

/** Grades share the reasons table but are no reason of their own: they contain a `/`. */
function isGrade(name: string): boolean {
  return name.includes('/');
}

async function lint(
  directory: string,
  id: string,
): Promise<{ lines: string; own: readonly Finding[] }> {
  const profileFile = join(directory, '.profile');
  const profile = existsSync(profileFile) ? readFileSync(profileFile, 'utf8').trim() : 'default';
  assert.ok(isProfile(profile), `${profileFile} names no profile`);
  // A fixture that is an audit has a file `.mode`.
  const mode = existsSync(join(directory, '.mode')) ? 'audit' : 'check';
  const canary = join(directory, '.canary');
  const outcome = await run(
    {
      ...defaultOptions,
      mode,
      ...(profile !== 'default' && { profile }),
      ...(existsSync(join(directory, BASE_FOLDER)) && { base: 'base' }),
      ...(existsSync(canary) && { canary: fillSecrets(readFileSync(canary, 'utf8')) }),
      // A folder `store` is a store directory whose derivations are scanned.
      ...(existsSync(join(directory, 'store')) && { drv: [join(directory, 'store')] }),
    },
    fixtureHost(directory),
  );
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.faults.map(formatFault).join('\n'));
  const { report } = outcome;
  const lines = report.findings.map((finding) => {
    const { line, column } = lineIndex(report.texts.get(finding.path) ?? '').position(
      finding.span.start,
    );
    const { path, severity, rule, reason, subject, message } = finding;
    return `${path}:${line}:${column} ${severity} ${rule}/${reason} ${subject}: ${message}\n`;
  });
  return { lines: lines.join(''), own: report.findings.filter((finding) => finding.rule === id) };
}

/** Names in a folder in code-unit order; an absent folder has none. */
function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function isProfile(text: string): text is Profile {
  return profiles.some((profile) => profile === text);
}
