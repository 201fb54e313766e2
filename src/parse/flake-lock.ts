import type { Unreadable } from '../model/document.ts';
import type { FlakeLock, LockFault, LockNode } from '../model/flake-lock.ts';
import { member, type JsonMember, type JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { parseJson } from './json.ts';
import { walkLock } from './lock-graph.ts';
import { readNode } from './lock-node.ts';
import { treeNodes } from './lock-tree.ts';

/** Lock versions we read: Nix 2.4 and later take 5 to 7 and write 7; only flake-compat still reads 4. */
const OLDEST_VERSION = 4;
const NEWEST_VERSION = 7;
/** The largest real lock known has 634 nodes. */
export const MAX_LOCK_NODES = 20_000;

export type ParsedLock =
  | { readonly kind: 'flake-lock'; readonly model: FlakeLock }
  | { readonly kind: 'unreadable'; readonly model: Unreadable };

/**
 * Reads a flake.lock or devenv.lock as Nix does (libflake/lockfile.cc). Whatever hides the whole file from
 * Nix (no JSON, no nodes, an unknown version) makes it unreadable; faults of single nodes stay with the lock.
 */
export function parseFlakeLock(text: string, flavour: FlakeLock['flavour']): ParsedLock {
  const json = parseJson(text);
  const [first] = json.faults;
  if (first !== undefined) {
    const more = json.faults.length > 1 ? ` (and ${json.faults.length - 1} more)` : '';
    return unreadable(first.message + more, first.span, first.cause);
  }
  const value = json.value;
  if (value?.type !== 'object') {
    return unreadable('lock is no JSON object', value?.span ?? { start: 0, end: 0 });
  }
  const version = readVersion(value);
  if ('kind' in version) return version;
  if (version.number === 4) return treeLock(value, version, flavour);
  const nodes = member(value, 'nodes')?.value;
  // Nix takes a lock without nodes for an empty one; its root is judged by a rule.
  if (nodes !== undefined && nodes.type !== 'object' && nodes.type !== 'null') {
    return unreadable('"nodes" is no object', nodes.span);
  }
  const entries = nodes?.type === 'object' ? lastOfEach(nodes) : [];
  const over = entries[MAX_LOCK_NODES];
  if (over !== undefined) {
    const problem = `lock has ${entries.length} nodes, more than ${MAX_LOCK_NODES} are not read`;
    return unreadable(problem, over.nameSpan, 'limit');
  }
  const root = member(value, 'root');
  const rootKey = root?.value.type === 'string' ? root.value.value : undefined;
  const rootSpan = root?.value.span ?? version.span;
  return assemble(value, version, flavour, entries, rootKey, rootSpan);
}

function unreadable(
  problem: string,
  at: Span,
  cause: Unreadable['cause'] = 'parse',
): Extract<ParsedLock, { readonly kind: 'unreadable' }> {
  const help = 'Regenerate the lock with `nix flake lock`; do not edit it by hand.';
  return { kind: 'unreadable', model: { cause, problem, at, help } };
}

type Version = { readonly number: number; readonly span: Span };

/** Nix reads the version as a C++ int: fractions are cut off, anything but a number is refused. */
function readVersion(lock: JsonObject): Version | Extract<ParsedLock, { kind: 'unreadable' }> {
  const found = member(lock, 'version');
  const span = found?.value.span ?? lock.span;
  if (found?.value.type !== 'number') {
    return unreadable(
      found === undefined ? 'lock has no "version"' : '"version" is no number',
      span,
    );
  }
  const number = Math.trunc(found.value.value);
  if (number >= OLDEST_VERSION && number <= NEWEST_VERSION) return { number, span };
  return unreadable(
    `lock has version ${number}, expected ${OLDEST_VERSION} to ${NEWEST_VERSION}`,
    span,
  );
}

/** Of members with one name only the last counts. */
function lastOfEach(object: JsonObject): JsonMember[] {
  return [...new Map(object.members.map((entry) => [entry.name, entry])).values()];
}

function treeLock(json: JsonObject, version: Version, flavour: FlakeLock['flavour']): ParsedLock {
  const entries = treeNodes(json);
  return assemble(json, version, flavour, entries, entries[0]?.name, version.span);
}

function assemble(
  json: JsonObject,
  version: Version,
  flavour: FlakeLock['flavour'],
  entries: readonly JsonMember[],
  rootKey: string | undefined,
  rootSpan: Span,
): ParsedLock {
  const nodes = new Map<string, LockNode>();
  const nodeFaults = new Map<LockNode, readonly LockFault[]>();
  for (const entry of entries) {
    const { node, faults } = readNode(entry, entry.name === rootKey);
    nodes.set(node.key, node);
    nodeFaults.set(node, faults);
  }
  const root = rootKey === undefined ? undefined : nodes.get(rootKey);
  const graph = root && walkLock(nodes, root);
  const inputs = graph?.inputs ?? [];
  const faults = root === undefined ? [] : [...(nodeFaults.get(root) ?? [])];
  for (const { path, node } of inputs) {
    for (const fault of nodeFaults.get(node) ?? []) faults.push({ ...fault, subject: path });
  }
  return {
    kind: 'flake-lock',
    model: {
      flavour,
      json,
      version: version.number,
      versionSpan: version.span,
      root,
      rootSpan,
      nodes,
      inputs,
      orphans: graph?.orphans ?? [],
      graphFaults: graph?.faults ?? [],
      faults,
    },
  };
}
