import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileKind } from '../../src/secrets/file-kinds.ts';
import { sensitiveName } from '../../src/secrets/sensitive-names.ts';

const enc = 'ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]';
const encrypted = {
  'sops yaml': `db: ${enc}\nsops:\n    age:\n        - recipient: age1x\n    mac: ${enc}\n`,
  'sops json': `{"db": "${enc}", "sops": {"age": [{"recipient": "age1x"}], "mac": "${enc}"}}`,
  'sops dotenv': `A=${enc}\nsops_age__list_0__map_recipient=age1x\nsops_mac=${enc}\nsops_version=3.9.0\n`,
  'sops ini': `[x]\na = ${enc}\n\n[sops]\nage__list_0__map_recipient = age1x\nmac = ${enc}\n`,
  age: 'age-encryption.org/v1\n-> X25519 …',
  'armoured age': '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n',
  'git-crypt': '\0GITCRYPT\0\x01\x02',
  'pgp armour': '-----BEGIN PGP MESSAGE-----\n\nhQ\n',
  'pgp packet': new Uint8Array([
    0x85, 0x02, 0x0c, 0x03, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  ]),
  ansible: '$ANSIBLE_VAULT;1.1;AES256\n3062',
  jwe: 'eyJhbGciOiJSU0EifQ.OKOaw.48V1.5eym.XFBo\n',
  sealed:
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    a: AgB\n',
  transit: 'vault:v1:8SDd3WHDOjf7mq69',
  'systemd-creds': 'Whxqht+dQJax1aZeCGLxmiAAAAABAAAADAAAABAAAAC',
};
for (const [name, content] of Object.entries(encrypted)) {
  test(`${name} is recognised as encrypted`, () =>
    assert.equal(fileKind(content).kind, 'encrypted'));
}

const notEncrypted = {
  'a sops section without recipients': `db: ${enc}\nsops:\n    mac: ${enc}\n`,
  'a sops section without an encrypted value':
    'db: hello\nsops:\n    age:\n        - recipient: age1x\n    mac: ENC[AES256_GCM,data:x]\n',
  'text that mentions age': 'see age-encryption.org/v1 for the format\n',
  'a unit that mentions ENC[': `# ${enc}\n[Service]\nExecStart=x\n`,
  'systemd-creds with the null key': 'BYRp2vb1QySABUnaD46i+yAAAAABAAAADAAAABAAAAC',
  'bytes that begin like a packet': new Uint8Array(32).fill(0x85),
  empty: '',
};
for (const [name, content] of Object.entries(notEncrypted)) {
  test(`${name} is not encrypted`, () => assert.equal(fileKind(content).kind, 'plain'));
}

test('public content', () => {
  assert.deepEqual(fileKind('-----BEGIN CERTIFICATE-----\nMII\n'), {
    kind: 'public',
    what: 'certificate',
  });
  assert.deepEqual(fileKind('-----BEGIN PUBLIC KEY-----\nMII\n'), {
    kind: 'public',
    what: 'public-key',
  });
  assert.deepEqual(fileKind('# me\nssh-ed25519 AAAAC3 me@host\n'), {
    kind: 'public',
    what: 'public-key',
  });
  assert.deepEqual(fileKind('{ "a.age".publicKeys = [ x ]; }'), {
    kind: 'public',
    what: 'recipients',
  });
});

test('a certificate beside its private key is a private key', () => {
  const both = ['-----BEGIN CERTIFICATE-----', 'MII', '-----BEGIN PRIVATE KEY-----', 'MII'].join(
    '\n',
  );
  assert.deepEqual(fileKind(both), { kind: 'private-key' });
});

test('sensitive names', () => {
  for (const name of [
    '.env',
    '.env.production',
    'a/web.env',
    'id_ed25519',
    'x/id_rsa',
    'tls.key',
    'tls.pem',
    'a.p12',
    '.netrc',
    'prod.tfstate',
  ]) {
    assert.notEqual(sensitiveName(name), undefined, name);
  }
  for (const name of [
    'secrets.nix',
    'secrets.yaml',
    'wg0.conf',
    'corp.ovpn',
    'cache.sec',
    'keys.txt',
    '.bash_history',
    'kubeconfig',
    'a.tfstate.backup',
  ]) {
    assert.notEqual(sensitiveName(name), undefined, name);
  }
  for (const name of [
    '.env.example',
    '.env.sample',
    'id_ed25519.pub',
    'db.age',
    'a.crt',
    'flake.nix',
    'env',
    'environment',
    'monkey',
    'x.gpg',
    'wgetrc',
  ]) {
    assert.equal(sensitiveName(name), undefined, name);
  }
});

const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const folder = join(corpora, 'encrypted');
test(
  'every published encrypted file is recognised',
  { skip: existsSync(folder) ? false : `no corpus at ${folder}` },
  () => {
    const ciphers: Readonly<Record<string, string>> = {
    'age-armored': 'age', 'age-binary': 'age', 'sops-env': 'sops', 'sops-ini': 'sops', 'sops-json': 'sops', 'sops-yaml': 'sops',
  }; // prettier-ignore
    let seen = 0;
    for (const name of readdirSync(folder)) {
      const by = ciphers[name.split('__', 1)[0] ?? ''];
      const content = readFileSync(join(folder, name));
      if (by === undefined) assert.notEqual(fileKind(content).kind, 'encrypted', name);
      else assert.deepEqual(fileKind(content), { kind: 'encrypted', by }, name);
      assert.deepEqual(
        fileKind(content.toString('utf8')),
        fileKind(content),
        `${name} read as UTF-8`,
      );
      seen++;
    }
    assert.ok(seen > 100);
  },
);
