import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested } from '../../diff/levels.ts';

export const verificationWeakened: RuleOf<'lock-change'> = {
  id: 'diff-verification-weakened',
  summary: 'something that lets Nix notice a swap is gone',
  help: 'Restore it: run `nix flake update <input>` with the Nix that the repository uses.',
  references: ['CWE-345', 'CWE-353', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    'nar-hash': { summary: 'an input lost its `narHash` in a lock that has them', levels: refused },
    'nar-hash-lazy': {
      summary: 'most inputs of the lock have no `narHash`, this one lost it',
      levels: requested,
      help: 'Check that the lock was written by a Nix with lazy trees, and that this is meant.',
    },
    algorithm: { summary: '`narHash` uses a weaker algorithm', levels: refused },
    rev: {
      summary: 'an input lost its revision',
      levels: refused,
      help: 'Commit and push what the input points to, then lock it anew.',
    },
    signature: {
      summary: 'commits are no longer verified',
      levels: refused,
      help: 'Restore `verifyCommit` and the public keys.',
    },
    transport: {
      summary: 'the transport is no longer encrypted',
      levels: refused,
      help: 'Use https or ssh.',
    },
    unpinned: {
      summary: 'a pinned revision is no longer declared, and nothing that declares it changed',
      levels: refused,
    },
    'unpinned-explained': {
      summary: 'a pinned revision is no longer declared, by a change of flake.nix',
      levels: requested,
      help: 'Check that the input may move with each update.',
    },
  },
  check: ({ model }) => problemsOf(model, 'diff-verification-weakened'),
};
