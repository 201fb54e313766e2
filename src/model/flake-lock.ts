import type { JsonMember, JsonObject } from './json.ts';
import type { Span } from './span.ts';

/** One attribute of `locked`, `original` or `info`; the last of equal names, as Nix reads it. */
export type Attr = {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly nameSpan: Span;
  readonly span: Span;
};

/** An attribute set of a lock node, by name. */
export type AttrSet = {
  readonly attrs: ReadonlyMap<string, Attr>;
  readonly span: Span;
};

/** Where an edge of a node leads: straight to a node, or along a path of input names from the root. */
export type EdgeTarget =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'follows'; readonly path: readonly string[] };

export type LockEdge = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly target: EdgeTarget;
};

export type LockNode = {
  /** The label in `nodes`: arbitrary, never an identity. */
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly original?: AttrSet;
  readonly locked?: AttrSet;
  /** Legacy sibling of `locked` whose attributes Nix lays over it whatever the version says. */
  readonly info?: AttrSet & { readonly nameSpan: Span };
  /** What Nix uses: `locked` overlaid with `info`. */
  readonly effective?: AttrSet;
  readonly flake: boolean;
  readonly flakeSpan?: Span;
  readonly edges: readonly LockEdge[];
  /** Input path of the flake that declared a relative path input (Nix 2.26 and later). */
  readonly parent?: readonly string[];
  readonly members: readonly JsonMember[];
};

/** A node reached from the root by direct edges; each reachable node stands once, at its first shortest path. */
export type LockInput = {
  /** Names from the root joined with `/`: the identity of an input in every message and diff. */
  readonly path: string;
  readonly names: readonly string[];
  readonly edge: LockEdge;
  readonly node: LockNode;
};

/** A structural fault of the graph that Nix refuses or that cannot be resolved. */
export type GraphFault = {
  readonly reason: 'missing-node' | 'dangling-follows' | 'cycle' | 'edge-to-root' | 'too-deep';
  readonly subject: string;
  readonly at: Span;
  readonly message: string;
};

/** A place where the file is not what Nix's reader takes. */
export type LockFault = { readonly subject: string; readonly at: Span; readonly message: string };

export type FlakeLock = {
  /** devenv.lock has the same schema but usually no narHash. */
  readonly flavour: 'flake' | 'devenv';
  readonly json: JsonObject;
  readonly version: number;
  readonly versionSpan: Span;
  /** Key of the root node; undefined when `root` is missing, no string or no key of `nodes`. */
  readonly root: LockNode | undefined;
  readonly rootSpan: Span;
  readonly nodes: ReadonlyMap<string, LockNode>;
  /** Reachable nodes except the root, ordered by depth, then path by code unit. */
  readonly inputs: readonly LockInput[];
  /** Nodes no edge leads to, in file order. */
  readonly orphans: readonly LockNode[];
  readonly graphFaults: readonly GraphFault[];
  readonly faults: readonly LockFault[];
};

/** The string value of an attribute, or undefined when it is absent or no string. */
export function stringAttr(set: AttrSet | undefined, name: string): string | undefined {
  const value = set?.attrs.get(name)?.value;
  return typeof value === 'string' ? value : undefined;
}
