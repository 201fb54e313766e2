import { judge } from '../judge.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Host, StoreHost } from '../model/host.ts';
import type { NotChecked } from '../model/report.ts';
import type { Context, Judged, Rule } from '../model/rule.ts';
import { readClosure } from './closure.ts';
import { evaluate } from './evaluate.ts';
import { givenDerivations } from './given.ts';
import { createGraph } from './graph.ts';
import type { DerivationGraph } from './graph.ts';
import { provenanceOf } from './provenance.ts';
import type { Provenance } from './provenance.ts';
import type { Options } from '../options.ts';

/** What came of judging derivations one after the other. */
export type DerivationScan = {
  readonly judged: readonly Judged[];
  /** Texts of the documents something was found in; the others are gone from memory. */
  readonly texts: ReadonlyMap<string, string>;
  /** By path of the `.drv`, where something was found and the way to it is known. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly derivations: number;
  readonly notChecked: readonly NotChecked[];
  readonly notes: readonly string[];
};

const nothing: DerivationScan = {
  judged: [],
  texts: new Map(),
  provenance: new Map(),
  derivations: 0,
  notChecked: [],
  notes: [],
};

type Judging = { readonly rules: readonly Rule[]; readonly context: Omit<Context, 'document'> };

/** Scans what the options name with `drv` and `eval`; nothing when they name nothing. */
export function scanRequested(options: Options, host: Host, judging: Judging): DerivationScan {
  const { store } = host;
  if (store === undefined) return nothing;
  const given = (options.drv ?? []).map((path) => {
    const { documents, graph } = givenDerivations(store.files, path);
    return scanDerivations(documents, graph, judging);
  });
  const evaluated = options.eval && scanEvaluated(options.eval, host, store, judging);
  return [...given, ...(evaluated ? [evaluated] : [])].reduce(together, nothing);
}

/** Judges derivations while they are read and keeps only what was found: a closure is larger than memory. */
export function scanDerivations(
  documents: Iterable<Document>,
  graph: DerivationGraph | undefined,
  { rules, context }: Judging,
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
  return { ...nothing, judged, texts, provenance, derivations };
}

/** Findings in derivations with what is known of how they are reached. */
export function withProvenance(
  findings: readonly Finding[],
  provenance: DerivationScan['provenance'],
): Finding[] {
  return findings.map((finding) => {
    const known = provenance.get(finding.path);
    if (known === undefined) return finding;
    const place = finding.subject.slice(finding.subject.indexOf('#') + 1);
    const { derivation, way, outputs } = known;
    return { ...finding, derivation, provenance: [...way, place], outputs };
  });
}

function scanEvaluated(
  installables: readonly string[],
  host: Host,
  store: StoreHost,
  judging: Judging,
): DerivationScan {
  const listing = host.list();
  if (!listing.ok) return nothing;
  const scratch = store.scratch();
  try {
    const { directory, files, environment, clock, progress } = store;
    const made = evaluate(
      { exec: host.exec, scratch, environment, clock, nix: ['nix'] },
      { directory, entries: listing.entries, installables, files, progress },
    );
    const graph = createGraph(made.roots);
    progress(`scanning what ${made.roots.length} outputs need`);
    const scan = scanDerivations(readClosure(made.store, graph), graph, judging);
    const notChecked = made.notEvaluated.map(({ subject, why }) => ({
      rule: 'eval',
      subject,
      path: 'flake.nix',
      why,
    }));
    return { ...scan, notChecked, notes: made.notes };
  } finally {
    scratch.remove();
  }
}

function together(left: DerivationScan, right: DerivationScan): DerivationScan {
  return {
    judged: [...left.judged, ...right.judged],
    texts: new Map([...left.texts, ...right.texts]),
    provenance: new Map([...left.provenance, ...right.provenance]),
    derivations: left.derivations + right.derivations,
    notChecked: [...left.notChecked, ...right.notChecked],
    notes: [...left.notes, ...right.notes],
  };
}
