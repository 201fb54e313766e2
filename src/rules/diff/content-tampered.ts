import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, warned } from '../../diff/levels.ts';

export const contentTampered: RuleOf<'lock-change'> = {
  id: 'diff-content-tampered',
  summary: 'other content is locked under an unchanged name',
  help: 'Do not merge before the content is explained: fetch the revision from its forge and compare its hash with `nix flake prefetch`.',
  references: ['CWE-494', 'CWE-353', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    'same-rev': {
      summary: 'source and revision stayed, `narHash` changed',
      levels: refused,
      help: 'Fetch the revision from its forge with `nix flake prefetch` and compare. Honest causes: a file system that folds case, `export-subst`, a half-done bump by a bot that is completed now.',
    },
    'known-rev': {
      summary: 'the base has the same source and revision with another `narHash`',
      levels: refused,
      help: 'Fetch the revision from its forge with `nix flake prefetch` and compare. An input of another name is no other revision.',
    },
    'same-url': {
      summary:
        'the address of a download and its date stayed, or it names a revision, and `narHash` changed',
      levels: refused,
    },
    'mutable-url': {
      summary: 'the content behind an address that names no version changed',
      levels: warned,
      help: 'Look at the new content; an address that names a version would make the next change visible.',
    },
  },
  neverDemoted: true,
  check: ({ model }) => problemsOf(model, 'diff-content-tampered'),
};
