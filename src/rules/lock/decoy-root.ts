import { member } from '../../model/json.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const decoyRoot: RuleOf<'flake-lock'> = {
  id: 'lock-decoy-root',
  summary: 'the root of the lock is not the node that looks like it',
  help: 'Regenerate the lock with `nix flake lock`, then compare it with what was reviewed.',
  references: ['CWE-436', 'T1036'],
  kinds: ['flake-lock'],
  reasons: {
    broken: { summary: '`root` is missing or names no node', levels: levels('error') },
    decoy: {
      summary: 'another node is called "root" than the one Nix starts from',
      levels: levels('error'),
    },
    renamed: { summary: 'the root has another name than "root"', levels: levels('off', 'notice') },
  },
  *check({ model }) {
    // Version 4 is a tree without a `root`.
    if (model.version === 4) return;
    const { root, rootSpan } = model;
    const found = { subject: 'root', at: rootSpan };
    if (root === undefined) {
      const written = member(model.json, 'root')?.value;
      const value =
        written?.type === 'string' ? `"${written.value}"` : (written?.type ?? 'missing');
      const message = `root is ${value}, expected the key of a node`;
      yield { ...found, reason: 'broken', message, evidence: value };
    } else if (root.key !== 'root') {
      const decoy = model.nodes.has('root');
      const message = decoy
        ? `Nix starts from node "${root.key}"; the node "root" is a decoy`
        : `root is node "${root.key}", expected "root"`;
      yield { ...found, reason: decoy ? 'decoy' : 'renamed', message, evidence: root.key };
    }
  },
};
