import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../src/model/report.ts';
import { changeGroups, namedSubjects, originText } from '../../src/report/change-groups.ts';

function changeOf(fields: Partial<Change>): Change {
  return {
    class: 'diff-updated',
    path: 'flake.lock',
    subject: 'nixpkgs',
    from: { source: 'github:NixOS/nixpkgs', rev: 'a' },
    to: { source: 'github:NixOS/nixpkgs', rev: 'b' },
    verdict: 'note',
    message: 'newer',
    ...fields,
  };
}

const shown = (changes: readonly Change[]): string[] =>
  changeGroups(changes).map(
    ({ change, subjects }) => `${change.verdict} ${change.class} ${subjects.join(' ')}`,
  );

describe('groups of changes', () => {
  test('twelve paths to one nixpkgs are one line', () => {
    const changes = Array.from({ length: 12 }, (_, number) => changeOf({ subject: `i${number}` }));
    const [group, ...others] = changeGroups(changes);
    assert.deepEqual(others, []);
    assert.equal(group?.subjects.length, 12);
    assert.equal(
      namedSubjects(group?.subjects ?? [], (name) => name),
      'i0, i1, i2 and 9 more',
    );
  });
  test('another revision, verdict, lock or commit is another line, the worst first', () => {
    const origin = {
      commit: 'c',
      author: 'Ann',
      time: 0,
      subject: 's',
      via: 'direct push',
    } as const;
    const found = shown([
      changeOf({}),
      changeOf({ subject: 'a', to: { source: 'github:NixOS/nixpkgs', rev: 'c' } }),
      changeOf({ subject: 'b', verdict: 'fail' }),
      changeOf({ subject: 'c', path: 'sub/flake.lock' }),
      changeOf({ subject: 'd', origin }),
    ]);
    assert.deepEqual(found, [
      'fail diff-updated b',
      'note diff-updated nixpkgs',
      'note diff-updated a',
      'note diff-updated c',
      'note diff-updated d',
    ]);
  });
  test('inputs that merely came are one line, those that need a decision are not', () => {
    const added = { class: 'diff-input-added' };
    const sources = ['x', 'y', 'z'].map((source) => ({ source }));
    const changes = sources.map((to) => changeOf({ ...added, subject: to.source, to }));
    assert.deepEqual(shown(changes), ['note diff-input-added x y z']);
    const requests = changes.map((change): Change => ({ ...change, verdict: 'review' }));
    assert.equal(changeGroups(requests).length, 3);
  });
  test('a commit is told with the word of its author marked as such', () => {
    const origin = {
      commit: '0123456789abcdef',
      author: 'Ann',
      time: 1_795_000_000,
      subject: 'Bump (#1)',
      via: 'pull request',
    } as const;
    assert.equal(
      originText(changeOf({ origin })),
      'commit 0123456789 of 2026-11-18 by Ann (pull request, by its subject): Bump (#1)',
    );
  });
});
