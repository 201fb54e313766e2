import { isDerivation } from '../model/derivation.ts';
import type { Document } from '../model/document.ts';
import type { StoreHost } from '../model/host.ts';
import type { FileFault, FileTree, Store } from '../model/store.ts';
import { parseAterm } from '../parse/derivation/aterm.ts';
import { parseDerivationJson } from '../parse/derivation/json.ts';
import { readClosure, readEveryDerivation } from './closure.ts';
import { derivationDocument, unreadable } from './reader.ts';
import { createGraph } from './graph.ts';
import type { DerivationGraph } from './graph.ts';
import { DEFAULT_STORE_DIRECTORY, parseStoreName } from '../nix/store-path.ts';

/** V8 holds no longer string than about this. */
const MAX_JSON_BYTES = 500 * 1024 * 1024;

/** Derivations to scan, and how they are reached where that is known. */
export type GivenDerivations = {
  readonly documents: Iterable<Document>;
  readonly graph?: DerivationGraph;
};

/**
 * What `--drv <path>` names: a store directory or the root of a chroot store (every `.drv` in it), a `.drv`
 * (with everything it needs when it lies in a store), or JSON of `nix derivation show`. Documents are read
 * while they are asked for.
 */
export function givenDerivations(files: FileTree, path: string): GivenDerivations {
  const status = files.status(path);
  if (status?.type === 'directory') {
    return { documents: readEveryDerivation(storeAt(files, path)) };
  }
  if (status?.type !== 'file') {
    const problem = status === undefined ? 'does not exist' : 'is no regular file or directory';
    return { documents: [unreadable(path, { cause: 'parse', problem })] };
  }
  const slash = path.lastIndexOf('/');
  const base = path.slice(slash + 1);
  if (!base.endsWith('.drv')) return { documents: fromFile(files, path) };
  if (parseStoreName(base) === undefined) return { documents: fromFile(files, path) };
  const store = storeAt(files, slash < 0 ? '.' : path.slice(0, slash) || '/');
  const drvPath = `${DEFAULT_STORE_DIRECTORY}/${base}`;
  const graph = createGraph([{ output: [], drvPath }]);
  return { documents: readClosure(store, graph), graph };
}

/** Derivations of a text: ATerm, or JSON of `nix derivation show`. `path` names it in messages. */
export function derivationsOfText(text: string, path: string): Document[] {
  if (/^(Derive|DrvWithVersion)\(/.test(text)) {
    const derivation = parseAterm(text);
    if (!isDerivation(derivation)) return [unreadable(path, derivation, text)];
    return [derivationDocument(path, derivation, [])];
  }
  const json = Buffer.from(text, 'latin1').toString('utf8');
  const { derivations, fault } = parseDerivationJson(json, DEFAULT_STORE_DIRECTORY);
  if (fault) return [unreadable(path, fault)];
  if (derivations.length === 0) {
    return [unreadable(path, { cause: 'parse', problem: 'holds no derivation' })];
  }
  return derivations.map(({ path: drvPath, derivation }) =>
    isDerivation(derivation)
      ? derivationDocument(drvPath, derivation, [])
      : unreadable(drvPath, derivation),
  );
}

/** Derivations on standard input, as a `.drv` or as JSON. */
export function derivationsOfInput(input: StoreHost['input']): GivenDerivations {
  return { documents: fromBytes(input(MAX_JSON_BYTES), '<stdin>') };
}

function fromFile(files: FileTree, path: string): Document[] {
  return fromBytes(files.read(path, MAX_JSON_BYTES), path);
}

function fromBytes(read: Uint8Array | FileFault, path: string): Document[] {
  if ('problem' in read) return [unreadable(path, read)];
  const text = Buffer.from(read.buffer, read.byteOffset, read.length).toString('latin1');
  return derivationsOfText(text, path);
}

function storeAt(files: FileTree, directory: string): Store {
  const inner = `${directory}${DEFAULT_STORE_DIRECTORY}`;
  const isRoot = files.status(inner)?.type === 'directory';
  const names = [DEFAULT_STORE_DIRECTORY, directory];
  return { files, directory: isRoot ? inner : directory, names };
}
