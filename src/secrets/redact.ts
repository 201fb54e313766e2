import type { Hit } from '../model/secret.ts';
import type { Span } from '../model/span.ts';
import { type CanarySet, canaryHits } from './canary/search.ts';
import { MAX_HITS, scanAll } from './scan.ts';

/** Longest excerpt of a line; generated lines can be megabytes long. */
const MAX_EXCERPT = 4096;

/** How far before and after an excerpt a secret may begin or end; the largest keys take 13 KB. */
const REACH = 16 * 1024;

/** Hides every hit in a text. Hits that overlap are hidden as one; what stands for them names no part of a value. */
export function redact(text: string, hits: readonly Hit[]): string {
  const ordered = [...hits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let shown = '';
  let at = 0;
  for (const [index, hit] of ordered.entries()) {
    if (hit.span.end <= at) continue;
    const start = Math.max(at, hit.span.start);
    const end = endOfOverlap(ordered, index, hit.span.end);
    shown += text.slice(at, start) + marker(hit, end - hit.span.start);
    at = end;
  }
  return shown + text.slice(at);
}

function endOfOverlap(ordered: readonly Hit[], from: number, first: number): number {
  let end = first;
  for (let next = from + 1; next < ordered.length; next++) {
    const span = ordered[next]?.span;
    if (span === undefined || span.start >= end) break;
    end = Math.max(end, span.end);
  }
  return end;
}

function marker(hit: Hit, length: number): string {
  return `‹redacted ${hit.family}, ${length} chars›`;
}

/** What must not be shown of a text, weak and nameless candidates included, and what stands there instead. */
export function redactions(
  text: string,
  canaries?: CanarySet,
): readonly { readonly span: Span; readonly mark: string }[] {
  const hits = suspects(text, canaries);
  if (hits.length >= MAX_HITS) {
    return [{ span: { start: 0, end: text.length }, mark: `‹redacted, ${text.length} chars›` }];
  }
  return hits.map((hit) => ({ span: hit.span, mark: marker(hit, hit.span.end - hit.span.start) }));
}

function suspects(text: string, canaries: CanarySet | undefined): readonly Hit[] {
  return [
    ...scanAll(text, { entropy: true }),
    ...(canaries === undefined ? [] : canaryHits(canaries, text)),
  ];
}

/**
 * Hides everything in a text that any detector takes for a secret, weak and nameless candidates
 * included, and all known values: for debug output, error messages and whatever else is shown.
 */
export function redactText(text: string, canaries?: CanarySet): string {
  const hits = suspects(text, canaries);
  // The scanner stopped counting, so it cannot be said what is safe to show.
  if (hits.length >= MAX_HITS) return `‹redacted, ${text.length} chars›`;
  return redact(text, hits);
}

/**
 * The line of `text` in which `span` starts, without its line break and with every secret in it
 * hidden, for excerpts in reports. A secret that began on an earlier line is hidden as well. Scans
 * the surroundings of the line only; lines longer than an excerpt are cut around the span.
 */
export function redactLine(text: string, span: Span, canaries?: CanarySet): string {
  const line = excerpt(text, Math.max(0, Math.min(span.start, text.length)));
  const from = Math.max(0, line.start - REACH);
  const window = text.slice(from, line.end + REACH);
  const found = [
    ...scanAll(window, { entropy: true }),
    ...(canaries === undefined ? [] : canaryHits(canaries, window)),
  ];
  if (found.length >= MAX_HITS) return `‹redacted, ${line.end - line.start} chars›`;
  const hits: Hit[] = [];
  for (const hit of found) {
    const start = Math.max(0, hit.span.start + from - line.start);
    const end = Math.min(line.end - line.start, hit.span.end + from - line.start);
    if (start < end) hits.push({ ...hit, span: { start, end } });
  }
  return redact(text.slice(line.start, line.end), hits);
}

function excerpt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < MAX_EXCERPT / 2 && !isBreak(text, start - 1)) start--;
  let end = at;
  while (end < text.length && end - start < MAX_EXCERPT && !isBreak(text, end)) end++;
  return { start, end };
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
