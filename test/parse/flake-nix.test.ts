import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseFlakeNix } from '../../src/parse/flake-nix.ts';
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
  const [program = '', ...args] = [
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

for (const version of versions) {
  describe(`flake.nix as Nix ${version} reads it`, { skip: findNix(version).skip }, () => {
    for (const [index, body] of [...taken, ...refused].entries()) {
      test(body, () => {
        const text = withPlace(body);
        const flake = parseFlakeNix(text);
        const found = real(version, text, `${version}-${index}`);
        const faults = faultsIn(flake, version);
        if (typeof found === 'string') assert.notDeepEqual(faults, [], `Nix refuses it: ${found}`);
        else {
          assert.deepEqual(faults, []);
          assert.deepEqual(declared(flake), found);
        }
      });
    }
  });
}
