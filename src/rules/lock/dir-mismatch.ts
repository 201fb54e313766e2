import { stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { attrSpan, type LockedInput, lockedInputs } from '../../parse/locked-input.ts';

export const dirMismatch: RuleOf<'flake-lock'> = {
  id: 'lock-dir-mismatch',
  summary: 'the locked sub-directory is not the declared one, or leaves the source',
  help: 'Run `nix flake update <input>`; Nix evaluates the flake.nix in the locked `dir`.',
  references: ['CWE-706', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    mismatch: { summary: '`locked.dir` is not `original.dir`', levels: levels('error') },
    escape: {
      summary: '`dir` is absolute, climbs with `..` or has a backslash',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    for (const input of lockedInputs(model)) {
      const problem = escape(input) ?? mismatch(input);
      if (problem !== undefined) yield problem;
    }
  },
};

function escape({ locked, original, path }: LockedInput): Problem | undefined {
  for (const set of original === undefined ? [locked] : [locked, original]) {
    const dir = stringAttr(set, 'dir') ?? '';
    const climbs = dir.split('/').includes('..') || dir.startsWith('/') || dir.includes('\\');
    if (!climbs) continue;
    const message = `dir is "${dir}", expected a directory inside the source`;
    return { reason: 'escape', subject: path, at: attrSpan(set, 'dir'), message, evidence: dir };
  }
  return undefined;
}

function mismatch({ at, locked, original, path }: LockedInput): Problem | undefined {
  // A registry entry may add a directory of its own.
  if (original === undefined || stringAttr(original, 'type') === 'indirect') return undefined;
  const found = stringAttr(locked, 'dir') ?? '';
  const declared = stringAttr(original, 'dir') ?? '';
  if (found === declared) return undefined;
  return {
    reason: 'mismatch',
    subject: path,
    at: at('dir'),
    message: `locked dir is "${found}", expected "${declared}"`,
    evidence: `${found}\0${declared}`,
  };
}
