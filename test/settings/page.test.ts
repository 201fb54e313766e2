import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { confRules } from '../../src/rules/conf/index.ts';
import { settingsPage } from '../../src/settings/page.ts';
import { settingFacts, settingSections } from '../../src/settings/registry.ts';

test('docs/settings.md is what the data says', () => {
  const page = readFileSync(join('docs', 'settings.md'), 'utf8');
  assert.equal(page, settingsPage(settingSections));
});

test('every rule the data names exists, and every rule but the one over all settings is named', () => {
  const named = new Set(settingFacts.flatMap((fact) => fact.rules ?? []));
  const ids = confRules.map((rule) => rule.id);
  assert.deepEqual([...named].sort(), ids.filter((id) => id !== 'conf-ineffective-setting').sort());
});

test('no name or alias stands twice', () => {
  const aliases = settingFacts.flatMap((fact) => fact.aliases ?? []);
  const names = settingFacts.map((fact) => fact.name).concat(aliases);
  assert.equal(new Set(names).size, names.length);
});
