import type { Severity } from '../model/severity.ts';
import type { DerivationGraph, DerivationRoot } from './graph.ts';
import { derivationName } from '../nix/store-path.ts';

/** How a derivation is reached, for people and machines. */
export type Provenance = {
  /** Base name of the `.drv` in the store. */
  readonly derivation: string;
  /** Output, names along a shortest way, and the `.drv` itself with its ending but without its digest. */
  readonly way: readonly string[];
  /** How many outputs reach it. */
  readonly outputs: number;
};

/** Says which output reaches a derivation, along which way, and how many outputs do. */
export function provenanceOf(graph: DerivationGraph, path: string): Provenance {
  const derivation = path.slice(path.lastIndexOf('/') + 1);
  const own = `${derivationName(path)}.drv`;
  const roots = graph.rootsOf(path);
  const [first, ...between] = graph.wayTo(path).slice(0, -1);
  const output = roots.find(({ drvPath }) => drvPath === (first ?? path));
  // The system, package or home an output is made of says no more than the output.
  const named = output !== undefined && output.output.length > 0;
  const start = named ? [outputLabel(output)] : names(first);
  const way = [...start, ...between.map(derivationName), own].filter((name) => name !== '');
  return { derivation, way, outputs: roots.filter(({ output }) => output.length > 0).length };
}

/** Attribute path of an output, or the name of the derivation when it was given by its path. */
export function outputLabel({ output, drvPath }: DerivationRoot): string {
  return output.length > 0 ? output.join('.') : derivationName(drvPath);
}

function names(path: string | undefined): string[] {
  return path === undefined ? [] : [derivationName(path)];
}

/** One row of the table of a fleet: an output and how much was found in what it needs. */
export type OutputRow = { readonly output: string } & Readonly<Record<Severity, number>>;

/** Findings per output, the worst first; outputs without any are listed too. */
export function outputTable(
  graph: DerivationGraph,
  findings: readonly { readonly path: string; readonly severity: Severity }[],
): OutputRow[] {
  const rows = new Map<string, { output: string } & Record<Severity, number>>();
  for (const root of graph.roots) {
    const output = outputLabel(root);
    rows.set(output, { output, error: 0, warning: 0, notice: 0 });
  }
  for (const { path, severity } of findings) {
    for (const label of new Set(graph.rootsOf(path).map(outputLabel))) {
      const row = rows.get(label);
      if (row) row[severity]++;
    }
  }
  return [...rows.values()].toSorted(
    (a, b) =>
      b.error - a.error ||
      b.warning - a.warning ||
      b.notice - a.notice ||
      (a.output < b.output ? -1 : 1),
  );
}
