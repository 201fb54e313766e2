import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const brokenGraph: RuleOf<'flake-lock'> = {
  id: 'lock-broken-graph',
  summary: 'an edge of the lock leads nowhere, back or too deep',
  help: 'Regenerate the lock with `nix flake lock`.',
  references: ['CWE-20'],
  kinds: ['flake-lock'],
  reasons: {
    'missing-node': {
      summary: 'an input names a node that does not exist',
      levels: levels('error'),
    },
    'dangling-follows': { summary: 'a `follows` path leads nowhere', levels: levels('error') },
    cycle: { summary: 'inputs lead back to themselves', levels: levels('error') },
    'edge-to-root': { summary: 'an input names the root node', levels: levels('error') },
    'too-deep': { summary: 'inputs nest deeper than any real lock', levels: levels('error') },
  },
  *check({ model }) {
    for (const { at, message, reason, subject } of model.graphFaults) {
      yield { reason, subject, at, message, evidence: message };
    }
  },
};
