import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../src/rules/index.ts';

const pages = readdirSync('docs', { recursive: true })
  .map((name) => join('docs', String(name)))
  .concat('README.md')
  .filter((path) => path.endsWith('.md'))
  .sort();

/** Where a page names a rule for certain: entries, comments and commands that readers copy. */
const named =
  /(?:\brule: |nix-secure-lint: ignore |\bexplain |--rule )((?:ci|conf|diff|drv|expr|flake|lock|meta|secret)-[a-z0-9-]+)/g;

test('every rule in an example of a page exists', () => {
  const ids = new Set(allRules.map(({ id }) => id));
  const found = pages.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(named)].map(([, name = '']) => ({ path, name })),
  );
  assert.ok(found.length > 0);
  assert.deepEqual(
    found.filter(({ name }) => !ids.has(name)),
    [],
  );
});
