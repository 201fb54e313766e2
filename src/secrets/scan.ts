import { type Automaton, buildAutomaton } from './automaton.ts';
import { type Decoded, decodeRun, forEachPiece, percentEncoded } from './decode.ts';
import type { Hit } from '../model/secret.ts';
import type { Detector, Found, ScanContext } from './hit.ts';
import { wholeValue } from './families/assignments.ts';
import { detectors } from './families/index.ts';
import { nixSigningKey } from './families/nix-signing-key.ts';
import { isDigestOrUuid, isPublicShape, isRandom } from './public-shapes.ts';
import { nameWords } from './names.ts';
import { resolveOverlaps } from './resolve.ts';
import { STANDARD, URL, type VisitRun, forEachRun } from './runs.ts';

/** Encodings inside encodings are followed this deep: base64 of a manifest of base64 values. */
const MAX_DEPTH = 2;

/** Characters decoded per text and level in all; a text that is one long encoding costs no more than that. */
const DECODE_BUDGET = 5 * 1024 * 1024;

/** More hits in one text are not told apart: it is a list of secrets. */
export const MAX_HITS = 10_000;

type Anchors = {
  readonly texts: readonly string[];
  readonly callers: readonly (readonly Detector[])[];
  readonly automaton: Automaton;
};

let anchors: Anchors | undefined;

/** The table of all anchors, built when the first text is scanned: a run that scans none does not wait for it. */
function anchorTable(): Anchors {
  if (anchors !== undefined) return anchors;
  const callers = new Map<string, Detector[]>();
  for (const detector of detectors) {
    for (const anchor of detector.anchors)
      callers.set(anchor, [...(callers.get(anchor) ?? []), detector]);
  }
  const texts = [...callers.keys()];
  anchors = { texts, callers: [...callers.values()], automaton: buildAutomaton(texts) };
  return anchors;
}

const noHits: readonly Hit[] = [];

/**
 * Finds the secrets in a text: tracked files, strings of locks, settings and workflows, values of
 * derivations. Hits come ordered by offset and do not overlap. Total, and linear in the length of
 * the text: one pass finds the anchors of all families, a bounded check around each decides, and
 * a second pass decodes what is text in another encoding.
 */
export function scan(text: string, context: ScanContext = {}): readonly Hit[] {
  const hits = scanAll(text, context);
  return hits.length === 0 ? noHits : resolveOverlaps(hits);
}

/** As `scan`, with every hit, overlapping ones too, in no order: what must be hidden before a text is shown. */
export function scanAll(text: string, context: ScanContext = {}): readonly Hit[] {
  return scanLevel(text, context, 0, { left: DECODE_BUDGET });
}

type Budget = { left: number };

function scanLevel(text: string, context: ScanContext, depth: number, budget: Budget): Hit[] {
  const hits: Hit[] = [];
  const keep = (found: Found): void => {
    if (hits.length < MAX_HITS) hits.push(asHit(found));
  };
  if (context.name !== undefined) wholeValue(text, context).forEach(keep);
  findAnchored(text, context, keep);
  findInRuns(text, context, depth, budget, hits);
  if (depth < MAX_DEPTH && text.includes('%')) {
    for (const decoded of percentEncoded(text)) rescan(decoded, context, depth, budget, hits);
  }
  return hits;
}

function findAnchored(text: string, context: ScanContext, keep: (found: Found) => void): void {
  const { texts, callers, automaton } = anchorTable();
  const { classes, next, accepting, width, ends } = automaton;
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = code < 128 ? (next[state + (classes[code] ?? 0)] ?? 0) : 0;
    if (state < accepting) continue;
    for (const index of ends[(state - accepting) / width] ?? []) {
      const start = at + 1 - (texts[index]?.length ?? 0);
      for (const detector of callers[index] ?? [])
        detector.find(text, start, at + 1, context).forEach(keep);
    }
  }
}

