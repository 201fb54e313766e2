/**
 * An Aho-Corasick automaton over bytes, in flat arrays so that it can be wiped. The first two
 * levels have full rows, because nearly every byte starts some pattern; deeper states have one
 * child as a rule and keep a list.
 */
export type ByteAutomaton = {
  /** Next state of a state at a byte. */
  readonly step: (state: number, byte: number) => number;
  /** The longest pattern that ends in a state, or -1. */
  readonly endsIn: (state: number) => number;
  /** Overwrites all that was made from the patterns. */
  readonly wipe: () => void;
};

export function buildByteAutomaton(patterns: readonly Uint8Array[]): ByteAutomaton {
  const size = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const trie = emptyTrie(size);
  for (const [index, pattern] of patterns.entries()) insert(trie, pattern, index);
  const rows = fillRows(trie, linkFailures(trie));
  return {
    step: (state, byte) => step(trie, rows, state, byte),
    endsIn: (state) => trie.ends[state] ?? -1,
    wipe() {
      for (const array of [...Object.values(trie.arrays), rows.next, rows.rowOf]) array.fill(0);
      trie.ends.fill(-1);
    },
  };
}

type Trie = {
  count: number;
  readonly byte: Uint8Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly fail: Int32Array;
  readonly ends: Int32Array;
  readonly arrays: Readonly<Record<string, Uint8Array | Int32Array>>;
};

function emptyTrie(size: number): Trie {
  const byte = new Uint8Array(size);
  const child = new Int32Array(size);
  const sibling = new Int32Array(size);
  const fail = new Int32Array(size);
  const ends = new Int32Array(size).fill(-1);
  return {
    count: 1,
    byte,
    child,
    sibling,
    fail,
    ends,
    arrays: { byte, child, sibling, fail, ends },
  };
}

/** The child of a state at a byte; 0, the root, stands for none. */
function childOf(trie: Trie, state: number, byte: number): number {
  let child = trie.child[state] ?? 0;
  while (child !== 0 && trie.byte[child] !== byte) child = trie.sibling[child] ?? 0;
  return child;
}

function insert(trie: Trie, pattern: Uint8Array, index: number): void {
  let state = 0;
  for (const byte of pattern) {
    let child = childOf(trie, state, byte);
    if (child === 0) {
      child = trie.count++;
      trie.byte[child] = byte;
      trie.sibling[child] = trie.child[state] ?? 0;
      trie.child[state] = child;
    }
    state = child;
  }
  if (trie.ends[state] === -1) trie.ends[state] = index;
}

/** Sets failure links, and for states that end nothing the pattern that ends in a proper suffix. Returns the states by depth. */
function linkFailures(trie: Trie): Int32Array {
  const order = new Int32Array(trie.count);
  let filled = 1;
  for (let at = 0; at < filled; at++) {
    const state = order[at] ?? 0;
    for (let child = trie.child[state] ?? 0; child !== 0; child = trie.sibling[child] ?? 0) {
      order[filled++] = child;
      const fail = state === 0 ? 0 : failureOf(trie, trie.fail[state] ?? 0, trie.byte[child] ?? 0);
      trie.fail[child] = fail;
      if (trie.ends[child] === -1) trie.ends[child] = trie.ends[fail] ?? -1;
    }
  }
  return order;
}

function failureOf(trie: Trie, from: number, byte: number): number {
  let state = from;
  for (;;) {
    const child = childOf(trie, state, byte);
    if (child !== 0 || state === 0) return child;
    state = trie.fail[state] ?? 0;
  }
}

/** Rows of 256 next states for the root and its children; `rowOf` is -1 for all other states. */
type Rows = { readonly rowOf: Int32Array; readonly next: Int32Array };

function fillRows(trie: Trie, order: Int32Array): Rows {
  const rowOf = new Int32Array(trie.count).fill(-1);
  const shallow = [0];
  for (let child = trie.child[0] ?? 0; child !== 0; child = trie.sibling[child] ?? 0)
    shallow.push(child);
  const next = new Int32Array(shallow.length * 256);
  for (const [row, state] of shallow.entries()) {
    for (let byte = 0; byte < 256; byte++) next[row * 256 + byte] = failureOf(trie, state, byte);
    rowOf[state] = row * 256;
  }
  order.fill(0);
  return { rowOf, next };
}

function step(trie: Trie, rows: Rows, from: number, byte: number): number {
  let state = from;
  for (;;) {
    const row = rows.rowOf[state] ?? 0;
    if (row >= 0) return rows.next[row + byte] ?? 0;
    const child = childOf(trie, state, byte);
    if (child !== 0) return child;
    state = trie.fail[state] ?? 0;
  }
}
