import type { AttrSet, FlakeLock, LockInput, LockNode } from '../model/flake-lock.ts';
import { followsResolver, inputPath } from '../parse/lock-graph.ts';

type Shown = {
  readonly locked?: Readonly<Record<string, unknown>>;
  readonly original?: Readonly<Record<string, unknown>>;
  readonly flake: boolean;
  readonly follows?: string;
};

/**
 * The effective input graph as JSON: every input path, what it is locked to and declared as (legacy `info`
 * laid over `locked`), and where it follows another input. Paths through a follows are not repeated.
 */
export function lockGraphJson(lock: FlakeLock): string {
  const shown = new Map<string, Shown>();
  const resolve = lock.root && followsResolver(lock.nodes, lock.root);
  const from: readonly Pick<LockInput, 'names' | 'node'>[] =
    lock.root === undefined ? [] : [{ names: [], node: lock.root }, ...lock.inputs];
  for (const { names, node } of from) {
    for (const edge of node.edges) {
      const path = inputPath([...names, edge.name]);
      if (edge.target.kind === 'node') {
        const target = lock.nodes.get(edge.target.key);
        if (target !== undefined) shown.set(path, describe(target));
        continue;
      }
      const found = resolve?.(edge.target.path);
      const target = found !== undefined && 'node' in found ? found.node : undefined;
      const follows = inputPath(edge.target.path);
      shown.set(path, { ...describe(target), follows });
    }
  }
  const sorted = [...shown].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

function describe(node: LockNode | undefined): Shown {
  return {
    ...(node?.effective && { locked: attributes(node.effective) }),
    ...(node?.original && { original: attributes(node.original) }),
    flake: node?.flake ?? true,
  };
}

function attributes(set: AttrSet): Readonly<Record<string, unknown>> {
  const pairs = [...set.attrs.values()].map(({ name, value }) => [name, value] as const);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
