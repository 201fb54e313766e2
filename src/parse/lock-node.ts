import type { Attr, AttrSet, LockEdge, LockFault, LockNode } from '../model/flake-lock.ts';
import type { Span } from '../model/span.ts';
import { member, type JsonMember, type JsonObject, type JsonValue } from '../model/json.ts';

/** A node with everything that Nix would refuse about it, should an edge lead to it. */
export type ReadNode = { readonly node: LockNode; readonly faults: readonly LockFault[] };

/**
 * Reads one node of a lock (Nix: libflake/lockfile.cc, LockedNode::LockedNode and getInputs). The root has
 * neither `locked` nor `original`; every other node needs both.
 */
export function readNode(entry: JsonMember, isRoot: boolean): ReadNode {
  const faults: LockFault[] = [];
  const say = (at: JsonValue, message: string): void => {
    faults.push({ subject: entry.name, at: at.span, message });
  };
  if (entry.value.type !== 'object') {
    say(entry.value, `node is ${article(entry.value)}, expected an object`);
    return { node: emptyNode(entry), faults };
  }
  const object = entry.value;
  const original = readAttrs(object, 'original', say);
  const locked = readAttrs(object, 'locked', say);
  const infoMember = member(object, 'info');
  const infoAttrs = readAttrs(object, 'info', say);
  const info =
    infoAttrs && infoMember ? { ...infoAttrs, nameSpan: infoMember.nameSpan } : undefined;
  if (!isRoot) {
    requireBoth(object, say);
    for (const set of [locked, original])
      if (set !== undefined) requireScheme(set, faults, entry.name);
  }
  const effective = overlay(locked, info);
  return {
    node: {
      ...emptyNode(entry),
      ...(original && { original }),
      ...(locked && { locked }),
      ...(info && { info }),
      ...(effective && { effective }),
      ...readFlake(object, say),
      edges: readEdges(object, say),
      ...readParent(object, say),
      members: object.members,
    },
    faults,
  };
}

type Say = (at: JsonValue, message: string) => void;

function emptyNode(entry: JsonMember): LockNode {
  return {
    key: entry.name,
    keySpan: entry.nameSpan,
    span: entry.value.span,
    flake: true,
    edges: [],
    members: [],
  };
}

function article(value: JsonValue): string {
  return value.type === 'array' || value.type === 'object' ? `an ${value.type}` : `a ${value.type}`;
}

function requireBoth(object: JsonObject, say: Say): void {
  for (const name of ['locked', 'original']) {
    if (member(object, name) === undefined) say(object, `node has no "${name}"`);
  }
}

/** Attributes an input scheme cannot do without, all of them strings (libfetchers, inputFromAttrs). */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['github', ['owner', 'repo']],
  ['gitlab', ['owner', 'repo']],
  ['sourcehut', ['owner', 'repo']],
  ['git', ['url']],
  ['hg', ['url']],
  ['tarball', ['url']],
  ['file', ['url']],
  ['path', ['path']],
  ['indirect', ['id']],
]);

/** What Nix refuses about a source. An unknown type is judged by lock-malformed-identity. */
function requireScheme(set: AttrSet, faults: LockFault[], subject: string): void {
  const say = (at: Span, message: string): void => void faults.push({ subject, at, message });
  const type = set.attrs.get('type');
  if (typeof type?.value !== 'string') {
    const problem = type === undefined ? 'has no "type"' : 'has a "type" that is no string';
    return say(type?.span ?? set.span, `source ${problem}`);
  }
  for (const name of REQUIRED.get(type.value) ?? []) {
    const attr = set.attrs.get(name);
    if (typeof attr?.value === 'string') continue;
    const problem = attr === undefined ? `has no "${name}"` : `has a "${name}" that is no string`;
    say(attr?.span ?? set.span, `${type.value} source ${problem}`);
  }
}

function readAttrs(node: JsonObject, name: string, say: Say): AttrSet | undefined {
  const found = member(node, name);
  if (found === undefined) return undefined;
  if (found.value.type !== 'object') {
    say(found.value, `"${name}" is ${article(found.value)}, expected an object`);
    return undefined;
  }
  const attrs = new Map<string, Attr>();
  for (const attr of found.value.members) {
    const { value } = attr;
    if (value.type === 'string' || value.type === 'number' || value.type === 'boolean') {
      attrs.set(attr.name, {
        name: attr.name,
        value: value.value,
        nameSpan: attr.nameSpan,
        span: value.span,
      });
    } else {
      say(value, `attribute is ${article(value)}, expected a string, number or boolean`);
    }
  }
  return { attrs, span: found.value.span };
}

/** Nix lays every key of `info` over `locked`, whatever the lock version says. */
function overlay(locked: AttrSet | undefined, info: AttrSet | undefined): AttrSet | undefined {
  if (locked === undefined || info === undefined) return locked;
  return { attrs: new Map([...locked.attrs, ...info.attrs]), span: locked.span };
}

function readFlake(node: JsonObject, say: Say): Partial<Pick<LockNode, 'flake' | 'flakeSpan'>> {
  const found = member(node, 'flake');
  if (found === undefined) return {};
  if (found.value.type !== 'boolean') {
    say(found.value, `"flake" is ${article(found.value)}, expected true or false`);
    return {};
  }
  return { flake: found.value.value, flakeSpan: found.value.span };
}

function readEdges(node: JsonObject, say: Say): LockEdge[] {
  const found = member(node, 'inputs');
  if (found === undefined) return [];
  if (found.value.type !== 'object') {
    say(found.value, `"inputs" is ${article(found.value)}, expected an object`);
    return [];
  }
  const edges = new Map<string, LockEdge>();
  for (const input of found.value.members) {
    const edge = readEdge(input, say);
    if (edge !== undefined) edges.set(edge.name, edge);
  }
  return [...edges.values()];
}

function readEdge({ name, nameSpan, value }: JsonMember, say: Say): LockEdge | undefined {
  if (value.type === 'string') {
    return { name, nameSpan, span: value.span, target: { kind: 'node', key: value.value } };
  }
  const path = value.type === 'array' ? strings(value.items) : undefined;
  if (path !== undefined) {
    return { name, nameSpan, span: value.span, target: { kind: 'follows', path } };
  }
  say(value, `input is ${article(value)}, expected a node key or a list of input names`);
  return undefined;
}

function strings(items: readonly JsonValue[]): string[] | undefined {
  const out: string[] = [];
  for (const item of items) {
    if (item.type !== 'string') return undefined;
    out.push(item.value);
  }
  return out;
}

function readParent(node: JsonObject, say: Say): Partial<Pick<LockNode, 'parent'>> {
  const found = member(node, 'parent');
  if (found === undefined) return {};
  const parent = found.value.type === 'array' ? strings(found.value.items) : undefined;
  if (parent !== undefined) return { parent };
  say(found.value, '"parent" is no list of input names');
  return {};
}
