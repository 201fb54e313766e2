import type { Document } from './model/document.ts';
import type { Finding } from './model/finding.ts';
import type { FlakeLock } from './model/flake-lock.ts';
import type { Graph, GraphEdge, GraphNode } from './model/report.ts';
import { severities, type Severity } from './model/severity.ts';
import { inputPath } from './parse/lock-graph.ts';
import { identityText, sourceIdentity } from './parse/source-identity.ts';

/** The input graph of every lock, with the worst finding about each input. */
export function graphsOf(documents: readonly Document[], findings: readonly Finding[]): Graph[] {
  const graphs: Graph[] = [];
  for (const document of documents) {
    if (document.kind !== 'flake-lock') continue;
    const worst = worstBySubject(findings.filter((finding) => finding.path === document.path));
    graphs.push({ path: document.path, ...graphOf(document.model, worst) });
  }
  return graphs;
}

function worstBySubject(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { subject, severity } of findings) {
    const known = worst.get(subject);
    const isWorse = !known || severities.indexOf(severity) > severities.indexOf(known);
    if (isWorse) worst.set(subject, severity);
  }
  return worst;
}

function graphOf(lock: FlakeLock, worst: ReadonlyMap<string, Severity>): Omit<Graph, 'path'> {
  const paths = new Map(lock.inputs.map((input) => [input.node.key, input.path]));
  const nodes: GraphNode[] = [{ path: '', label: '' }];
  const edges: GraphEdge[] = [];
  const addEdges = (from: string, node: FlakeLock['root']): void => {
    for (const { target } of node?.edges ?? []) {
      const to = target.kind === 'node' ? paths.get(target.key) : inputPath(target.path);
      if (to !== undefined) edges.push({ from, to, follows: target.kind === 'follows' });
    }
  };
  addEdges('', lock.root);
  for (const { path, node } of lock.inputs) {
    const flagged = worst.get(path);
    const label = node.effective === undefined ? '' : identityText(sourceIdentity(node.effective));
    nodes.push({ path, label, ...(flagged && { flagged }) });
    addEdges(path, node);
  }
  return { nodes, edges };
}
