import * as fc from 'fast-check';
import { experimentalFeatures } from '../../data/settings/features.ts';
import type { SettingFact, SettingType } from '../../src/settings/fact.ts';
import { settingFacts } from '../../src/settings/registry.ts';
import { isShown } from './comparable.ts';
import type { ConfFolder } from './real-nix.ts';

const gap = fc.constantFrom(' ', '\t', '  ', ' \t ', '\r ');
const ending = fc.constantFrom('', '', ' ', '\r', ' # note', '#', '\t#= x');
const cache = fc.constantFrom(
  'https://cache.nixos.org/',
  'https://cache.example.org',
  'http://10.0.0.1:5000',
  'https://a.cachix.org/?priority=10',
  'https://b.example.org?trusted=true',
  's3://bucket?endpoint=minio.lan&scheme=http',
  'ssh://builder',
  'daemon',
  'file:///srv/cache',
);
const word = fc.constantFrom(
  'root',
  '@wheel',
  '*',
  '"quoted"',
  'a=b',
  '=',
  'b',
  'a',
  'é',
  '\\',
  '${x}',
  '~',
);
const path = fc.constantFrom('/etc/x', '/run/secrets', '/nix/store/x-y', '/');
const pair = fc.constantFrom(
  'github.com=a',
  'github.com=b',
  'h=',
  '=v',
  'a=b=c',
  'bare',
  'gitlab.com=PAT:x',
);

function list(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(item, { maxLength: 4 }).map((items) => items.join(' '));
}

/** Values of each type: what every version from `minor` on takes, with a few that Nix refuses. */
function valueFor(fact: SettingFact, minor: number): fc.Arbitrary<string> {
  if (fact.name.endsWith('substituters')) return list(cache);
  if (fact.name === 'store') return fc.constantFrom('auto', 'https://x', 'ssh://h');
  const number = fc.constantFrom('0', '7', '+5', '007', ...(minor >= 23 ? ['1K', '2m', '5G'] : []));
  const values: Record<SettingType, fc.Arbitrary<string>> = {
    bool: fc.constantFrom('true', 'false', 'yes', 'no', '1', '0'),
    sandbox: fc.constantFrom('true', 'false', 'relaxed'),
    uint32: number,
    uint64: fc.oneof(number, fc.constant('18446744073709551615')),
    int64: fc.oneof(number, fc.constant('-3')),
    jobs: fc.constantFrom('0', '3'),
    string: list(word),
    path: minor >= 34 ? fc.constantFrom('/a//b/./c', '/a/../b/', '/etc/netrc') : path,
    'optional-path': fc.oneof(path, fc.constant('')),
    list: list(word),
    set: list(word),
    map: list(pair),
    'sandbox-paths': list(fc.constantFrom('/a', '/a=/b', '/q?', '/x=/y?', '/c')),
    features: list(fc.constantFrom(...featuresOf(minor), 'no-such-feature')),
    json: fc.constantFrom('[]', '[{"systems":["a"],"program":"/x","args":[]}]'),
  };
  return values[fact.type];
}

function featuresOf(minor: number): readonly string[] {
  const gone = new Set(['no-url-literals']);
  return experimentalFeatures.slice(0, 9).filter((name) => minor < 30 || !gone.has(name));
}

const badValue = fc.constantFrom(
  '',
  'maybe',
  'True',
  '-1',
  '1.5',
  'yes no',
  '0x1',
  'rel/path',
  '99999999999999999999999',
);
const refusable: ReadonlySet<SettingType> = new Set([
  'bool',
  'sandbox',
  'uint32',
  'uint64',
  'jobs',
] as const);
const appendable: ReadonlySet<SettingType> = new Set([
  'list',
  'set',
  'map',
  'sandbox-paths',
  'features',
] as const);

function settingLine(minor: number): fc.Arbitrary<string> {
  const facts = settingFacts.filter((fact) => isShown(fact, minor) && fact.fork === undefined);
  return fc.constantFrom(...facts).chain((fact) => {
    const aliases = (fact.aliases ?? []).filter((name) => name !== 'filetransfer-retry-attempts');
    const names = [fact.name, ...aliases];
    const extra = appendable.has(fact.type) ? ['', 'extra-'] : ['', '', '', 'extra-'];
    return fc
      .tuple(
        fc.constantFrom(...extra),
        fc.constantFrom(...names),
        gap,
        gap,
        valueFor(fact, minor),
        ending,
      )
      .map(
        ([prefix, name, before, after, value, end]) =>
          `${prefix}${name}${before}=${after}${value}${end}`,
      );
  });
}

function oddLine(minor: number): fc.Arbitrary<string> {
  const facts = settingFacts.filter((fact) => isShown(fact, minor) && refusable.has(fact.type));
  const refused = fc
    .tuple(fc.constantFrom(...facts), badValue)
    .map(([fact, value]) => `${fact.name} = ${value}`);
  const fixed = fc.constantFrom(
    'a=b',
    'a =b',
    'alone',
    'include',
    'include = x',
    '!include a b',
    'include gone.conf',
    'include nix.conf',
    'sandbox = yes',
  );
  return fc.oneof(refused, fixed);
}

const harmless = fc.constantFrom(
  '',
  '# sandbox = false',
  '   ',
  '\r',
  'unknown = 1',
  'Sandbox = false',
  'x = = y',
  '!include gone.conf',
  '= = a',
);

const featureHeader =
  'experimental-features = nix-command flakes auto-allocate-uids configurable-impure-env external-builders';

/** A folder with a nix.conf and up to two files it may include, mostly fine, sometimes refused. */
export function confFolder(minor: number): fc.Arbitrary<ConfFolder> {
  const text = (...includes: string[]): fc.Arbitrary<string> => {
    const lines = [
      { weight: 12, arbitrary: settingLine(minor) },
      { weight: 2, arbitrary: harmless },
      ...includes.map((name) => ({
        weight: 1,
        arbitrary: fc.constantFrom(`include ${name}`, `!include ./${name} # x`),
      })),
    ];
    return fc
      .array(fc.oneof(...lines), { maxLength: 12 })
      .map((all) => `${featureHeader}\n${all.join('\n')}`);
  };
  const spoil = fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.tuple(oddLine(minor), fc.nat(12)) },
  );
  return fc
    .tuple(text('a.conf', 'sub/b.conf'), text('sub/b.conf'), text(), spoil)
    .map(([main, a, b, bad]) => {
      const lines = main.split('\n');
      if (bad !== undefined) lines.splice(Math.min(bad[1], lines.length), 0, bad[0]);
      return new Map([
        ['nix.conf', lines.join('\n')],
        ['a.conf', a],
        ['sub/b.conf', b],
      ]);
    });
}
