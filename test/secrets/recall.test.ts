import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scan } from '../../src/secrets/scan.ts';
import { contain, containers, encodings } from './containers.ts';
import { type Sample, samples } from './generate.ts';

const seed = Number(process.env['SECRETS_SEED'] ?? 20);

/** What a family is named for in the text: a name that gives nothing away unless the family needs one. */
function nameOf(sample: Sample): string {
  return sample.name ?? 'SETTINGS_BLOB';
}

function describe(sample: Sample): string {
  return `${sample.family} (seed ${seed})`;
}

for (const kind of Object.keys(containers)) {
  test(`every family is found at its place in ${kind}`, () => {
    for (const sample of samples(seed)) {
      const isKey = sample.family === 'nix-signing-key';
      const value = isKey ? `${nameOf(sample)}:${sample.value}` : sample.value;
      const { text, start, end } = contain(kind, isKey ? 'SIGNER' : nameOf(sample), value);
      const from = isKey ? start + nameOf(sample).length + 1 : start;
      const hits = scan(text);
      const found = hits.map(({ rule, family, span, via }) => ({ rule, family, span, via }));
      assert.deepEqual(
        found,
        [{ rule: sample.rule, family: sample.family, span: { start: from, end }, via: [] }],
        `${describe(sample)} in ${kind}`,
      );
    }
  });
}

for (const [encoding, encode] of Object.entries(encodings)) {
  test(`every family is found in ${encoding}`, () => {
    for (const sample of samples(seed)) {
      const inner =
        sample.name === undefined
          ? sample.value
          : `${sample.name}${sample.family === 'nix-signing-key' ? ':' : '='}${sample.value}`;
      for (const kind of ['shell script', 'JSON', 'env']) {
        const { text, start, end } = contain(kind, 'BLOB', encode(inner));
        const hits = scan(text).filter((hit) => hit.family === sample.family);
        assert.equal(hits.length, 1, `${describe(sample)} as ${encoding} in ${kind}`);
        assert.deepEqual(
          hits[0]?.span,
          { start, end },
          `${describe(sample)} as ${encoding} in ${kind}`,
        );
        assert.deepEqual(
          hits[0]?.via,
          encoding.split(' '),
          `${describe(sample)} as ${encoding} in ${kind}`,
        );
      }
    }
  });
}

test('every family is found as the whole value of its name', () => {
  for (const sample of samples(seed)) {
    if (sample.family === 'nix-signing-key') continue;
    const hits = scan(sample.value, { name: nameOf(sample) });
    assert.deepEqual(
      hits.map((hit) => [hit.family, hit.span.start, hit.span.end]),
      [[sample.family, 0, sample.value.length]],
      describe(sample),
    );
  }
});
