import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseFlakeNix } from '../../src/parse/flake-nix.ts';
import type { Span } from '../../src/model/span.ts';
import type { FlakeNix } from '../../src/model/flake-nix.ts';
import { findNix, type NixVersion } from '../nix.ts';
import { refused, taken } from './flake-nix-cases.ts';

const outputs = 'outputs = _: { };';
const versions: readonly NixVersion[] = ['2.8', '2.26', '2.34'];

/** A place with a local flake and a registry that leads the names `a` and `b` to it. */
function makePlace() {
  const root = mkdtempSync(join(tmpdir(), 'flake-nix-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('deep/flake.nix', `{ ${outputs} }`);
  write('sub/flake.nix', `{ inputs.deep.url = "path:${root}/deep"; ${outputs} }`);
  write('dep/flake.nix', `{ inputs.sub.url = "path:${root}/sub"; ${outputs} }`);
  const flakes = ['a', 'b', 'sub'].map((id) => {
    const path = `${root}/${id === 'sub' ? 'sub' : 'dep'}`;
    return { from: { type: 'indirect', id }, to: { type: 'path', path } };
  });
  write('registry.json', JSON.stringify({ version: 2, flakes }));
  return { root, write };
}
const place = makePlace();

function withPlace(body: string): string {
  return body
    .replaceAll('DEEP', `path:${place.root}/deep`)
    .replaceAll('DEPDIR', `${place.root}/dep`)
    .replaceAll('DEP', `path:${place.root}/dep`)
    .replaceAll('OUT', outputs);
}

type Declared = Record<string, { flake: boolean } | { follows: readonly string[] }>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Root inputs as real Nix locks them, or what it says when it refuses. */
function real(version: NixVersion, text: string, name: string): Declared | string {
  const { command } = findNix(version);
  place.write(`${name}/flake.nix`, text);
  place.write(`${name}/sub/flake.nix`, `{ ${outputs} }`);
  const [program, ...args] = [
    ...command,
    'nix',
    'flake',
    'metadata',
    '--json',
    '--no-write-lock-file',
    '--offline',
    `path:${place.root}/${name}`,
  ];
  const features = 'experimental-features = nix-command flakes';
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    env: {
      ...process.env,
      HOME: place.root,
      NIX_TEST_HOME: place.root,
      NIX_CONFIG: `${features}\nflake-registry = ${place.root}/registry.json\nbuild-users-group =\nstore = ${place.root}/store`,
    },
  });
  if (status !== 0) return stderr;
  const metadata: unknown = JSON.parse(stdout);
  const nodes =
    isRecord(metadata) && isRecord(metadata['locks']) ? metadata['locks']['nodes'] : undefined;
  assert.ok(isRecord(nodes) && isRecord(nodes['root']));
  const inputs = isRecord(nodes['root']['inputs']) ? nodes['root']['inputs'] : {};
  return Object.fromEntries(
    Object.entries(inputs).map(([input, target]) => {
      if (Array.isArray(target)) return [input, { follows: target.map(String) }];
      const node = nodes[String(target)];
      return [input, { flake: !(isRecord(node) && node['flake'] === false) }];
    }),
  );
}

function atLeast(version: string, limit: string): boolean {
  return Number(version.split('.')[1]) >= Number(limit.split('.')[1]);
}

function faultsIn(flake: FlakeNix, version: NixVersion): string[] {
  return flake.faults
    .filter(
      ({ since, before }) =>
        (since === undefined || atLeast(version, since)) &&
        (before === undefined || !atLeast(version, before)),
    )
    .map(({ message }) => message);
}

