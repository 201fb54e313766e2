import type { DocumentOf } from '../model/document.ts';
import type { Hit, ScannedPart } from '../model/secret.ts';
import type { Span } from '../model/span.ts';
import { type CanarySet, canaryHits } from './canary/search.ts';
import type { ScanContext } from './hit.ts';
import { resolveOverlaps } from './resolve.ts';
import { scan } from './scan.ts';

/** A string of a document to be scanned: one that stands in it word for word, or was decoded from it. */
export type Part = {
  readonly subject: string;
  readonly text: string;
  readonly context?: ScanContext;
  /** The place in the document of a span in `text`. Default: they are the same. */
  readonly locate?: (span: Span) => Span;
};

/** Extensions of languages in which a value without quotes is an expression, not a literal. */
const codeExtensions = new Set(
  'nix py js mjs cjs ts tsx jsx go rs hs c h cc cpp hpp java kt scala rb lua pl php cs swift ml ex exs el clj jl r zig d'.split(
    ' ',
  ),
);

/** Scans one part; `canaries` are known values to search for besides. */
export function scanPart(part: Part, canaries?: CanarySet): ScannedPart {
  const found = scan(part.text, part.context);
  const known = canaries === undefined ? [] : canaryHits(canaries, part.text);
  const hits = known.length === 0 ? found : resolveOverlaps([...known, ...found]);
  const { locate } = part;
  return {
    subject: part.subject,
    hits: locate === undefined ? hits : hits.map((hit) => moved(hit, locate)),
  };
}

function moved(hit: Hit, locate: (span: Span) => Span): Hit {
  return { ...hit, span: locate(hit.span) };
}

/** What a scan of a file may know and search besides: the time, known values, and whether to report nameless random text. */
export type TextOptions = {
  readonly now?: Date;
  readonly canaries?: CanarySet;
  readonly entropy?: boolean;
};

/** A file scanned as a whole. */
export function textDocument(
  path: string,
  text: string,
  options: TextOptions = {},
): DocumentOf<'text'> {
  const { now, canaries, entropy } = options;
  const context: ScanContext = {
    syntax: syntaxOf(path),
    ...(now !== undefined && { now: now.getTime() / 1000 }),
    ...(entropy !== undefined && { entropy }),
  };
  return {
    kind: 'text',
    path,
    text,
    model: { parts: [scanPart({ subject: '', text, context }, canaries)] },
  };
}

/** Whether a file is code, in which only quoted values are literals, by its extension. */
export function syntaxOf(path: string): 'code' | 'data' {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && codeExtensions.has(name.slice(dot + 1).toLowerCase()) ? 'code' : 'data';
}
