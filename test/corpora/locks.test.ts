import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { profiles } from '../../src/model/severity.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { assertKnownReason, judgeLock } from '../rules/lock-sample.ts';

const root = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const snapshot = join('test', 'snapshots', 'corpora-locks.txt');
const skip = existsSync(join(root, 'INDEX.tsv'))
  ? false
  : `real locks are not at ${root}; set NSL_CORPORA to where they are`;

type RealLock = { readonly group: string; readonly file: string; readonly text: string };

/** Locks of public repositories with the class the index gives them; devenv locks are one class. */
function realLocks(): RealLock[] {
  const rows = readFileSync(join(root, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [file = '', , , , , , , note = ''] = row.split('\t');
    const isDevenv = file.startsWith('pins/devenv');
    if (!isDevenv && !(file.startsWith('locks/') && file.endsWith('.lock'))) return [];
    const group = isDevenv ? 'devenv' : (/class=([a-z-]+)/.exec(note)?.[1] ?? 'other');
    return [{ group, file, text: readFileSync(join(root, file), 'utf8') }];
  });
}

/** One line per class, profile, severity and reason: how many findings in how many locks. */
function summary(locks: readonly RealLock[]): string {
  const totals = new Map<string, number>();
  const counts = new Map<string, { findings: number; readonly files: Set<string> }>();
  for (const { group, file, text } of locks) {
    totals.set(group, (totals.get(group) ?? 0) + 1);
    for (const line of linesOf(group, file, text)) {
      const count = counts.get(line) ?? { findings: 0, files: new Set() };
      count.findings++;
      counts.set(line, { findings: count.findings, files: count.files.add(file) });
    }
  }
  const heads = [...totals].map(([group, total]) => `${group}: ${total} locks\n`).sort();
  const lines = [...counts].map(
    ([line, { findings, files }]) => `${line}: ${findings} in ${files.size} locks\n`,
  );
  return [...heads, '\n', ...lines.sort()].join('');
}

function linesOf(group: string, file: string, text: string): string[] {
  const found = judgeLock(text, undefined, group === 'devenv' ? 'devenv.lock' : file);
  if (found === undefined) return [`${group} unreadable`];
  return found.flatMap(({ rule, problem }) => {
    assertKnownReason({ rule, problem });
    const reason = problem.grade ?? problem.reason;
    return profiles
      .map((profile) => ({ profile, level: rule.reasons[reason]?.levels[profile] }))
      .filter(({ level }) => level !== 'off')
      .map(({ profile, level }) => `${group} ${profile} ${level} ${rule.id}/${reason}`);
  });
}

describe('real locks', { skip }, () => {
  test('what fires is what is known to fire', () => {
    const found = summary(realLocks());
    if (process.env['UPDATE'] === '1') writeFileSync(snapshot, found);
    assert.equal(found, readFileSync(snapshot, 'utf8'));
  });

  test('ordinary repositories have no error but the one that is true', () => {
    const errors = realLocks()
      .filter(({ group }) => group === 'root' || group === 'random-sample')
      .flatMap(({ group, file, text }) =>
        linesOf(group, file, text)
          .filter((line) => line.includes(' default error '))
          .map((line) => `${file} ${line}`),
      );
    const files = new Set(errors.map((line) => line.split(' ', 1)[0]));
    assert.deepEqual([...files], ['locks/Ninlives__deckbd.lock']);
  });

  test('every lock of a version Nix accepts is readable', () => {
    for (const { group, file, text } of realLocks()) {
      const parsed = parseFlakeLock(text, 'flake');
      if (parsed.kind === 'flake-lock' || group === 'fixture' || group === 'oldver') continue;
      assert.fail(`${file}: ${parsed.model.problem}`);
    }
  });
});
