import type { FlakeLock, LockNode } from '../model/flake-lock.ts';
import type { LockEntry } from '../model/lock-change.ts';
import { inputPath, MAX_INPUT_DEPTH } from '../parse/lock-graph.ts';

/** Most input paths compared. The largest real lock known has 634 nodes; sharing can make paths explode. */
export const MAX_PATHS = 4096;

export type Entries = {
  /** By input path, nearest to the root first. */
  readonly byPath: ReadonlyMap<string, LockEntry>;
  /** Whether there are deeper or more paths than are listed. */
  readonly truncated: boolean;
};

type Step = {
  readonly node: LockNode;
  readonly names: readonly string[];
  readonly parent: Step | undefined;
};

/**
 * Every input path of a lock along direct edges, breadth first: unlike `FlakeLock.inputs` a node that two
 * inputs share stands at both paths, so that names of nodes play no part. An edge that follows another
 * input is listed and not entered, an edge back to a node on the way to it is left out.
 */
export function lockEntries(lock: FlakeLock): Entries {
  const byPath = new Map<string, LockEntry>();
  let truncated = false;
  const queue: Step[] = lock.root ? [{ node: lock.root, names: [], parent: undefined }] : [];
  for (const step of queue) {
    if (step.names.length >= MAX_INPUT_DEPTH) {
      truncated ||= step.node.edges.length > 0;
      continue;
    }
    for (const edge of step.node.edges) {
      if (byPath.size >= MAX_PATHS) return { byPath, truncated: true };
      const names = [...step.names, edge.name];
      const path = inputPath(names);
      if (edge.target.kind === 'follows') {
        byPath.set(path, { path, names, edge, target: edge.target });
        continue;
      }
      const node = lock.nodes.get(edge.target.key);
      if (node === undefined || isOnTheWay(node, step)) continue;
      byPath.set(path, { path, names, edge, target: { kind: 'node', node } });
      queue.push({ node, names, parent: step });
    }
  }
  return { byPath, truncated };
}

function isOnTheWay(node: LockNode, last: Step): boolean {
  for (let step: Step | undefined = last; step !== undefined; step = step.parent) {
    if (step.node === node) return true;
  }
  return false;
}
