import type { OutputRow } from '../model/report.ts';
import type { Severity } from '../model/severity.ts';
import { friendlyName } from './friendly-names.ts';
import type { DerivationGraph, DerivationRoot } from './graph.ts';
import { derivationName } from '../nix/store-path.ts';

/** How a derivation is reached, for people and machines. */
export type Provenance = {
  /** Base name of the `.drv` in the store. */
  readonly derivation: string;
  /** Output, names along a shortest way, and the `.drv` itself with its ending but without its digest. */
  readonly way: readonly string[];
  /** The same way for people: what generated derivations are, not what they are called. */
  readonly words: readonly string[];
  /** Labels of the outputs that reach it. */
  readonly outputs: readonly string[];
};

/**
 * Says which output reaches a derivation, along which way, and which outputs do. `others` are derivations
 * that hold the same: the outputs that reach them count too.
 */
export function provenanceOf(
  graph: DerivationGraph,
  path: string,
  others: readonly string[] = [],
): Provenance {
  const derivation = path.slice(path.lastIndexOf('/') + 1);
  const own = `${derivationName(path)}.drv`;
  const roots = graph.rootsOf(path);
  const [first, ...between] = graph.wayTo(path).slice(0, -1);
  const output = roots.find(({ drvPath }) => drvPath === (first ?? path));
  // The system, package or home an output is made of says no more than the output.
  const named = output !== undefined && output.output.length > 0;
  const start = named ? [outputLabel(output)] : names(first);
  const steps = between.map(derivationName);
  const way = [...start, ...steps, own].filter((name) => name !== '');
  const words = [...start, ...[...steps, derivationName(path)].map(inWords)];
  return { derivation, way, words, outputs: labelsOf([path, ...others].flatMap(graph.rootsOf)) };
}

function inWords(name: string): string {
  return friendlyName(name) ?? name;
}

/** Labels of the roots that are outputs, each once. */
export function labelsOf(roots: readonly DerivationRoot[]): string[] {
  return [...new Set(roots.filter(({ output }) => output.length > 0).map(outputLabel))];
}

/** Attribute path of an output, or the name of the derivation when it was given by its path. */
export function outputLabel({ output, drvPath }: DerivationRoot): string {
  return output.length > 0 ? output.join('.') : derivationName(drvPath);
}

function names(path: string | undefined): string[] {
  return path === undefined ? [] : [derivationName(path)];
}

/** Findings per output, the worst first; outputs without any are listed too. */
export function outputTable(
  outputs: readonly string[],
  findings: readonly { readonly outputs: readonly string[]; readonly severity: Severity }[],
): OutputRow[] {
  const rows = new Map<string, { output: string } & Record<Severity, number>>();
  for (const output of outputs) rows.set(output, { output, error: 0, warning: 0, notice: 0 });
  for (const { outputs: labels, severity } of findings) {
    for (const label of new Set(labels)) {
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
