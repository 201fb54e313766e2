import type { GraphFault, LockEdge, LockInput, LockNode } from '../model/flake-lock.ts';

/** Longest chain of inputs below the root that we walk; the deepest real lock known has 9. */
export const MAX_INPUT_DEPTH = 64;

export type LockGraph = {
  readonly inputs: readonly LockInput[];
  readonly orphans: readonly LockNode[];
  readonly faults: readonly GraphFault[];
};

/** Names from the root as one string, as Nix prints input paths; a name that could be misread is quoted. */
export function inputPath(names: readonly string[]): string {
  return names.map((name) => (/^[^/"\s]+$/.test(name) ? name : JSON.stringify(name))).join('/');
}

/**
 * Walks the graph from the root along direct edges, breadth first, so that each node is met at its
 * shortest path, and checks every edge met. Edges that lead by a path (`follows`) are resolved from the
 * root, as libflake/lockfile.cc (doFind) does, but add no node.
 */
export function walkLock(nodes: ReadonlyMap<string, LockNode>, root: LockNode): LockGraph {
  const faults: GraphFault[] = [];
  const inputs = reach(nodes, root, faults);
  const seen = new Set<LockNode>([root, ...inputs.map((input) => input.node)]);
  const resolve = followsResolver(nodes, root);
  for (const { names, node } of [{ names: [], node: root }, ...inputs]) {
    for (const edge of node.edges) {
      const fault = followsFault(edge, [...names, edge.name], resolve);
      if (fault !== undefined) faults.push(fault);
    }
  }
  faults.push(...directCycles(root, inputs));
  return { inputs, orphans: [...nodes.values()].filter((node) => !seen.has(node)), faults };
}

function reach(
  nodes: ReadonlyMap<string, LockNode>,
  root: LockNode,
  faults: GraphFault[],
): LockInput[] {
  const inputs: LockInput[] = [];
  const seen = new Set<LockNode>([root]);
  let level: { readonly names: readonly string[]; readonly node: LockNode }[] = [
    { names: [], node: root },
  ];
  while (level.length > 0) {
    const found: LockInput[] = [];
    for (const from of level) {
      for (const edge of from.node.edges) {
        const input = follow(nodes, root, from.names, edge, faults);
        if (input === undefined || seen.has(input.node)) continue;
        seen.add(input.node);
        found.push(input);
      }
    }
    found.sort((a, b) => (a.path < b.path ? -1 : 1));
    inputs.push(...found);
    level = found;
  }
  return inputs;
}

/** The node a direct edge leads to, or undefined with the fault said. */
function follow(
  nodes: ReadonlyMap<string, LockNode>,
  root: LockNode,
  from: readonly string[],
  edge: LockEdge,
  faults: GraphFault[],
): LockInput | undefined {
  if (edge.target.kind !== 'node') return undefined;
  const names = [...from, edge.name];
  const fault = (reason: GraphFault['reason'], message: string): undefined => {
    faults.push({ reason, subject: inputPath(names), at: edge.span, message });
  };
  const node = nodes.get(edge.target.key);
  if (node === undefined) {
    return fault('missing-node', `input leads to node "${edge.target.key}", which does not exist`);
  }
  if (node === root) {
    return fault('edge-to-root', 'input leads to the root node, expected [] for the flake itself');
  }
  if (names.length > MAX_INPUT_DEPTH) {
    return fault('too-deep', `input is ${names.length} levels deep, expected ${MAX_INPUT_DEPTH}`);
  }
  return { path: inputPath(names), names, edge, node };
}

type Resolved =
  { readonly node: LockNode } | { readonly fault: 'dangling-follows' | 'cycle' | 'too-deep' };
type Resolver = (path: readonly string[]) => Resolved;

/** Resolves follows paths from the root; each distinct path is resolved once. */
export function followsResolver(nodes: ReadonlyMap<string, LockNode>, root: LockNode): Resolver {
  const known = new Map<string, Resolved>();
  const edges = new Map<LockNode, ReadonlyMap<string, LockEdge>>();
  const edgeOf = (node: LockNode, name: string): LockEdge | undefined => {
    let byName = edges.get(node);
    if (byName === undefined) {
      byName = new Map(node.edges.map((edge) => [edge.name, edge]));
      edges.set(node, byName);
    }
    return byName.get(name);
  };
  const resolve = (path: readonly string[], visited: readonly string[]): Resolved => {
    const id = JSON.stringify(path);
    const earlier = known.get(id);
    if (earlier !== undefined) return earlier;
    if (visited.includes(id)) return { fault: 'cycle' };
    if (visited.length >= MAX_INPUT_DEPTH) return { fault: 'too-deep' };
    const found = step(path, [...visited, id]);
    if (visited.length === 0 || 'node' in found) known.set(id, found);
    return found;
  };
  const step = (path: readonly string[], visited: readonly string[]): Resolved => {
    let node = root;
    for (const name of path) {
      const target = edgeOf(node, name)?.target;
      if (target === undefined) return { fault: 'dangling-follows' };
      const next: Resolved | undefined =
        target.kind === 'follows' ? resolve(target.path, visited) : direct(target.key);
      if (next === undefined) return { fault: 'dangling-follows' };
      if ('fault' in next) return next;
      node = next.node;
    }
    return { node };
  };
  const direct = (key: string): Resolved | undefined => {
    const node = nodes.get(key);
    return node && { node };
  };
  return (path) => resolve(path, []);
}

function followsFault(
  edge: LockEdge,
  names: readonly string[],
  resolve: Resolver,
): GraphFault | undefined {
  if (edge.target.kind !== 'follows') return undefined;
  const resolved = resolve(edge.target.path);
  if ('node' in resolved) return undefined;
  const target = inputPath(edge.target.path);
  const messages = {
    'dangling-follows': `input follows "${target}", which does not exist`,
    cycle: `input follows "${target}", which leads back to itself`,
    'too-deep': `input follows "${target}" over more than ${MAX_INPUT_DEPTH} steps`,
  };
  return {
    reason: resolved.fault,
    subject: inputPath(names),
    at: edge.span,
    message: messages[resolved.fault],
  };
}

/** Direct edges that lead back to a node on the way to them (depth first, without recursion). */
function directCycles(root: LockNode, inputs: readonly LockInput[]): GraphFault[] {
  const byKey = new Map(inputs.map((input) => [input.node.key, input]));
  const faults: GraphFault[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of inputs) {
    const stack: { readonly input: LockInput; next: number }[] = [];
    if (!state.has(start.node.key)) stack.push({ input: start, next: 0 });
    while (stack.length > 0) {
      const top = stack.at(-1);
      if (top === undefined) break;
      state.set(top.input.node.key, 'open');
      const edge = top.input.node.edges[top.next++];
      if (edge === undefined) {
        state.set(top.input.node.key, 'done');
        stack.pop();
        continue;
      }
      const target = edge.target.kind === 'node' ? byKey.get(edge.target.key) : undefined;
      if (target === undefined || target.node === root) continue;
      const known = state.get(target.node.key);
      if (known === undefined) stack.push({ input: target, next: 0 });
      if (known === 'open') {
        faults.push({
          reason: 'cycle',
          subject: inputPath([...top.input.names, edge.name]),
          at: edge.span,
          message: `input leads back to node "${target.node.key}", which depends on it`,
        });
      }
    }
  }
  return faults;
}
