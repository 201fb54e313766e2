import { judge } from './judge.ts';
import type { Document } from './model/document.ts';
import type { Context, Judged, Rule } from './model/rule.ts';
import type { DerivationGraph } from './nix/graph.ts';
import { provenanceOf } from './nix/provenance.ts';
import type { Provenance } from './nix/provenance.ts';

/** What came of judging derivations one after the other. */
export type DerivationScan = {
  readonly judged: readonly Judged[];
  /** Texts of the documents something was found in; the others are gone from memory. */
  readonly texts: ReadonlyMap<string, string>;
  /** By path of the `.drv`, where something was found and the way to it is known. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly derivations: number;
};

/** Judges derivations while they are read and keeps only what was found: a closure is larger than memory. */
export function scanDerivations(
  documents: Iterable<Document>,
  graph: DerivationGraph | undefined,
  rules: readonly Rule[],
  context: Omit<Context, 'document'>,
): DerivationScan {
  const kinds = new Set<string>(['derivation', 'unreadable']);
  const fitting = rules.filter((rule) => rule.kinds.some((kind) => kinds.has(kind)));
  const judged: Judged[] = [];
  const texts = new Map<string, string>();
  let derivations = 0;
  for (const document of documents) {
    derivations += Number(document.kind === 'derivation');
    const found = judge([document], fitting, context);
    for (const one of found) judged.push(one);
    if (found.length > 0) texts.set(document.path, document.text);
  }
  const provenance = new Map(
    graph && [...texts.keys()].map((path) => [path, provenanceOf(graph, path)]),
  );
  return { judged, texts, provenance, derivations };
}
