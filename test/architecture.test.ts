import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, test } from 'node:test';

/** What each part of src may import besides its own folder. Longest prefix wins. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/parse': ['src/model', 'src/nix', 'node:buffer'],
  'src/parse/index.ts': ['src/discover.ts', 'src/settings', 'src/ci', 'src/code'],
  'src/diff': ['src/model', 'src/parse', 'src/nix', 'node:crypto'],
  'src/parse/yaml.ts': ['yaml'],
  'src/settings': ['src/model', 'src/parse'],
  'src/fix': ['src/model'],
  'src/code': ['src/model', 'src/parse', 'src/settings', 'src/secrets'],
  'src/ci': ['src/model', 'src/parse', 'src/settings'],
  'src/nix': ['src/model', 'node:crypto', 'node:buffer'],
  'src/policy': ['src/model', 'src/parse', 'node:crypto', 'zod', 'yaml', 'minimatch'],
  'src/derivations': [
    'src/model',
    'src/secrets',
    'src/nix',
    'src/parse',
    'src/options.ts',
    'node:buffer',
  ],
  'src/rules': [
    'src/secrets',
    'src/model',
    'src/diff',
    'src/parse',
    'src/nix',
    'src/secrets',
    'src/settings',
    'src/ci',
    'src/policy/expiry.ts',
    'src/policy/glob.ts',
    'src/policy/inventory.ts',
  ],
  'src/report': ['src/model', 'node:crypto', 'zod', 'sarif'],
  'src/host': ['src/model', 'node:'],
  'src/host.ts': ['src/model', 'src/host', 'node:'],
  'src/discover.ts': ['src/model'],
  'src/gather.ts': ['src/model', 'src/parse', 'src/discover.ts'],
  'src/judge.ts': ['src/model'],
  'src/doubles.ts': ['src/model'],
  'src/changes.ts': ['src/model', 'src/policy', 'src/compare'],
  'src/compare': [
    'src/model',
    'src/diff',
    'src/parse',
    'src/policy',
    'src/discover.ts',
    'src/gather.ts',
    'src/options.ts',
    'node:path',
  ],
  'src/introduced.ts': [
    'src/model',
    'src/policy',
    'src/compare',
    'src/discover.ts',
    'src/doubles.ts',
    'src/gather.ts',
    'src/judge.ts',
    'src/search.ts',
  ],
  'src/canaries.ts': ['src/secrets'],
  'src/redacted.ts': ['src/model', 'src/secrets'],
  'src/search.ts': ['src/model', 'src/secrets'],
  'src/secrets': ['src/model', 'src/parse', 'node:crypto'],
  'src/conclude.ts': ['src/model'],
  'src/graphs.ts': ['src/model', 'src/parse'],
  'src/options.ts': ['src/model'],
  'src/version.ts': [],
  'src/github-event.ts': [],
  'src/hidden.ts': ['src/model', 'src/report', 'src/secrets'],
  'src/crash.ts': [],
  'src/progress.ts': ['src/report'],
  'src/github': [
    'src/model',
    'src/report',
    'src/github-event.ts',
    'src/version.ts',
    'node:crypto',
    'node:zlib',
    '@actions/github/lib/utils',
  ],
  'src/run.ts': ['src/'],
  'src/commands': ['src/'],
  'src/arguments.ts': ['src/model', 'src/fix', 'src/options.ts', 'src/report', 'node:util'],
  'src/action-inputs.ts': ['src/model', 'src/options.ts', 'src/report'],
  'src/cli.ts': ['src/', 'node:'],
  'src/action.ts': ['src/', 'node:', '@actions/core', '@actions/exec'],
};

/** Entries, and what only entries may reach, are imported by nobody below them. */
const ENTRIES = new Set(['src/cli.ts', 'src/action.ts', 'src/host.ts', 'src/run.ts']);

const files = readdirSync('src', { recursive: true })
  .map((name) => posix.join('src', String(name).replaceAll('\\', '/')))
  .filter((name) => name.endsWith('.ts'))
  .sort();

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements =
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s*'([^']+)'/g;
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return join(dirname(file), specifier).replaceAll('\\', '/');
}

function ruleFor(file: string): readonly string[] | undefined {
  const prefixes = Object.keys(ALLOWED).filter(
    (prefix) => file === prefix || file.startsWith(`${prefix}/`),
  );
  return prefixes.length === 0 ? undefined : prefixes.flatMap((prefix) => ALLOWED[prefix] ?? []);
}

describe('imports point one way', () => {
  for (const file of files) {
    test(file, () => {
      const allowed = ruleFor(file);
      assert.ok(allowed, `${file} belongs to no part of the architecture`);
      const folder = `${file.split('/').slice(0, 2).join('/')}/`;
      for (const specifier of importsOf(file)) {
        const found = target(file, specifier);
        const own = file.split('/').length > 2 && found.startsWith(folder);
        const isRuleToRule = own && file.startsWith('src/rules/') && !file.endsWith('index.ts');
        assert.ok(!isRuleToRule, `${file} imports another rule: ${specifier}`);
        const ok = own || found.startsWith('data/') || allowed.some((one) => found.startsWith(one));
        assert.ok(ok, `${file} may not import ${found}`);
        const isEntry = ENTRIES.has(found) && !/^src\/(cli|action|commands\/.*)\.ts$/.test(file);
        assert.ok(!isEntry, `${file} imports the entry ${found}`);
      }
    });
  }
});

test('only the entries and the host read the process or its environment', () => {
  for (const file of files) {
    if (/^src\/(cli|action)\.ts$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    assert.ok(!/\bprocess\.(?:env|argv|exit|stdout|stderr|cwd)/.test(text), file);
    assert.ok(!/\bconsole\./.test(text), file);
  }
});

test('the command line never loads @actions', () => {
  const seen = new Set<string>();
  const queue = ['src/cli.ts'];
  for (const file of queue) {
    for (const specifier of importsOf(file)) {
      assert.ok(!specifier.startsWith('@actions/'), `${file} imports ${specifier}`);
      const found = target(file, specifier);
      if (!found.startsWith('src/') || seen.has(found)) continue;
      seen.add(found);
      queue.push(found);
    }
  }
  assert.ok(seen.size > 20, 'the import walk must really walk');
});

test('no folder is named after nothing in particular', () => {
  for (const file of files)
    assert.ok(!/\/(?:utils?|helpers?|common|shared|core)\b/.test(file), file);
});

test('both pages that say where a line belongs name every folder', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`);
  assert.ok(folders.length > 10);
  for (const page of ['docs/design.md', 'CONTRIBUTING.md']) {
    const named = new Set(readFileSync(page, 'utf8').match(/(?<=`)src\/[a-z]+\//g));
    assert.deepEqual(
      folders.filter((folder) => !named.has(folder)),
      [],
      page,
    );
    assert.deepEqual(
      [...named].filter((folder) => !folders.includes(folder)),
      [],
      page,
    );
  }
});
