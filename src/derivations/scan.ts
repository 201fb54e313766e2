import type { Document, DocumentOf, Kind } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { OutputRow } from '../model/report.ts';
import type { Context, Judged, Rule } from '../model/rule.ts';
import type { DerivationGraph } from './graph.ts';
import type { LiteralPlace } from './literal.ts';
import { outermostText } from './place.ts';
import { oncePerPlace } from './once.ts';
import type { Seen, SeenOnce } from './once.ts';
import { labelsOf, outputTable, provenanceOf } from './provenance.ts';
import type { Provenance } from './provenance.ts';
import { createSecretScanner } from './secrets.ts';
import type { SecretScan } from './secrets.ts';
import { sharedHashes } from './fixed-hashes.ts';
import type { SharedHashes } from './fixed-hashes.ts';

/** What came of judging derivations one after the other. */
export type DerivationScan = {
  readonly judged: readonly Judged[];
  /** Texts of the documents something was found in; the others are gone from memory. */
  readonly texts: ReadonlyMap<string, string>;
  /** By `provenanceKey`, where the way to a derivation is known. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly derivations: number;
  /** Labels of the outputs that were evaluated. */
  readonly outputs: readonly string[];
};

/** A place in a tracked file, and the text of that file. */
export type WrittenAt = LiteralPlace & { readonly text: string };

export type Judging = {
  readonly rules: readonly Rule[];
  readonly context: Omit<Context, 'document'>;
  readonly secrets: SecretScan;
  /** Where in the repository a value was written, when that is certain. `file` is the name of a copied file. */
  readonly locate?: (value: string, file?: string) => WrittenAt | undefined;
};

/** Judges derivations while they are read and keeps only what was found: a closure is larger than memory. */
export function scanDerivations(
  documents: Iterable<Document>,
  graph: DerivationGraph | undefined,
  judging: Judging,
): DerivationScan {
  const judgeOne = judgeOf(judging);
  const found: Seen[] = [];
  const hashes = sharedHashes();
  const texts = new Map<string, string>();
  const secretsOf = createSecretScanner(judging.secrets);
  let derivations = 0;
  for (const document of documents) {
    const all: readonly Document[] =
      document.kind === 'derivation'
        ? [compared(document, hashes), ...secretsOf(document)]
        : [document];
    derivations += Number(document.kind === 'derivation');
    for (const one of all) {
      for (const judged of judgeOne(one)) {
        texts.set(one.path, one.text);
        found.push({ ...placed(judged, one, judging, texts), drv: document.path });
      }
    }
  }
  const once = oncePerPlace(found);
  return {
    judged: once.map(({ judged }) => judged),
    texts,
    provenance: graph === undefined ? new Map() : provenanceOfAll(graph, once),
    derivations,
    outputs: graph === undefined ? [] : labelsOf(graph.roots),
  };
}

function compared(
  document: DocumentOf<'derivation'>,
  hashes: SharedHashes,
): DocumentOf<'derivation'> {
  const sameHashAs = hashes.earlier(document.model);
  return sameHashAs === undefined
    ? document
    : { ...document, model: { ...document.model, sameHashAs } };
}

function provenanceOfAll(
  graph: DerivationGraph,
  once: readonly SeenOnce[],
): ReadonlyMap<string, Provenance> {
  return new Map(
    once.map(({ judged: { rule, path, problem }, drvs: [nearest = '', ...others] }) => [
      provenanceKey(rule.id, path, problem.subject),
      provenanceOf(graph, nearest, others),
    ]),
  );
}

/** Judges single documents; the rules of each kind are picked once, not for each of 30,000 documents. */
function judgeOf({ rules, context }: Judging): (document: Document) => readonly Judged[] {
  const byKind = new Map<Kind, readonly Rule[]>();
  for (const kind of ['derivation', 'text', 'unreadable'] as const) {
    byKind.set(
      kind,
      rules.filter((rule) => rule.kinds.includes(kind)),
    );
  }
  const alone: Context = { ...context, document: () => undefined };
  return (document) => {
    const judged: Judged[] = [];
    for (const rule of byKind.get(document.kind) ?? []) {
      // A rule's `check` takes exactly the kinds it names, and the document is of one of them.
      for (const problem of rule.check(document as never, alone)) {
        judged.push({ rule, path: problem.path ?? document.path, problem });
      }
    }
    return judged;
  };
}

/** What tells findings of different derivations apart. */
export function provenanceKey(rule: string, path: string, subject: string): string {
  return JSON.stringify([rule, path, subject]);
}

/** Findings in derivations with what is known of how they are reached. */
export function withProvenance(
  findings: readonly Finding[],
  provenance: DerivationScan['provenance'],
): Finding[] {
  return findings.map((finding) => {
    const known = provenance.get(provenanceKey(finding.rule, finding.path, finding.subject));
    if (known === undefined) return finding;
    const place = finding.subject.slice(finding.subject.indexOf('#') + 1);
    const { derivation, way, words, outputs } = known;
    const steps = { provenance: [...way, place], reached: [...words, place] };
    return { ...finding, derivation, ...steps, outputs: outputs.length };
  });
}

/** Findings counted for each output that was evaluated. */
export function outputRows(
  { outputs, provenance }: Pick<DerivationScan, 'outputs' | 'provenance'>,
  findings: readonly Finding[],
): readonly OutputRow[] {
  const counted = findings.map(({ rule, path, subject, severity }) => {
    const known = provenance.get(provenanceKey(rule, path, subject));
    return { outputs: known?.outputs ?? [], severity };
  });
  return outputTable(outputs, counted);
}

/** Moves a secret to the line of the repository it comes from, and says in which line it ended up. */
function placed(
  judged: Judged,
  document: Document,
  { locate }: Judging,
  texts: Map<string, string>,
): Omit<Seen, 'drv'> {
  if (document.kind !== 'text') return { judged };
  const { line, value } = outermostText(document, judged.problem.at);
  const message = `${judged.problem.message}, line ${line} of the text`;
  const problem = { ...judged.problem, message };
  const file = document.path.endsWith('.drv') ? undefined : fileName(document.path);
  const place = locate?.(value, file);
  if (place === undefined) return { judged: { ...judged, problem } };
  const { path, span, text } = place;
  texts.set(path, text);
  return { judged: { ...judged, path, problem: { ...problem, path, at: span } }, inStore: judged };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
