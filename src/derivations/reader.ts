import { isDerivation } from '../model/derivation.ts';
import type { Derivation } from '../model/derivation.ts';
import type { Document, DocumentOf, Unreadable } from '../model/document.ts';
import { emptySpan } from '../model/span.ts';
import type { Store } from '../model/store.ts';
import type { StoreSource } from '../model/store-derivation.ts';
import { parseAterm } from '../parse/derivation/aterm.ts';
import { readSource, sourceLimits } from './sources.ts';
import { derivationName, parseStoreName, storeBaseName } from '../nix/store-path.ts';

export type ReaderLimits = {
  /** The largest systems have some 60,000. */
  readonly derivations: number;
  /** Bytes of one `.drv`; the largest real one we know has 2.8 MB. */
  readonly fileBytes: number;
  /** Bytes of all `.drv` files and sources together. */
  readonly totalBytes: number;
};

/** Reads derivations of one store, each source once, and counts what it read against its limits. */
export type DerivationReader = {
  /** The document of a `.drv`, and one more for each of its sources that could not be read. */
  readonly read: (path: string) => readonly Document[];
  /** The limit that is used up, in words. */
  readonly exhausted: () => string | undefined;
};

/** A reader that has read nothing yet. It opens regular files right below the store directory only. */
export function createReader(store: Store, limits: ReaderLimits): DerivationReader {
  const seenSources = new Set<string>();
  let count = 0;
  let bytes = 0;
  const content = (path: string): Derivation | DocumentOf<'unreadable'> => {
    const base = storeBaseName(path, store.names);
    if (base === undefined || !base.endsWith('.drv')) {
      return unreadable(path, { cause: 'parse', problem: 'names no derivation of the store' });
    }
    const text = store.files.text(`${store.directory}/${base}`, limits.fileBytes);
    if (typeof text !== 'string') return unreadable(path, text);
    bytes += text.length;
    const derivation = parseAterm(text);
    return isDerivation(derivation) ? derivation : unreadable(path, derivation, text);
  };
  const newSources = (derivation: Derivation, faults: Document[]): StoreSource[] =>
    derivation.inputSrcs.flatMap((path) => {
      if (seenSources.has(path)) return [];
      // A copy: a substring would keep the whole text of the derivation alive.
      seenSources.add(Buffer.from(path, 'utf8').toString('utf8'));
      const { sources, fault } = readSource(store, path, sourceLimits);
      for (const source of sources) bytes += source.text.length;
      if (fault) faults.push(unreadable(path, fault));
      return sources;
    });
  return {
    read(path) {
      count++;
      const derivation = content(path);
      if ('kind' in derivation) return [derivation];
      const faults: Document[] = [];
      const sources = newSources(derivation, faults);
      return [derivationDocument(path, derivation, sources), ...faults];
    },
    exhausted() {
      if (count >= limits.derivations) return `more than ${limits.derivations} derivations`;
      if (bytes < limits.totalBytes) return undefined;
      return `more than ${limits.totalBytes} bytes of derivations and sources`;
    },
  };
}

/** A derivation as the document that rules judge. */
export function derivationDocument(
  storePath: string,
  derivation: Derivation,
  sources: readonly StoreSource[],
): DocumentOf<'derivation'> {
  const model = { derivation, storePath, name: derivationName(storePath), sources };
  return { kind: 'derivation', path: storePath, text: derivation.text, model };
}

/** What could not be read, as the document that says so. `offset` is a byte of `text`. */
export function unreadable(
  path: string,
  fault: {
    readonly cause: 'missing' | 'parse' | 'limit';
    readonly problem: string;
    readonly offset?: number;
  },
  text = '',
): DocumentOf<'unreadable'> {
  const { offset = 0, problem } = fault;
  const at = text === '' ? emptySpan : { start: offset, end: offset };
  const cause: Unreadable['cause'] = fault.cause === 'limit' ? 'limit' : 'parse';
  const help =
    cause === 'limit'
      ? 'Scan fewer outputs at a time.'
      : 'Evaluate again and scan the store that was evaluated into.';
  return { kind: 'unreadable', path: shownPath(path), text, model: { cause, problem, at, help } };
}

/** A path that a hostile derivation made up is named, but not at any length. */
function shownPath(path: string): string {
  const known = parseStoreName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
  return known && path.length < 4096 ? path : path.slice(0, 300);
}
