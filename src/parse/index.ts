import type { FileKind } from '../discover.ts';
import type { Document, Source } from '../model/document.ts';
import { readNixConf } from '../settings/nix-conf-file.ts';
import { parseFlakeLock } from './flake-lock.ts';

/** Other files of the run, by path: what a parser may look at besides its own text. */
export type Neighbours = {
  readonly read: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
};

/** Parses one file. Total: content that is no such file ends as a document of kind `unreadable`. */
export async function parse(
  kind: FileKind,
  source: Source,
  neighbours: Neighbours,
): Promise<Document> {
  if (kind === 'nix-conf') return readNixConf(source, neighbours.read, neighbours.exists);
  const flavour = kind === 'devenv-lock' ? 'devenv' : 'flake';
  return { ...source, ...parseFlakeLock(source.text, flavour) };
}
