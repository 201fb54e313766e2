import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scan } from '../../src/secrets/scan.ts';
import { syntaxOf } from '../../src/secrets/scan-document.ts';
import { samples } from './generate.ts';

/** What must not be taken for a secret, and why it might be. */
const nearMisses: Readonly<Record<string, string>> = {
  'a GitHub token with a wrong checksum': ['ghp', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0000000'].join('_'),
  'a GitHub token in a placeholder': 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'the prefix alone': 'tokens start with ghp_ or github_pat_',
  'a git revision under a secret name of a hash': 'tokenHash = "0123456789abcdef0123456789abcdef01234567"',
  'a narHash': '"narHash": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="',
  'a store path': '/nix/store/1rz4g4znpzjwh1xymhjpm42vipw92pr7-secret-token-1.0/bin/x',
  'a Nix public key': 'cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY=',
  'a Nix signature, 64 bytes that are no key pair': `cache.nixos.org-1:${Buffer.alloc(64, 'abcdefg').toString('base64')}`,
  'an SRI sha512 hash': `sha512-${Buffer.alloc(64, 'hijklmn').toString('base64')}`,
  'the header of a key in prose': 'a file that starts with -----BEGIN OPENSSH PRIVATE KEY----- is a key',
  'a key with dots for a body': '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  'a certificate': `-----BEGIN CERTIFICATE-----\n${Buffer.alloc(300, 'cert').toString('base64')}\n-----END CERTIFICATE-----`,
  'an age recipient': 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kdc7d9ds6u2y2h',
  'an age identity with a wrong checksum': 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ',
  'a locked account': 'hashedPassword = "!"; x = "$y$"; z = "$6$";',
  'a crypt pattern': "grep -E '^\\$6\\$[./0-9A-Za-z]+'",
  'a git URL': 'ssh://git@github.com/a/b and git@github.com:a/b.git and https://user@host/',
  'a URL with variables': 'https://x-access-token:${GITHUB_TOKEN}@github.com https://u:$PW@h/ https://u:<password>@h/',
  'a URL with a stand-in': 'postgres://user:password@localhost/db https://h/?token=YOUR_TOKEN&key={key}',
  'a file at run time': 'DB_PASSWORD_FILE=/run/secrets/db\nTOKEN=/run/agenix/token\npasswordFile = "/run/keys/x";',
  'a systemd credential': 'LoadCredential=token:/run/secrets/token\nEnvironment=TOKEN=%d/token',
  'a sops placeholder': 'password = <SOPS:0d3fcb4cd4d6a4f4a4e4:PLACEHOLDER>',
  'an encrypted value': 'password: ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ=,type:str]',
  'a Nix interpolation': 'password = "${config.sops.placeholder.db}"; token = "${builtins.readFile ./x}";',
  'a CI expression': 'token: ${{ secrets.GITHUB_TOKEN }}\npassword: ${{ inputs.password }}',
  'a comparison': 'if password == "hunter42x" then',
  'a shell variable': 'TOKEN="$1"; export API_KEY=$(cat /run/x); PASSWORD=`pass show x`',
  'a call': 'token = getToken("abc123def456")',
  'an identifier': 'secretName: my-db-credentials\ntoken: access_token\ntokenType = "bearer_token"',
  'an image in base64': `src="data:image/png;base64,${Buffer.from('\x89PNG\r\n\x1a\n'.repeat(9), 'latin1').toString('base64')}"`,
  'an AWS example': 'AKIAIOSFODNN7EXAMPLE',
  'AWS-like capitals': 'AKIAAAAAAAAAAAAAAAAA',
  'an empty string before another': "x = {'API_TOKEN':'','SOME_OTHER_THING9':''}",
  'a comparison without blanks': 'password=="hunter42x" && token::"abc123def456"',
  'a type in angle brackets': 'function f(x: Iterable<Token>, y9: boolean): Generator<string>',
  'an element of a type': '$token->is_tagname9(I<some>)',
  'a class name': 'private_key: "_EllipticCurvePrivateKey", token = "?InterpolationInTemplate"',
  'a local database of a test': 'postgres://postgres:postgres@localhost:5432/x redis://:password@cache:6379',
  'names of Nix': 'passthru.tests = "abc123def"; passAsFile = "text123abc"; keymap = "us-acentos1"; tokenizer = "bert128abc";',
}; // prettier-ignore
for (const [name, text] of Object.entries(nearMisses)) {
  test(`${name} is no secret`, () => assert.deepEqual(scan(text), []));
}

test('one changed character ends the proof of a checksum', () => {
  for (const { family, value } of samples(3)) {
    if (family !== 'github-classic' && family !== 'npm' && family !== 'age') continue;
    const at = value.length - 12;
    const other = value[at] === 'Q' ? 'P' : 'Q';
    const changed = value.slice(0, at) + other + value.slice(at + 1);
    assert.equal(scan(value).length, 1, family);
    assert.deepEqual(scan(changed), [], family);
  }
});

const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');

/** Hits in the corpora that were read by eye; docs/corpora-secrets.md says what each is. */
const known: Readonly<Record<string, readonly string[]>> = {
  encrypted: [], locks: [], flakes: [], nixconf: [], workflows: [], pins: [], 'lock-history': [],
  modules: [
    'EmergentMind__nix-config__hosts-common-users-ta-default.nix secret-assignment/weak',
    'cachix__devenv__examples-nats-devenv.nix secret-assignment/weak',
    'ekala-project__corepkgs__ekaos-tests-login.nix secret-assignment/weak',
    'ekala-project__corepkgs__ekaos-tests-login.nix secret-assignment/weak',
    'ekala-project__corepkgs__ekaos-tests-network.nix secret-assignment/weak',
    'ekala-project__corepkgs__ekaos-tests-network.nix secret-assignment/weak',
    'hlissner__dotfiles__modules-security.nix secret-assignment/weak',
    'hlissner__dotfiles__modules-security.nix secret-assignment/weak',
    'linyinfeng__dotfiles__nixos-profiles-users-nixos-default.nix secret-assignment/weak',
    'oddlama__nix-config__flake-installer-configuration.nix secret-assignment/weak',
    'ryantm__agenix__test-integration.nix secret-assignment/weak',
    'tweag__genealogos__nix-configuration.nix secret-assignment/weak',
  ],
}; // prettier-ignore
for (const [folder, expected] of Object.entries(known)) {
  const root = join(corpora, folder);
  const skip = existsSync(root) ? false : `no corpus at ${root}`;
  test(`all hits in the corpus of ${folder} are known`, { skip }, () => {
    const found: string[] = [];
    for (const name of readdirSync(root, { recursive: true }).map(String).sort()) {
      if (!statSync(join(root, name)).isFile()) continue;
      const text = readFileSync(join(root, name), 'utf8');
      for (const hit of scan(text, { syntax: syntaxOf(name) }))
        found.push(`${name} ${hit.rule}/${hit.reason}`);
    }
    assert.deepEqual(found, expected);
  });
}

/** An unpacked drv-store.tar.xz; far too large to unpack in a test. */
const store = process.env['NSL_DRV_STORE'] ?? '';
test(
  'the store of real derivations holds no secret',
  { skip: store === '' ? 'NSL_DRV_STORE names no unpacked drv-store.tar.xz' : false },
  () => {
    let files = 0;
    for (const name of readdirSync(store)) {
      if (!statSync(join(store, name)).isFile()) continue;
      files++;
      assert.deepEqual(scan(readFileSync(join(store, name), 'latin1')), [], name);
    }
    assert.ok(files > 1000);
  },
);
