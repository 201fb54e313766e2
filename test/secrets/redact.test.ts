import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { buildCanarySet } from '../../src/secrets/canary/search.ts';
import { readCanaries } from '../../src/secrets/canary/values.ts';
import { redactLine, redactText } from '../../src/secrets/redact.ts';
import { scan } from '../../src/secrets/scan.ts';
import { textDocument } from '../../src/secrets/scan-document.ts';
import { secretRules } from '../../src/rules/secret/index.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { contain, containers, encodings } from './containers.ts';
import { samples, seeded } from './generate.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 60);

/** Six characters of a value in a row would help to guess it. Words that all values of a format share give nothing away. */
function leaks(shown: string, value: string): boolean {
  const fixed =
    /-----(?:BEGIN|END)[A-Z ]*-----|PuTTY-User-Key-File-3: ssh-ed25519|Encryption: none|Comment: me|(?:Public|Private)-Lines: 1|Private-MAC:|rubygems_|vercel_blob_rw_|github_pat_|pbkdf2[-_]sha256|argon2id/g;
  for (const part of value.replace(fixed, '\n').split('\n')) {
    for (let at = 0; at + 6 <= part.length; at++) {
      if (shown.includes(part.slice(at, at + 6))) return true;
    }
  }
  return false;
}

test('no notation and no encoding leaves six characters of a secret in a redacted text', () => {
  for (const sample of samples(11)) {
    const value = sample.family === 'nix-signing-key' ? `k:${sample.value}` : sample.value;
    const secret = sample.family.endsWith('webhook') ? value.slice(34) : sample.value;
    for (const kind of Object.keys(containers)) {
      const { text } = contain(kind, sample.name ?? 'BLOB', value);
      assert.ok(!leaks(redactText(text), secret), `${sample.family} in ${kind}`);
    }
    for (const [name, encode] of Object.entries(encodings)) {
      const encoded = encode(`${sample.name ?? 'BLOB'}=${value}`);
      const { text } = contain('env', 'DATA', encoded);
      assert.ok(!leaks(redactText(text), encoded.slice(30)), `${sample.family} as ${name}`);
    }
  }
});

test('each line of a key is hidden on its own', () => {
  for (const sample of samples(12)) {
    if (!sample.value.includes('\n')) continue;
    const text = `before\n${sample.value}\nafter\n`;
    let offset = 0;
    for (const line of text.split('\n')) {
      const shown = redactLine(text, { start: offset, end: offset + 1 });
      if (line === 'before' || line === 'after') assert.equal(shown, line);
      else assert.ok(!leaks(shown, sample.value), `${sample.family}: ${shown.length}`);
      offset += line.length + 1;
    }
  }
});

test('ordinary lines are shown as they are', () => {
  const lines = [
    '  "narHash": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",',
    '  "rev": "0123456789abcdef0123456789abcdef01234567",',
    'trusted-public-keys = cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY=',
    '  services.openssh.settings.PasswordAuthentication = false;',
    'ExecStart=/nix/store/1rz4g4znpzjwh1xymhjpm42vipw92pr7-hello-2.12/bin/hello',
  ];
  const text = lines.join('\n');
  for (const line of lines)
    assert.equal(redactLine(text, { start: text.indexOf(line), end: 0 }), line);
});

test('a line of any length gives a short excerpt around the place', () => {
  const text = `${'x '.repeat(500_000)}HERE${' y'.repeat(500_000)}`;
  const shown = redactLine(text, { start: 1_000_000, end: 1_000_004 });
  assert.ok(shown.includes('HERE') && shown.length < 5000);
});

test('known values are hidden too, in any encoding', () => {
  const value = seeded(5).text('abcdefghijklmnopqrstuvwxyz', 24);
  const { set } = buildCanarySet(readCanaries(JSON.stringify({ X: value })).canaries);
  const text = `a ${value} b ${Buffer.from(value).toString('hex')} c`;
  assert.equal(
    redactText(text, set),
    'a ‹redacted canary, 24 chars› b ‹redacted canary, 48 chars› c',
  );
  assert.ok(!leaks(redactLine(text, { start: 0, end: 1 }, set), value));
});

test('no message, subject or evidence carries a part of a value', () => {
  const context = {
    now: new Date(0),
    policy: defaultPolicy,
    document: () => undefined,
    mode: 'check' as const,
  };
  for (const sample of samples(13)) {
    const value = sample.family === 'nix-signing-key' ? `k:${sample.value}` : sample.value;
    const name = sample.name ?? 'BLOB';
    // A value that only its name gives away is not known for one inside another name.
    const texts = [
      `${name}=${value}`,
      `${value}.token = x9y8z7w6v5`,
      `https://u:${value}@h/`,
      `a_${value}_password=q1w2e3r4t5`,
    ];
    for (const text of sample.name === undefined ? texts : texts.slice(0, 1)) {
      const document = textDocument('f.env', text);
      for (const rule of secretRules) {
        // `check` of a rule of any kind takes `never`; these are all of kind `text`.
        for (const problem of rule.check(document as never, context)) {
          const said = [problem.message, problem.subject, problem.evidence].join('\n');
          const secret = sample.family.endsWith('webhook') ? value.slice(34) : sample.value;
          assert.ok(!leaks(said, secret), `${sample.family}: ${rule.id}`);
        }
      }
    }
  }
});

test('planted anywhere in any text, a secret never survives redaction', () => {
  const all = samples(14).filter(
    (sample) => sample.name === undefined && !sample.family.endsWith('webhook'),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.nat(all.length - 1),
      fc.string({ maxLength: 80 }),
      (before, index, after) => {
        const { value, rule } = all[index] ?? { value: '', rule: '' };
        const text = `${before}\n${value}\n${after}`;
        const shown = redactText(text);
        if (scan(text).some((hit) => hit.rule === rule)) assert.ok(!leaks(shown, value));
        else assert.fail(`not found after ${JSON.stringify(before.slice(-8))}`);
      },
    ),
    { numRuns: runs },
  );
});
