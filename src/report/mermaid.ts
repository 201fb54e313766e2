import type { Graph, GraphEdge, GraphNode } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { grouped, plural, worstFirst } from './summary.ts';
import { visible } from './visible.ts';

/** A picture with more than this many nodes is no longer read. */
const maxNodes = 60;

/** Mermaid refuses more than 500 edges (its `maxEdges`); fewer stay legible. */
const maxEdges = 150;

/** Longest name in a label; with the limits above a picture stays below Mermaid's 50,000 characters. */
const maxLabel = 40;

/** GitHub's colours for danger, attention and accent, legible on light and dark pages. */
const styles: Readonly<Record<Severity, string>> = {
  error: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  warning: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  notice: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
};

export type Picture = {
  /** Mermaid source. */
  readonly source: string;
  /** What is not in the picture, one sentence; undefined when all is. */
  readonly cut?: string;
};

/**
 * The input graph as a Mermaid flowchart, flagged nodes coloured, `follows` dotted. A large graph is cut
 * to the flagged nodes, their ancestors and what is nearest to the root.
 */
export function mermaidPicture(graph: Graph): Picture {
  const kept = keptNodes(graph);
  const ids = new Map(kept.map((node, index) => [node.path, `n${index}`]));
  const all = distinct(graph.edges);
  const drawable = all.flatMap((edge) => {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    return from === undefined || to === undefined ? [] : [{ from, to, follows: edge.follows }];
  });
  const edges = drawable.slice(0, maxEdges);
  const source = [
    'flowchart LR',
    ...kept.map((node, index) => `  n${index}["${nodeLabel(node)}"]`),
    ...edges.map(({ from, to, follows }) => `  ${from} ${follows ? '-.->' : '-->'} ${to}`),
    ...classes(kept),
  ].join('\n');
  const cut = cutSentence({ ...graph, edges: all }, kept.length, edges.length);
  return cut === undefined ? { source } : { source, cut };
}

/** Two names of one input for the same other input are one arrow. */
function distinct(edges: Graph['edges']): Graph['edges'] {
  const keyOf = ({ from, to, follows }: GraphEdge) => JSON.stringify([from, to, follows]);
  return [...new Map(edges.map((edge) => [keyOf(edge), edge])).values()];
}

function keptNodes(graph: Graph): readonly GraphNode[] {
  if (graph.nodes.length <= maxNodes) return graph.nodes;
  const byPath = new Map(graph.nodes.map((node) => [node.path, node]));
  const kept = new Set<GraphNode>(graph.nodes.slice(0, 1));
  const flagged = worstFirst.flatMap((severity) =>
    graph.nodes.filter((node) => node.flagged === severity),
  );
  for (const node of flagged) {
    const line = ancestors(node, byPath).filter((one) => !kept.has(one));
    if (kept.size + line.length <= maxNodes) for (const one of line) kept.add(one);
  }
  for (const node of graph.nodes) if (kept.size < maxNodes) kept.add(node);
  return graph.nodes.filter((node) => kept.has(node));
}

/** The node and what its input path runs through; a path longer than the picture is not followed. */
function ancestors(node: GraphNode, byPath: ReadonlyMap<string, GraphNode>): GraphNode[] {
  const line = [node];
  let cut = node.path.lastIndexOf('/');
  while (cut > 0 && line.length <= maxNodes) {
    const parent = byPath.get(node.path.slice(0, cut));
    if (parent !== undefined) line.push(parent);
    cut = node.path.lastIndexOf('/', cut - 1);
  }
  return line;
}

function nodeLabel(node: GraphNode): string {
  const name = node.path === '' ? 'this flake' : node.path;
  return node.label === '' ? labelText(name) : `${labelText(name)}<br/>${labelText(node.label)}`;
}

/**
 * Foreign text inside a quoted label. Mermaid knows no backslash but entity codes such as `#35;`, so
 * every character that is no letter, digit or harmless mark becomes one: quotes, brackets, `<`, `&`,
 * `#`, `;` and the backtick, which would start Markdown. Dollar signs start formulas even as entities,
 * so they are spelt out.
 */
function labelText(text: string): string {
  const points = Array.from(visible(text.slice(0, maxLabel * 2)));
  const shown = points.length <= maxLabel ? points : [...points.slice(0, maxLabel - 1), '…'];
  return shown
    .join('')
    .replaceAll('$', () => '\\u{24}')
    .replace(/[^\p{L}\p{N} ./_:+=~…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}

function classes(kept: readonly GraphNode[]): string[] {
  return worstFirst.flatMap((severity) => {
    const ids = kept.flatMap((node, index) => (node.flagged === severity ? [`n${index}`] : []));
    if (ids.length === 0) return [];
    return [`  classDef ${severity} ${styles[severity]}`, `  class ${ids.join(',')} ${severity}`];
  });
}

function cutSentence(graph: Graph, nodes: number, edges: number): string | undefined {
  const missingNodes = graph.nodes.length - nodes;
  const missingEdges = graph.edges.length - edges;
  if (missingNodes === 0 && missingEdges === 0) return undefined;
  const kept =
    missingNodes === 0 ? '' : `: kept are flagged inputs, what leads to them, and the nearest ones`;
  return `${plural(missingNodes, 'input')} and ${plural(missingEdges, 'edge')} of ${grouped(graph.nodes.length)} and ${grouped(graph.edges.length)} are not drawn${kept}.`;
}
