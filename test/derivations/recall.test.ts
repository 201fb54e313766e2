import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEveryDerivation } from '../../src/derivations/closure.ts';
import { outermostText } from '../../src/derivations/place.ts';
import { createSecretScanner } from '../../src/derivations/secrets.ts';
import { samples } from '../secrets/generate.ts';
import { handMadeStore } from './store-fixture.ts';

/** Places of a derivation, what holds the text there, and how a finding names it. */
const places: Readonly<Record<string, (script: string) => object>> = {
  'env.text': (text) => ({ env: { text } }),
  'args[1]': (text) => ({ args: ['-c', text] }),
  'structuredAttrs.files[0].text': (text) => ({
    env: { __json: JSON.stringify({ files: [{ text }] }) },
  }),
  'unit.conf': () => ({}),
};

for (const [place, parts] of Object.entries(places)) {
  test(`every family is found in ${place}, at its line`, () => {
    for (const { family, value, name = 'SETTINGS_BLOB' } of samples(21)) {
      const signer = family === 'nix-signing-key';
      const written = signer ? `SIGNER="${name}:${value}"` : `${name}="${value}"`;
      const text = `# é\n[Service]\n${written}\nExecStart=/bin/app\n`;
      const made = handMadeStore();
      try {
        writeFileSync(join(made.directory, made.base(2, 'unit.conf')), text);
        const inputSrcs = place === 'unit.conf' ? [made.path(2, 'unit.conf')] : [];
        made.derivation(1, 'x', { ...parts(text), inputSrcs });
        const [document] = [...readEveryDerivation(made.store)];
        assert.equal(document?.kind, 'derivation');
        const found = createSecretScanner({ now: new Date(0) })(document).flatMap((of) =>
          of.model.parts.flatMap(({ subject, hits }) =>
            hits.map((hit) => `${hit.family} ${subject} ${outermostText(of, hit.span).line}`),
          ),
        );
        assert.deepEqual(found, [`${family} x.drv#${place} 3`]);
      } finally {
        made.remove();
      }
    }
  });
}
