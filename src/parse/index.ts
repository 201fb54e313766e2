import type { FileKind } from '../discover.ts';
import type { Document, Source } from '../model/document.ts';
import { parseFlakeLock } from './flake-lock.ts';

/** Parses one file. Total: content that is no such file ends as a document of kind `unreadable`. */
export async function parse(kind: FileKind, source: Source): Promise<Document> {
  const flavour = kind === 'devenv-lock' ? 'devenv' : 'flake';
  return { ...source, ...parseFlakeLock(source.text, flavour) };
}
