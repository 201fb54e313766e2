import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { gradeOf } from '../../src/policy/grade.ts';
import { judge } from '../../src/judge.ts';
import type { Document } from '../../src/model/document.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { profiles, type Profile } from '../../src/model/severity.ts';
import { nixDocuments } from '../../src/code/documents.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { allRules } from '../../src/rules/index.ts';
import { FIXTURE_NOW } from '../fixture-host.ts';

const root = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const snapshot = join('test', 'snapshots', 'corpora-nix.txt');
const skip = existsSync(join(root, 'INDEX.tsv'))
  ? false
  : `real Nix code is not at ${root}; set NSL_CORPORA to where it is`;

type RealFile = {
  readonly group: 'flake' | 'module';
  readonly name: string;
  /** Path in its own repository. */
  readonly path: string;
  readonly text: string;
  /** The lock of the same commit. */
  readonly lock?: string;
};

function realFiles(): RealFile[] {
  const rows = readFileSync(join(root, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1);
  const locks = new Map<string, string>();
  for (const row of rows) {
    const [file = '', , , , , , , note = ''] = row.split('\t');
    if (!file.startsWith('locks/') || !/class=(?:root|random-sample)/.test(note)) continue;
    locks.set(basename(file, '.lock'), join(root, file));
  }
  return rows.flatMap((row): RealFile[] => {
    const [name = '', , , path = ''] = row.split('\t');
    const isFlake = name.startsWith('flakes/');
    if (!name.endsWith('.nix') || (!isFlake && !name.startsWith('modules/'))) return [];
    const lock = isFlake ? locks.get(basename(name, '.nix')) : undefined;
    return [
      {
        group: isFlake ? 'flake' : 'module',
        name,
        path: isFlake ? 'flake.nix' : path,
        text: readFileSync(join(root, name), 'utf8'),
        ...(lock !== undefined && { lock: readFileSync(lock, 'utf8') }),
      },
    ];
  });
}

function documentsOf({ lock, path, text }: RealFile): Document[] {
  const listed = lock === undefined ? [path] : [path, 'flake.lock'];
  const repository = {
    read: () => undefined,
    exists: (one: string) => listed.includes(one),
    paths: listed,
  };
  const documents = [...nixDocuments({ path, text }, repository)];
  if (lock !== undefined) {
    documents.push({ path: 'flake.lock', text: lock, ...parseFlakeLock(lock, 'flake') });
  }
  return documents;
}

const comparing = new Set([
  'lock-out-of-sync',
  'lock-flake-flag-mismatch',
  'lock-follows-mismatch',
]);

/** What the rules over Nix code say about one file, as `severity rule/grade`, by profile. */
function linesOf(file: RealFile, profile: Profile): string[] {
  const documents = documentsOf(file);
  const exists = (path: string): boolean => documents.some((one) => one.path === path);
  const context = { now: FIXTURE_NOW, policy: { ...defaultPolicy, profile }, exists };
  return judge(documents, allRules, context).flatMap(({ path, problem, rule }) => {
    if (rule.id.startsWith('lock-') && !comparing.has(rule.id)) return [];
    if (rule.id === 'flake-lock-missing' && file.lock === undefined) return [];
    const { level } = gradeOf(rule, problem, path, context.policy, new Map());
    return level === 'off' ? [] : [`${level} ${rule.id}/${problem.grade ?? problem.reason}`];
  });
}

/** One line per group, profile, level and reason: how many findings in how many files. */
function summary(files: readonly RealFile[]): string {
  const counts = new Map<string, { findings: number; readonly files: Set<string> }>();
  for (const file of files) {
    for (const profile of profiles) {
      for (const found of linesOf(file, profile)) {
        const line = `${file.group} ${profile} ${found}`;
        const count = counts.get(line) ?? { findings: 0, files: new Set() };
        counts.set(line, { findings: count.findings + 1, files: count.files.add(file.name) });
      }
    }
  }
  const heads = ['flake', 'module'].map((group) => {
    const own = files.filter((file) => file.group === group);
    const paired = own.filter(({ lock }) => lock !== undefined).length;
    return `${group}: ${own.length} files, ${paired} with their lock\n`;
  });
  const lines = [...counts].map(
    ([line, count]) => `${line}: ${count.findings} in ${count.files.size} files\n`,
  );
  return [...heads, '\n', ...lines.sort()].join('');
}

describe('real Nix code', { skip }, () => {
  test('what fires is what is known to fire', () => {
    const found = summary(realFiles());
    if (process.env['UPDATE'] === '1') writeFileSync(snapshot, found);
    assert.equal(found, readFileSync(snapshot, 'utf8'));
  });
});
