import type { Document } from './model/document.ts';
import type { Entry, Host } from './model/host.ts';
import { textDocument, type TextOptions } from './secrets/scan-document.ts';

/** Generated and binary files are larger; Nix code, settings and scripts are not. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024;
/** More files than that are searched in separate runs; the report says when some were left out. */
const MAX_SEARCHED = 20_000;

/** Formats that never hold text, by extension. */
const BINARY = new Set(
  'png jpg jpeg gif webp avif ico icns bmp tiff pdf woff woff2 ttf otf eot mp3 mp4 ogg webm wav flac zip gz xz zst bz2 tar tgz jar whl wasm so a o dylib dll exe bin img iso'.split(
    ' ',
  ),
);

export type Searched = {
  /** One document for each text with something in it that a rule may judge. */
  readonly documents: readonly Document[];
  /** Files read here for the first time. */
  readonly files: number;
  /** Files left out because there are too many. */
  readonly skipped: number;
  /** Files left out because they are too large. */
  readonly large: number;
};

/**
 * Searches texts for secrets: those of the documents already read, and every other listed file, since the
 * whole tree of a flake is copied to the world-readable store. Binary and oversized files are left out.
 */
export function searchSecrets(
  read: readonly Document[],
  entries: readonly Entry[],
  host: Host,
  options: TextOptions,
): Searched {
  const documents: Document[] = [];
  const search = (path: string, text: string): void => {
    const document = textDocument(path, text, options);
    if (document.model.parts.some((part) => part.hits.length > 0)) documents.push(document);
  };
  const seen = new Set<string>();
  for (const { path, text } of read) {
    if (!seen.has(path)) search(path, text);
    seen.add(path);
  }
  const files = entries.filter(
    ({ type, path }) => type === 'file' && !seen.has(path) && !BINARY.has(extension(path)),
  );
  let large = 0;
  for (const { path } of files.slice(0, MAX_SEARCHED)) {
    const result = host.read(path, MAX_TEXT_BYTES);
    if (!result.ok && result.cause === 'limit') large++;
    if (result.ok && !result.text.includes('\0')) search(path, result.text);
  }
  const skipped = Math.max(0, files.length - MAX_SEARCHED);
  return { documents, files: files.length - skipped - large, skipped, large };
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
