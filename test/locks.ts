import { createHash } from 'node:crypto';

type Attributes = Readonly<Record<string, unknown>>;
type NodeText = {
  readonly locked?: Attributes;
  readonly original?: Attributes;
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly [other: string]: unknown;
};

/** A commit id made up from a name. */
export function commitId(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** A narHash made up from a name. */
export function narHash(name: string): string {
  return `sha256-${createHash('sha256').update(name).digest('base64')}`;
}

/** A healthy GitHub node: `owner/repo`, locked to a made-up commit. */
export function githubNode(source: string, changes: Attributes = {}): NodeText {
  const [owner, repo] = source.split('/');
  return {
    locked: {
      lastModified: 1_750_000_000,
      narHash: narHash(source),
      owner,
      repo,
      rev: commitId(source),
      type: 'github',
      ...changes,
    },
    original: { owner, repo, type: 'github' },
  };
}

/** The text of a lock in Nix's own layout: two blanks, sorted keys, final newline. */
export function lockText(nodes: Readonly<Record<string, NodeText>>, more: Attributes = {}): string {
  return `${JSON.stringify(sorted({ nodes, root: 'root', version: 7, ...more }), null, 2)}\n`;
}

/** A lock whose root has each given node as an input of the same name. */
export function lockOf(nodes: Readonly<Record<string, NodeText>>): string {
  const inputs = Object.fromEntries(Object.keys(nodes).map((name) => [name, name]));
  return lockText({ ...nodes, root: { inputs } });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
