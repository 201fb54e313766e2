/** A trie with the failure links of Aho and Corasick (1975) over character classes. */
export type Automaton = {
  /** Class of each character below 256; 0 for those in no pattern, as for all others. */
  readonly classes: Uint8Array;
  /** Next state by state and class; a state is the offset of its row. */
  readonly next: Int32Array;
  /** States from this one on end a pattern. */
  readonly accepting: number;
  /** Indices of the patterns that end in an accepting state, by (state - accepting) / width. */
  readonly ends: readonly (readonly number[])[];
  readonly width: number;
};

type Node = {
  readonly children: Map<number, Node>;
  readonly ends: number[];
  fail: Node | undefined;
  row: number;
};

/**
 * Builds the table that finds all patterns in one pass over a text. Patterns are lower-case ASCII;
 * capitals in the text count as their small letters.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const classes = classesOf(patterns);
  const width = Math.max(...classes) + 1;
  const root = node();
  for (const [index, pattern] of patterns.entries()) insert(root, pattern, index, classes);
  const order = linkFailures(root);
  return fillTable(order, classes, width);
}

function classesOf(patterns: readonly string[]): Uint8Array {
  const classes = new Uint8Array(256);
  const letters = [...new Set(patterns.join(''))].sort();
  for (const [index, letter] of letters.entries()) {
    classes[letter.charCodeAt(0)] = index + 1;
    classes[letter.toUpperCase().charCodeAt(0)] = index + 1;
  }
  return classes;
}

function node(): Node {
  return { children: new Map(), ends: [], fail: undefined, row: 0 };
}

function insert(root: Node, pattern: string, index: number, classes: Uint8Array): void {
  let current = root;
  for (let at = 0; at < pattern.length; at++) {
    const kind = classes[pattern.charCodeAt(at)] ?? 0;
    const child = current.children.get(kind) ?? node();
    current.children.set(kind, child);
    current = child;
  }
  current.ends.push(index);
}

/** Sets each node's failure link and inherited ends; returns the nodes by depth, the root first. */
function linkFailures(root: Node): Node[] {
  const order = [root];
  for (const current of order) {
    for (const [kind, child] of current.children) {
      let fail = current.fail;
      while (fail !== undefined && !fail.children.has(kind)) fail = fail.fail;
      child.fail = fail?.children.get(kind) ?? root;
      child.ends.push(...child.fail.ends);
      order.push(child);
    }
  }
  return order;
}

/** Rows of accepting states come last, so that one comparison tells them. */
function fillTable(order: readonly Node[], classes: Uint8Array, width: number): Automaton {
  const silent = order.filter((each) => each.ends.length === 0);
  const loud = order.filter((each) => each.ends.length > 0);
  for (const [index, each] of [...silent, ...loud].entries()) each.row = index * width;
  const next = new Int32Array(order.length * width);
  for (const each of order) {
    if (each.fail !== undefined) next.copyWithin(each.row, each.fail.row, each.fail.row + width);
    for (const [kind, child] of each.children) next[each.row + kind] = child.row;
  }
  const ends = loud.map((each) => each.ends);
  return { classes, next, accepting: silent.length * width, ends, width };
}