function declared(flake: FlakeNix): Declared {
  const entries = [...flake.inputs.values()].map((input): [string, Declared[string]] => [
    input.name,
    input.follows ? { follows: input.follows.path } : { flake: input.flake },
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What this reader says: the inputs, or null when the version refuses the flake. */
function ours(text: string, version: NixVersion): Declared | null {
  const flake = parseFlakeNix(text);
  return faultsIn(flake, version).length > 0 ? null : declared(flake);
}

const cases = [...taken, ...refused];
const answersFile = 'test/vectors/flake-nix.json';

/** Recorded answers of real Nix by version, one for each case: `--update` asks them all again. */
function recordedAnswers(): Record<string, (Declared | null)[]> {
  if (process.env['UPDATE'] === '1') {
    const all = versions.map((version) => [
      version,
      cases.map((body, index) => asked(version, body, index)),
    ]);
    writeFileSync(answersFile, `${JSON.stringify(Object.fromEntries(all), undefined, 1)}\n`);
  }
  const recorded: Record<string, (Declared | null)[]> = JSON.parse(
    readFileSync(answersFile, 'utf8'),
  );
  return recorded;
}

function asked(version: NixVersion, body: string, index: number): Declared | null {
  const answer = real(version, withPlace(body), `${version}-${index}`);
  return typeof answer === 'string' ? null : answer;
}

const recorded = recordedAnswers();
/** An ordinary run asks real Nix about some of the cases only: a process each takes its time. */
const step = process.env['FUZZ_RUNS'] === undefined ? 12 : 1;

for (const version of versions) {
  describe(`flake.nix as Nix ${version} reads it`, () => {
    for (const [index, body] of cases.entries()) {
      test(body, () => {
        assert.deepEqual(ours(withPlace(body), version), recorded[version]?.[index]);
      });
    }
  });
  test(`Nix ${version} still answers so`, { skip: findNix(version).skip }, (t) => {
    const some = [...cases.entries()].filter(([index]) => index % step === 0);
    for (const [index, body] of some) {
      assert.deepEqual(asked(version, body, index), recorded[version]?.[index], body);
    }
    t.diagnostic(`asked about ${some.length} of ${cases.length} flakes`);
  });
}

describe('where things stand', () => {
  const text = `{
  inputs.a.url = "x:a";
  inputs.a.flake = false;
  inputs.b = { url = "x:b"; inputs.c.follows = "a/d"; };
  nixConfig.extra-substituters = [ "https://e" ];
  outputs = { self, z, ... }: { };
}`;
  const flake = parseFlakeNix(text);
  const cut = (span: Span | undefined) => span && text.slice(span.start, span.end);
  const { a, b, z } = Object.fromEntries(flake.inputs);

  test('names and values are where they are written', () => {
    assert.deepEqual(flake.faults, []);
    assert.equal(cut(a?.nameSpan), 'a');
    assert.equal(cut(a?.url?.span), '"x:a"');
    assert.equal(cut(a?.flakeSpan), 'false');
    assert.equal(cut(b?.inputs.get('c')?.follows?.span), '"a/d"');
    assert.deepEqual(b?.inputs.get('c')?.follows?.path, ['a', 'd']);
    assert.equal(cut(z?.nameSpan), 'z');
    assert.equal(z?.implicit, true);
    assert.equal(cut(flake.outputs?.nameSpan), 'outputs');
    assert.deepEqual(
      [...flake.nixConfig.values()].map(({ name, span }) => [name, cut(span)]),
      [['extra-substituters', '[ "https://e" ]']],
    );
  });
});

test('a mistake in the text does not hide the inputs', () => {
  const flake = parseFlakeNix(
    '{ inputs.a.url = "x:a"; bad = ; inputs.b.url = "x:b"; outputs = _: { }; }',
  );
  assert.deepEqual([...flake.inputs.keys()], ['a', 'b']);
  assert.equal(flake.faults[0]?.reason, 'syntax');
});

test('overrides without end are a fault', () => {
  const flake = parseFlakeNix(
    `{ inputs.a.${'inputs.a.'.repeat(5000)}url = "x"; outputs = _: { }; }`,
  );
  assert.deepEqual(
    flake.faults.map(({ reason }) => reason),
    ['limit', 'limit'],
  );
});
