import type { LockNode } from '../../model/flake-lock.ts';
import type { Fix } from '../../model/finding.ts';
import { type JsonMember, member } from '../../model/json.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const orphanNode: RuleOf<'flake-lock'> = {
  id: 'lock-orphan-node',
  summary: 'a node of the lock is reached by no input',
  help: 'Delete the node: Nix ignores it and keeps it until an input changes.',
  references: ['CWE-561', 'T1027'],
  kinds: ['flake-lock'],
  reasons: {
    orphan: {
      summary: 'no path leads from the root to the node',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model, path }) {
    const nodes = member(model.json, 'nodes')?.value;
    const members = nodes?.type === 'object' ? nodes.members : [];
    const cuts = cutsOf(members, new Set(model.orphans));
    for (const orphan of model.orphans) {
      const span = cuts.get(orphan.keySpan.start);
      const fix: Fix | undefined = span && {
        title: `delete the node "${orphan.key}"`,
        safety: 'safe',
        edits: [{ path, span, text: '' }],
      };
      yield {
        reason: 'orphan',
        subject: orphan.key,
        at: orphan.keySpan,
        message: `no input leads to node "${orphan.key}"`,
        evidence: orphan.key,
        ...(fix && { fix }),
      };
    }
  },
};

/**
 * What to cut so that the rest stays JSON, by where the key starts: each node with the comma before it, or with the
 * one after it when nothing that stays comes before. No two cuts overlap, so they can be made together.
 */
function cutsOf(
  members: readonly JsonMember[],
  orphans: ReadonlySet<LockNode>,
): ReadonlyMap<number, { readonly start: number; readonly end: number }> {
  const starts = new Set([...orphans].map((orphan) => orphan.keySpan.start));
  const cuts = new Map<number, { readonly start: number; readonly end: number }>();
  let kept = false;
  for (const [at, { nameSpan, value }] of members.entries()) {
    const previous = members[at - 1];
    const next = members[at + 1];
    if (!starts.has(nameSpan.start)) kept = true;
    else if (kept && previous !== undefined) {
      cuts.set(nameSpan.start, { start: previous.value.span.end, end: value.span.end });
    } else if (next !== undefined) {
      cuts.set(nameSpan.start, { start: nameSpan.start, end: next.nameSpan.start });
    }
  }
  return cuts;
}
