import type { Document } from '../model/document.ts';
import type { Store } from '../model/store.ts';
import { decodeQuoted } from '../parse/derivation/strings.ts';
import { createReader, unreadable } from './reader.ts';
import type { ReaderLimits } from './reader.ts';
import type { DerivationGraph } from './graph.ts';

export type ClosureLimits = ReaderLimits & {
  /** Real closures are some 300 derivations deep. */
  readonly depth: number;
};

export const closureLimits: ClosureLimits = {
  derivations: 500_000,
  fileBytes: 64 * 1024 * 1024,
  totalBytes: 8 * 1024 ** 3,
  depth: 10_000,
};

/**
 * Reads the derivations that the roots of the graph need, nearest first, each once, with the sources they
 * copy. Yields a document for each: `unreadable` when it is missing, no derivation, outside the store or
 * past a limit.
 */
export function* readClosure(
  store: Store,
  graph: DerivationGraph,
  limits: ClosureLimits = closureLimits,
): Iterable<Document> {
  const reader = createReader(store, limits);
  let level = graph.roots
    .map(({ drvPath }) => graph.visit(drvPath, undefined))
    .filter(({ first }) => first)
    .map(({ id }) => id);
  for (let depth = 0; level.length > 0; depth++) {
    const next: number[] = [];
    for (const id of level) {
      const path = graph.path(id) ?? '';
      const deep = depth >= limits.depth ? `deeper than ${limits.depth} derivations` : undefined;
      const problem = deep ?? reader.exhausted();
      if (problem !== undefined) {
        yield unreadable(path, { cause: 'limit', problem });
        return;
      }
      const documents = reader.read(path);
      yield* documents;
      addNewInputs(documents, id, graph, next);
    }
    level = next;
  }
}

/** Reads every `.drv` that lies in the store directory, by name, and the sources they copy. */
export function* readEveryDerivation(
  store: Store,
  limits: ReaderLimits = closureLimits,
): Iterable<Document> {
  const reader = createReader(store, limits);
  const listed = store.files.names(store.directory);
  const names = (listed ?? []).filter((name) => name.endsWith('.drv')).toSorted();
  if (names.length === 0) {
    const problem = listed === undefined ? 'cannot be listed' : 'holds no derivation';
    yield unreadable(store.directory, { cause: 'parse', problem });
  }
  for (const name of names) {
    const path = `${store.names[0] ?? store.directory}/${name}`;
    const problem = reader.exhausted();
    if (problem !== undefined) {
      yield unreadable(path, { cause: 'limit', problem });
      return;
    }
    yield* reader.read(path);
  }
}

function addNewInputs(
  documents: readonly Document[],
  from: number,
  graph: DerivationGraph,
  level: number[],
): void {
  for (const document of documents) {
    if (document.kind !== 'derivation') continue;
    const { text, inputDrvs } = document.model.derivation;
    for (const input of inputDrvs) {
      const { id, first } = graph.visit(decodeQuoted(text, input.path), from);
      if (first) level.push(id);
    }
  }
}
