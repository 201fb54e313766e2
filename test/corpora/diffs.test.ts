import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { diffLocks } from '../../src/diff/locks.ts';
import type { FlakeLock } from '../../src/model/flake-lock.ts';
import type { InputChange } from '../../src/model/lock-change.ts';
import { parseFlakeLock } from '../../src/parse/flake-lock.ts';
import { diffRules } from '../../src/rules/diff/index.ts';

const root = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const histories = join(root, 'lock-history');
const events = join(histories, '_events');
const snapshot = join('test', 'snapshots', 'corpora-diffs.txt');
const skip = existsSync(histories)
  ? false
  : `real locks are not at ${root}; set NSL_CORPORA to where they are`;

type Transition = { readonly name: string; readonly before: string; readonly after: string };

/** Versions of a lock one after the other, as each repository committed them. */
function successive(): Transition[] {
  const repositories = readdirSync(histories).filter((name) => !name.startsWith('_'));
  return repositories.sort().flatMap((repository) => {
    const files = readdirSync(join(histories, repository)).sort();
    const read = (file = ''): string => readFileSync(join(histories, repository, file), 'utf8');
    return files.slice(1).map((file, index) => ({
      name: `${repository}/${file}`,
      before: read(files[index]),
      after: read(file),
    }));
  });
}

/** Before and after of changes that somebody picked out as notable, by the kind they were given. */
function notable(kind: string): Transition[] {
  const folder = join(events, kind);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.before.lock'))
    .sort()
    .map((file) => ({
      name: `${kind}/${file.replace('.before.lock', '')}`,
      before: read(file),
      after: read(file.replace('.before.', '.after.')),
    }));
}

/** The changes as they looked on the day of the newest content, or undefined for a lock that is none. */
function changesOf({ before, after }: Transition): readonly InputChange[] | undefined {
  const [was, is] = [parseFlakeLock(before, 'flake'), parseFlakeLock(after, 'flake')];
  if (was.kind !== 'flake-lock' || is.kind !== 'flake-lock') return undefined;
  const found = diffLocks(was.model, is.model, { now: dayOf(is.model) });
  assert.equal(found.truncated, false);
  return found.changes;
}

function dayOf(lock: FlakeLock): Date {
  const times = lock.inputs.map(({ node }) => node.effective?.attrs.get('lastModified')?.value);
  const known = times.filter((time): time is number => typeof time === 'number');
  return new Date(Math.max(0, ...known) * 1000);
}

/** One line per verdict, class and reason: how many changes in how many transitions. */
function summary(title: string, transitions: readonly Transition[]): string {
  const counts = new Map<string, { changes: number; readonly in: Set<string> }>();
  const worst = new Map<string, number>();
  for (const transition of transitions) {
    const changes = changesOf(transition);
    const verdict = changes === undefined ? 'unreadable' : worstOf(changes);
    worst.set(verdict, (worst.get(verdict) ?? 0) + 1);
    for (const change of changes ?? []) {
      assertKnown(change);
      const key = `${change.verdict} ${change.class}/${change.reason}`;
      const count = counts.get(key) ?? { changes: 0, in: new Set<string>() };
      counts.set(key, { changes: count.changes + 1, in: count.in.add(transition.name) });
    }
  }
  const lines = [...counts].map(
    ([key, count]) => `${key}: ${count.changes} in ${count.in.size} transitions\n`,
  );
  const heads = [...worst].map(([verdict, count]) => `worst is ${verdict}: ${count}\n`);
  return `${title}: ${transitions.length} transitions\n${heads.sort().join('')}${lines.sort().join('')}\n`;
}

function worstOf(changes: readonly InputChange[]): string {
  const verdicts = new Set(changes.map(({ verdict }) => verdict));
  return (['fail', 'review', 'note'] as const).find((one) => verdicts.has(one)) ?? 'none';
}

function assertKnown({ class: kind, reason }: InputChange): void {
  const rule = diffRules.find(({ id }) => id === kind);
  assert.ok(rule !== undefined && reason in rule.reasons, `${kind} has no reason ${reason}`);
}

describe('real lock changes', { skip }, () => {
  test('what is said about them is what is known to be said', () => {
    const kinds = readdirSync(events).sort();
    const found = [
      summary('successive', successive()),
      ...kinds.map((kind) => summary(kind, notable(kind))),
    ].join('');
    if (process.env['UPDATE'] === '1') writeFileSync(snapshot, found);
    assert.equal(found, readFileSync(snapshot, 'utf8'));
  });

  const expected: readonly (readonly [kind: string, classes: RegExp])[] = [
    ['narhash-changed-same-rev', /^diff-(?:content-tampered|follows-changed|flake-flag-changed)$/],
    ['source-changed+orig-same', /^diff-(?:source-changed|host-or-type-changed)$/],
    ['type-changed+orig-same', /^diff-host-or-type-changed$/],
    ['became-dirty', /^diff-(?:verification-weakened|host-or-type-changed)$/],
    ['rollback+orig-same', /^diff-(?:downgraded|ref-changed)$/],
    ['lastmodified-changed-same-rev', /^diff-metadata-tampered$/],
    ['rev-dropped', /^diff-(?:verification-weakened|host-or-type-changed)$/],
  ];
  /** What was picked out by another measure than ours, and why it is none of the class. */
  const otherwise: ReadonlyMap<string, string> = new Map([
    [
      'narhash-changed-same-rev/12-informalsystems__cosmos.nix-1f68ccfcbb',
      'nodes were numbered anew: by input path nothing was swapped',
    ],
    [
      'source-changed+orig-same/09-isabelroses__dotfiles-6bfc59c626',
      'a channel is locked to the release it redirects to',
    ],
    ['rollback+orig-same/08-JManch__nixos-609fb7aa57', 'five seconds older, less than an hour'],
    ['rev-dropped/01-linyinfeng__dotfiles-173acd9e52', 'a path in the store has no revision'],
  ]);
  for (const [kind, classes] of expected) {
    test(`each ${kind} is found`, () => {
      const missed = notable(kind)
        .filter((one) => !(changesOf(one) ?? []).some((change) => classes.test(change.class)))
        .map(({ name }) => name);
      assert.deepEqual(
        missed,
        [...otherwise.keys()].filter((name) => name.startsWith(`${kind}/`)),
      );
    });
  }

  test('a lock does not differ from itself', () => {
    for (const { name, after } of successive()) {
      assert.deepEqual(changesOf({ name, before: after, after }) ?? [], [], name);
    }
  });
});
