import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { glob } from '../../src/policy/glob.ts';
import { loadInventory, loadPolicy } from '../../src/policy/load.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { allRules } from '../../src/rules/index.ts';

const page = readFileSync('docs/policy.md', 'utf8');
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');

describe('docs/policy.md', () => {
  it('shows a policy that loads and has every key there is', () => {
    const loaded = loadPolicy('p', blocks[0] ?? '', allRules);
    assert.deepEqual(loaded.ok ? [] : loaded.faults, []);
    assert.ok(loaded.ok);
    const { shape } = policySchema(allRules);
    const inner = Object.keys(shape.inputs.unwrap().shape).map((key) => `inputs.${key}`);
    for (const key of [...Object.keys(shape), ...inner]) {
      assert.ok(loaded.value.places.has(key), `${key} is not shown`);
    }
  });

  it('shows an inventory that loads', () => {
    const loaded = loadInventory('i', blocks[1] ?? '');
    assert.deepEqual(loaded.ok ? loaded.value.inputs.length : loaded.faults, 3);
  });

  it('tells the truth about patterns', () => {
    const rows = [...page.matchAll(/^\| `([^`|]*)` *\| (`[^|]*)\| (`[^|]*)\|$/gm)];
    assert.equal(rows.length, 4);
    const texts = (cell = ''): string[] =>
      [...cell.matchAll(/`(.*?)`/g)].map(([, text]) => text ?? '');
    for (const [, pattern = '', yes, no] of rows) {
      const { matches } = glob(pattern, pattern.includes(':') ? 'source' : 'path');
      for (const text of texts(yes)) assert.equal(matches(text), true, `${pattern} ${text}`);
      for (const text of texts(no)) assert.equal(matches(text), false, `${pattern} ${text}`);
    }
  });
});
