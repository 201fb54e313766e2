import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPasswordName, isSecretName, nameWords } from '../../src/secrets/names.ts';
import { isPlaceholder, isReference } from '../../src/secrets/placeholders.ts';

test('a name splits at punctuation and humps', () => {
  assert.deepEqual(nameWords('dbAPIKey_file'), ['db', 'api', 'key', 'file']);
  assert.deepEqual(nameWords('services.x-y.jwtSecret'), ['services', 'x', 'y', 'jwt', 'secret']);
});

const secretNames = [
  'PASSWORD', 'DB_PASSWORD', 'dbPassword', 'MYSQL_ROOT_PASSWD', 'GITHUB_TOKEN', 'api_key', 'apiKey', 'APIKey', 'OPENAI_API_KEY',
  'aws_secret_access_key', 'clientSecret', 'jwtSecret', 'wifi.psk', 'pskRaw', 'privateKey', 'presharedKey', 'SENTRY_DSN', 'smtp-pass',
  'SLACK_WEBHOOK_URL', 'session_key', 'services.grafana.settings.security.secret_key', 'token.value',
]; // prettier-ignore
for (const name of secretNames) {
  test(`${name} names a secret`, () => assert.equal(isSecretName(name), true));
}

const harmlessNames = [
  'DB_PASSWORD_FILE', 'passwordFile', 'tokenFile', 'passthru', 'passAsFile', 'keymap', 'keyboard', 'keyring', 'keyid', 'tokenizer',
  'tokenize', 'author', 'authority', 'secretary', 'publicKey', 'trusted-public-keys', 'authorizedKeys', 'hostKeyAlgorithms', 'cargoHash',
  'vendorHash', 'outputHash', 'narHash', 'secretsDir', 'passwordAuthentication', 'PWD_POLICY', 'token_type', 'token_url', 'secret-id',
  'monkey', 'key', 'bypass', 'compass', 'password_prompt', 'hashedPassword', 'secrets.db.path', 'TOKEN_TTL', 'PASSPHRASE_COMMAND',
]; // prettier-ignore
for (const name of harmlessNames) {
  test(`${name} names no secret`, () => assert.equal(isSecretName(name), false));
}

test('the working directory is no secret: its value is a path', () => {
  assert.equal(isSecretName('PWD'), true);
  assert.equal(isReference('/home/me/src'), true);
});

test('names like __proto__ and very long names are harmless', () => {
  assert.equal(isSecretName('__proto__'), false);
  assert.equal(isSecretName('token'.repeat(10_000)), false);
});

test('passwords may be short', () => {
  assert.equal(isPasswordName('dbPass'), true);
  assert.equal(isPasswordName('apiToken'), false);
});

const stand_ins = [
  '', '   ', '$TOKEN', '${TOKEN}', '$(cat /run/x)', '{{ token }}', '${{ secrets.X }}', '%TOKEN%', '@TOKEN@', '<token>', '…', 'xxxxxxxx',
  '********', 'changeme', 'change-me', 'CHANGE_ME', 'your-token-here', 'your_api_key', 'example', 'AKIAIOSFODNN7-EXAMPLE', 'dummy-value',
  'TODO', 'redacted', 'none', 'null', 'test', 'testing', 'hunter2', 'my test password', 'abcdefgh', '12345678', '0000000000',
 '`pass show x`',
]; // prettier-ignore
for (const value of stand_ins) {
  test(`"${value}" is a placeholder`, () => assert.equal(isPlaceholder(value), true));
}

for (const value of ['kd83-Fj2l.q', 'contestant99', 'latest-9f', 'Tr0ub4dor', 'yourself9']) {
  test(`"${value}" is no placeholder`, () => assert.equal(isPlaceholder(value), false));
}

const references = [
  '/run/secrets/db', '/run/agenix/db', '/run/credentials/x.service/y', '%d/token', '$CREDENTIALS_DIRECTORY/token', '~/.token', './pw',
  '<SOPS:0123:PLACEHOLDER>', 'ENC[AES256_GCM,data:x]', '$__file{/run/x}', '!secret db', 'env:TOKEN', '/nix/store/x-y',
]; // prettier-ignore
for (const value of references) {
  test(`"${value}" says where the secret is`, () => assert.equal(isReference(value), true));
}
