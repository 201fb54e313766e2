import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { isDerivation } from '../../../src/model/derivation.ts';
import { parseDerivationJson, parseEvalJobs } from '../../../src/parse/derivation/json.ts';
import { nixVersions } from '../../nix/real-nix.ts';

const scratch = mkdtempSync(join(tmpdir(), 'drv-json-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Every kind of output, both kinds of attributes and the characters that need care. */
const expression = `
let
  call = a: derivation ({ name = "x"; system = "x86_64-linux"; builder = "/bin/sh"; } // a);
  dep = call { name = "dep"; outputs = [ "out" "dev" ]; };
  nar = { outputHashAlgo = "sha256"; outputHashMode = "recursive"; };
in {
  plain = call { args = [ "-c" "a\\n\\t\\r\\"\\\\ü€" ]; inherit dep; d = dep.dev; s = builtins.toFile "t" "x"; "ü" = "ä"; };
  fixed = call (nar // { outputHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="; });
  flat = call { outputHashAlgo = "sha1"; outputHash = "${'a'.repeat(40)}"; };
  floating = call (nar // { __contentAddressed = true; });
  deferred = call { x = call (nar // { __contentAddressed = true; }); };
  impure = call (nar // { __impure = true; });
  structured = call { __structuredAttrs = true; a."9" = 1; a."10" = [ 2.5 true null "s\\"\\\\" ]; outputs = [ "out" "dev" ]; };
}`;
const attributes = ['plain', 'fixed', 'flat', 'floating', 'deferred', 'impure', 'structured'];
const config =
  'experimental-features = nix-command flakes ca-derivations impure-derivations\nbuild-users-group =';

for (const { version, skip, run } of nixVersions) {
  test(`differential: JSON of Nix ${version} is the stored file`, { skip }, () => {
    const file = join(scratch, 'all.nix');
    writeFileSync(file, expression);
    const store = join(scratch, version);
    const env = { NIX_CONFIG: config };
    const wanted = attributes.flatMap((name) => ['-A', name]);
    const made = run(['nix-instantiate', '--store', store, file, ...wanted], { cwd: scratch, env });
    const paths = made.stdout.trim().split('\n');
    assert.equal(paths.length, attributes.length, made.stderr);
    const show = version === '2.8' ? ['show-derivation'] : ['derivation', 'show'];
    const shown = run(['nix', ...show, '--store', store, ...paths], { cwd: scratch, env });
    const read = parseDerivationJson(shown.stdout, '/nix/store');
    assert.equal(read.fault, undefined, shown.stderr);
    assert.deepEqual(read.derivations.map(({ path }) => path).toSorted(), paths.toSorted());
    for (const { path, derivation } of read.derivations) {
      assert.ok(isDerivation(derivation), JSON.stringify(derivation));
      assert.equal(derivation.text, readFileSync(join(store, path), 'latin1'), path);
    }
  });
}

test('formats 1 to 4 of one fixed output are one derivation', () => {
  const hex = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const digest = '0'.repeat(32);
  const path = `/nix/store/${digest}-x`;
  const common = { system: 's', builder: 'b', args: [], env: { out: path } };
  const old = (output: object): object => ({
    [`${path}.drv`]: { ...common, inputSrcs: [path], inputDrvs: {}, outputs: { out: output } },
  });
  const version4 = {
    version: 4,
    derivations: {
      [`${digest}-x.drv`]: {
        ...common,
        version: 4,
        inputs: { srcs: [`${digest}-x`], drvs: {} },
        outputs: {
          out: { method: 'nar', hash: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
        },
      },
    },
  };
  const version3 = {
    [`${digest}-x.drv`]: {
      ...common,
      version: 3,
      inputSrcs: [`${digest}-x`],
      inputDrvs: {},
      outputs: { out: { method: 'nar', hashAlgo: 'sha256', hash: hex } },
    },
  };
  const documents = [
    old({ path, hashAlgo: 'r:sha256', hash: hex }),
    old({ path, method: 'nar', hashAlgo: 'sha256', hash: hex }),
    version3,
    version4,
  ];
  const texts = documents.map((document) => {
    const read = parseDerivationJson(JSON.stringify(document), '/nix/store');
    const [only] = read.derivations;
    assert.equal(only?.path, `${path}.drv`);
    assert.ok(isDerivation(only.derivation));
    return only.derivation.text;
  });
  assert.deepEqual(new Set(texts).size, 1);
  assert.ok(texts[0]?.startsWith(`Derive([("out","${path}","r:sha256","${hex}")],[],["${path}"],`));
});

test('one broken derivation does not hide the others', () => {
  const good = { outputs: {}, system: 's', builder: 'b', args: [], env: {} };
  const read = parseDerivationJson(
    JSON.stringify({
      '/a.drv': { ...good, env: { TOKEN: 3 } },
      '/b.drv': good,
      '/c.drv': null,
      '/d.drv': { ...good, outputs: { out: { hashAlgo: 'sha256', method: 'odd' } } },
    }),
    '/nix/store',
  );
  const problems = read.derivations.map(({ derivation }) =>
    isDerivation(derivation) ? 'fine' : derivation.problem,
  );
  assert.deepEqual(problems, [
    'a value of `env` is a number, expected a string',
    'fine',
    'the derivation is null, expected an object',
    '`method` is none of flat, nar, text and git',
  ]);
});

test('bombs and attributes of Object.prototype are read like anything else', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  assert.ok(parseDerivationJson(deep, '/nix/store').fault);
  const nested = `{"a.drv":{"outputs":{},"system":"s","builder":"b","structuredAttrs":${deep}}}`;
  const [bomb] = parseDerivationJson(nested, '/nix/store').derivations;
  assert.deepEqual(bomb?.derivation, {
    cause: 'parse',
    problem: 'nested deeper than 200',
    offset: 0,
  });
  const odd = '{"constructor":{"__proto__":{"outputs":{}}}}';
  const [proto] = parseDerivationJson(odd, '/nix/store').derivations;
  assert.ok(proto && !isDerivation(proto.derivation));
  assert.equal(proto.derivation.problem, '`outputs` is missing, expected an object');
});

test('a parse error never quotes the text', () => {
  const { fault } = parseDerivationJson('{"PASSWORD": s3cr3t}', '/nix/store');
  assert.deepEqual(fault, { cause: 'parse', problem: 'not a JSON document', offset: 0 });
});

test('property: any JSON is read without an exception', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { derivations, fault } = parseDerivationJson(text, '/nix/store');
      assert.ok(fault !== undefined || derivations.length >= 0);
      assert.ok(parseEvalJobs(text).length <= text.split('\n').length);
    }),
  );
});

test('lines of nix-eval-jobs', () => {
  const lines = [
    '{"attr":"x.\\"a.b\\"","attrPath":["x","a.b"],"drvPath":"/nix/store/d","name":"n","system":"s"}',
    '{"attr":"y","attrPath":["y"],"error":"error: nope"}',
    '',
    'not json',
    '{"attr":"z"}',
    '3',
  ].join('\n');
  assert.deepEqual(parseEvalJobs(lines), [
    { attributes: ['x', 'a.b'], drvPath: '/nix/store/d' },
    { attributes: ['y'], error: 'error: nope' },
    { attributes: [], error: 'line 3: not a JSON document' },
    { attributes: ['z'], error: '`drvPath` is missing' },
    { attributes: [], error: 'line 5: the line is a number, expected an object' },
  ]);
});