function findInRuns(
  text: string,
  context: ScanContext,
  depth: number,
  budget: Budget,
  hits: Hit[],
): void {
  let done = 0;
  let isPublic = false;
  const visit: VisitRun = (start, end, kinds) => {
    if (end <= done || hits.length >= MAX_HITS) return;
    if (end - start === 86) nixSigningKey(text, start).forEach((found) => hits.push(asHit(found)));
    const decoded = depth < MAX_DEPTH ? decodeRun(text, start, end, kinds) : undefined;
    if (decoded !== undefined) done = rescan(decoded, context, depth, budget, hits);
    else if (context.entropy === true && !isPublic) findRandom(text, start, end, hits);
  };
  const mixed = STANDARD | URL;
  forEachRun(text, (start, end, kinds) => {
    isPublic = context.entropy === true && isExplained(text, start, end);
    if ((kinds & mixed) === mixed) forEachPiece(text, start, end, visit);
    else visit(start, end, kinds);
  });
}

/** Scans decoded text; its hits count for the whole encoded stretch. Returns where that ends. */
function rescan(
  decoded: Decoded,
  context: ScanContext,
  depth: number,
  budget: Budget,
  hits: Hit[],
): number {
  budget.left -= decoded.text.length;
  if (budget.left < 0) return decoded.end;
  for (const hit of scanLevel(decoded.text, context, depth + 1, budget)) {
    const span = { start: decoded.start, end: decoded.end };
    if (hits.length < MAX_HITS) hits.push(wrapped(hit, span, decoded.encoding));
  }
  return decoded.end;
}

function findRandom(text: string, start: number, end: number, hits: Hit[]): void {
  if (!isRandom(text.slice(start, end))) return;
  const span = { start, end };
  hits.push({
    rule: 'secret-high-entropy',
    reason: 'random',
    family: 'random',
    span,
    verified: false,
    via: [],
  });
}

/** Whether its shape or the text right before it says that a run is public: `hash = "`, `rev":"`, `cache.example-1:`. */
function isExplained(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end);
  if (isPublicShape(run) || isDigestOrUuid(run)) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  if (isSshKey(before) || isLockedUrl(text, start, run)) return true;
  if (run.length === 43 && /[\w.-]:$/.test(before) && text.charAt(end) === '=') return true;
  return /(?:hash|sha\d{1,3}|checksum|digest|integrity|rev|commit|md5|public[-_]?keys?|fingerprint)["'\\]{0,3}[\s:=-]{0,4}["'\\]{0,3}$/i.test(
    before,
  );
}

/** The body of `ssh-ed25519 AAAA…`, whatever kind of key. */
function isSshKey(before: string): boolean {
  return /(?:^|[^\w-])(?:sk-)?(?:ssh-[a-z0-9]+|ecdsa-sha2-[a-z0-9]+)(?:@openssh\.com)? $/.test(
    before,
  );
}

/** A run that is part of a URL with a revision or hash in it, such as `owner/repo/archive/<revision>`. */
function isLockedUrl(text: string, start: number, run: string): boolean {
  if (!/(?<![0-9a-f])(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/.test(run)) return false;
  const before = text.slice(Math.max(0, start - MAX_URL_START), start);
  return /(?:[a-z]:\/{0,2}|[a-z]\.)[^\s"'<>]*$/i.test(before);
}

/** Scheme and host of a URL; the path is the run. */
const MAX_URL_START = 80;

function wrapped(hit: Hit, span: Hit['span'], encoding: string): Hit {
  return { ...hit, span, via: [encoding, ...hit.via] };
}

function asHit({ start, end, name, ...found }: Found): Hit {
  const hit = { ...found, span: { start, end }, via: [] };
  return name === undefined || hidesSecret(name) ? hit : { ...hit, name };
}

/** No token of any family is shorter than an AWS key id. */
const MIN_TOKEN = 20;

/** Names are shown; one that runs into a token (`ghp_….token = x`) must not be. */
function hidesSecret(name: string): boolean {
  if (name.length < MIN_TOKEN) return false;
  return name.split(/[^A-Za-z0-9]+/).some(isNoWord) || scanAll(name, { entropy: true }).length > 0;
}

/** Long parts of real names have no digits, and capitals only where a word begins. */
function isNoWord(part: string): boolean {
  return part.length >= 12 && (/\d/.test(part) || nameWords(part).length > part.length / 3);
}
