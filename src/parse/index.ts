import type { FileKind } from '../discover.ts';
import type { Document, Source } from '../model/document.ts';
import { readNixConf } from '../settings/nix-conf-file.ts';
import type { FileProblem } from './nix-conf.ts';
import { parseFlakeLock } from './flake-lock.ts';

/** Other files of the run, by path: what a parser may look at besides its own text. */
export type Neighbours = {
  readonly read: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
  /** Why there is no text at a path where something is. */
  readonly problem: (path: string) => FileProblem | undefined;
  /** Every file listed. */
  readonly paths: readonly string[];
};

/**
 * Parses one file into its documents; the one of the file's own kind comes last. Total: content that is no such file
 * ends as a document of kind `unreadable`. What only some files need is loaded for the first of them.
 */
export async function parse(
  kind: FileKind,
  source: Source,
  neighbours: Neighbours,
): Promise<readonly Document[]> {
  if (kind === 'nix-conf') return [readNixConf(source, neighbours)];
  if (kind === 'flake-lock') return [{ ...source, ...parseFlakeLock(source.text, 'flake') }];
  if (kind === 'devenv-lock') return [{ ...source, ...parseFlakeLock(source.text, 'devenv') }];
  if (kind === 'workflow' || kind === 'action') {
    const { workflowDocuments } = await import('../ci/documents.ts');
    return workflowDocuments(source, kind, neighbours);
  }
  if (kind === 'nix') {
    const { nixDocuments } = await import('../code/documents.ts');
    return nixDocuments(source, neighbours);
  }
  const { scriptDocuments } = await import('../ci/script-documents.ts');
  return scriptDocuments(source, kind, neighbours);
}
