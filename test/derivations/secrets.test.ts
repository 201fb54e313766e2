import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readEveryDerivation } from '../../src/derivations/closure.ts';
import { outermostText } from '../../src/derivations/place.ts';
import { createSecretScanner } from '../../src/derivations/secrets.ts';
import type { DocumentOf } from '../../src/model/document.ts';
import { decodeQuoted, encodeUtf8, quote, rawOffset } from '../../src/parse/derivation/strings.ts';
import { handMadeStore } from './store-fixture.ts';

/** A value that looks like a password somebody generated. */
const secret = `${randomBytes(12).toString('hex')}Xq7`;

type Parts = Parameters<ReturnType<typeof handMadeStore>['derivation']>[2];

/** Subject, value and line of each secret in a derivation with these parts. */
function found(parts: Parts, sources: Readonly<Record<string, string>> = {}): string[] {
  const made = handMadeStore();
  try {
    const inputSrcs = Object.entries(sources).map(([name, text], index) => {
      writeFileSync(join(made.directory, made.base(index + 10, name)), text);
      return made.path(index + 10, name);
    });
    made.derivation(1, 'unit-app.service', { ...parts, inputSrcs });
    const [document] = [...readEveryDerivation(made.store)];
    assert.equal(document?.kind, 'derivation');
    return createSecretScanner({ now: new Date(0) })(document).flatMap(shown);
  } finally {
    made.remove();
  }
}

function shown(document: DocumentOf<'text'>): string[] {
  return document.model.parts.flatMap(({ subject, hits }) =>
    hits.map(({ span }) => {
      const { line, value } = outermostText(document, span);
      return `${subject} line ${line}: ${value}`;
    }),
  );
}

test('a secret is found in every kind of place, with its name and line', () => {
  const drv = 'unit-app.service.drv#';
  assert.deepEqual(found({ env: { DB_PASSWORD: secret } }), [
    `${drv}env.DB_PASSWORD line 1: ${secret}`,
  ]);
  const unit = `[Service]\nEnvironment="A=\\"é€😀\\""\nEnvironment=DB_PASSWORD=${secret}\n`;
  assert.deepEqual(found({ env: { text: unit } }), [`${drv}env.text line 3: ${secret}`]);
  assert.deepEqual(found({ args: ['-c', `export API_TOKEN="${secret}"`] }), [
    `${drv}args[1] line 1: ${secret}`,
  ]);
  const json = JSON.stringify({
    env: { API_TOKEN: secret },
    list: ['ü', `x\nDB_PASSWORD=${secret}`],
  });
  assert.deepEqual(found({ env: { __json: json } }), [
    `${drv}structuredAttrs.env.API_TOKEN line 1: ${secret}`,
    `${drv}structuredAttrs.list[1] line 1: ${secret}`,
  ]);
  const image = JSON.stringify({ config: { Env: ['PATH=/bin', `DB_PASSWORD=${secret}`] } });
  assert.deepEqual(found({ env: { text: image, passAsFile: 'text' } }), [
    `${drv}env.text line 1: ${secret}`,
  ]);
  assert.deepEqual(found({}, { 'app.conf': `a = 1\npassword = "${secret}"\n` }), [
    `${drv}app.conf line 2: ${secret}`,
  ]);
});

test('a derivation without secrets costs no document', () => {
  const env = {
    DB_PASSWORD_FILE: '/run/secrets/db',
    password: '',
    src: '/nix/store/00000000000000000000000000000000-src',
    outputHash: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    text: 'SMTP_PASSWORD=<SOPS:9b2a7c0f4e8d6351:PLACEHOLDER>\nTOKEN=$(cat /run/secrets/token)\n',
  };
  assert.deepEqual(found({ env }, { config: 'listen = 80\n' }), []);
});

test('property: the raw place of a decoded span decodes to the span', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, text, (before, value, after) => {
      const raw = quote(encodeUtf8(before + value + after));
      const quoted = { start: 1, end: raw.length - 1 };
      const span = {
        start: rawOffset(raw, quoted, before.length),
        end: rawOffset(raw, quoted, before.length + value.length),
      };
      assert.equal(decodeQuoted(raw, span), value);
    }),
  );
});
