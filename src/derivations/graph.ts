/** An output of a flake, or what stands for it, and the derivation it leads to. */
export type DerivationRoot = {
  /** Attribute path, e.g. `['nixosConfigurations', 'web']`; empty for a path given by hand. */
  readonly output: readonly string[];
  readonly drvPath: string;
};

/** Which derivation needs which, as found while walking from the roots, nearest first. */
export type DerivationGraph = {
  readonly roots: readonly DerivationRoot[];
  /** Number of a `.drv` path, given on first sight; `from` is the derivation that names it. */
  readonly visit: (path: string, from: number | undefined) => { id: number; first: boolean };
  readonly path: (id: number) => string | undefined;
  /** Derivations from a root to this one, both included, along a shortest way. */
  readonly wayTo: (path: string) => readonly string[];
  /** Roots from which this derivation can be reached, in the order of `roots`. */
  readonly rootsOf: (path: string) => readonly DerivationRoot[];
};

/** An empty graph. Paths are entered in breadth-first order, which makes the first way a shortest. */
export function createGraph(roots: readonly DerivationRoot[]): DerivationGraph {
  const ids = new Map<string, number>();
  const paths: string[] = [];
  const parents: (number | undefined)[] = [];
  /** Pairs of a derivation and one that needs it. */
  const edges: number[] = [];
  let needers: Neighbours | undefined;
  const visit = (path: string, from: number | undefined): { id: number; first: boolean } => {
    needers = undefined;
    const known = ids.get(path);
    const id = known ?? paths.length;
    if (known === undefined) {
      const own = detached(path);
      ids.set(own, id);
      paths.push(own);
      parents.push(from);
    }
    if (from !== undefined) edges.push(id, from);
    return { id, first: known === undefined };
  };
  const wayTo = (path: string): readonly string[] => {
    const way: string[] = [];
    for (let id = ids.get(path); id !== undefined; id = parents[id]) way.push(paths[id] ?? '');
    return way.toReversed();
  };
  const rootsOf = (path: string): readonly DerivationRoot[] => {
    const start = ids.get(path);
    if (start === undefined) return [];
    needers ??= neighbours(edges, paths.length);
    const reached = reach(needers, start, paths.length);
    return roots.filter(({ drvPath }) => {
      const id = ids.get(drvPath);
      return id !== undefined && reached[id] === 1;
    });
  };
  return { roots, visit, path: (id) => paths[id], wayTo, rootsOf };
}

/** V8 keeps the whole text alive that a substring was cut from: a copy lets the file's text go. */
function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** For each node the ids `targets[starts[node]]` up to `targets[starts[node + 1]]`. */
type Neighbours = { readonly starts: Int32Array; readonly targets: Int32Array };

function neighbours(edges: readonly number[], count: number): Neighbours {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < edges.length; at += 2) {
    const next = (edges[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let node = 0; node < count; node++) {
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  }
  const targets = new Int32Array(edges.length / 2);
  const filled = starts.slice();
  for (let at = 0; at < edges.length; at += 2) {
    const node = edges[at] ?? 0;
    const place = filled[node] ?? 0;
    targets[place] = edges[at + 1] ?? 0;
    filled[node] = place + 1;
  }
  return { starts, targets };
}

function reach({ starts, targets }: Neighbours, start: number, count: number): Uint8Array {
  const reached = new Uint8Array(count);
  reached[start] = 1;
  const pending = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
      const target = targets[at] ?? 0;
      if (reached[target] === 1) continue;
      reached[target] = 1;
      pending.push(target);
    }
  }
  return reached;
}
