import type { DocumentOf } from '../model/document.ts';
import type { Derivation } from '../model/derivation.ts';
import type { Hit, ScannedPart } from '../model/secret.ts';
import type { Span } from '../model/span.ts';
import { sourceLabel } from '../model/store-derivation.ts';
import type { StoreSource } from '../model/store-derivation.ts';
import {
  decodeQuoted,
  decodeUtf8,
  encodeUtf8,
  quote,
  rawOffset,
} from '../parse/derivation/strings.ts';
import { envEntries } from '../parse/derivation/aterm.ts';
import { structuredLeaves } from '../parse/derivation/structured.ts';
import { derivationTexts, placeLabel, placeName } from '../parse/derivation/texts.ts';
import type { TextPiece } from '../parse/derivation/texts.ts';
import { type CanarySet, canaryHits } from '../secrets/canary/search.ts';
import { isSecretName } from '../secrets/names.ts';
import { scanPart, syntaxOf } from '../secrets/scan-document.ts';
import { mayHold } from '../secrets/near.ts';
import { scan } from '../secrets/scan.ts';

export type SecretScan = {
  readonly now: Date;
  readonly canaries?: CanarySet;
  /** Whether nameless random values count. */
  readonly entropy?: boolean;
};

/** Finds the secrets of one derivation after the other. */
export type SecretScanner = (document: DocumentOf<'derivation'>) => readonly DocumentOf<'text'>[];

/**
 * A scanner for the derivations of one run. It gives documents for the `secret-*` rules: one for the `.drv`
 * whose parts are its strings, one for each source it copies; nothing where nothing was found. Derivations
 * share most of their strings, so a string in which nothing was found is not looked at again.
 */
export function createSecretScanner(options: SecretScan): SecretScanner {
  const isClean = rememberClean((raw) => holdsNothing(raw, options));
  const isSecret = rememberNames();
  // Known values and nameless random ones have no anchor.
  const near = options.canaries !== undefined || options.entropy === true ? () => true : mayHold;
  let bytes = Buffer.alloc(0);
  return (document) => {
    const { path, text, model } = document;
    const found: DocumentOf<'text'>[] = [];
    if (bytes.length < text.length) bytes = Buffer.allocUnsafeSlow(2 * text.length);
    bytes.write(text, 0, 'latin1');
    const suspicious = mayHoldSecrets(model.derivation, bytes, isClean, isSecret, near);
    const parts = suspicious ? partsOf(document, options) : [];
    if (parts.length > 0) found.push({ kind: 'text', path, text, model: { parts } });
    for (const source of model.sources) {
      const scanned = sourceDocument(source, `${model.name}.drv#${sourceLabel(source)}`, options);
      if (scanned !== undefined) found.push(scanned);
    }
    return found;
  };
}

/** Nothing shorter is taken for a secret, whatever it is called. */
const MIN_LENGTH = 4;
/** Nothing shorter holds both a telling word and a value, or a token. */
const MIN_TEXT = 8;

/** What telling names hold in any spelling besides the words that are anchors of detectors. */
const tellingKey = /[a-z0-9][^a-z0-9"\\]{2,3}key|[a-z0-9][^\w"\\.-]key|web[_. -]hook/i;

/**
 * Whether the strings of a derivation are worth decoding one by one: one of them holds something by itself,
 * or belongs to a variable or attribute with a telling name.
 */
function mayHoldSecrets(
  derivation: Derivation,
  bytes: Uint8Array,
  isClean: (raw: string) => boolean,
  isSecret: (rawName: string) => boolean,
  near: typeof mayHold,
): boolean {
  const { text, env, args } = derivation;
  const suspicious = ({ start, end }: Span): boolean =>
    end - start >= MIN_TEXT && near(text, bytes, start, end) && !isClean(text.slice(start, end));
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  if (args.some(suspicious)) return true;
  return (
    near(text, bytes, env.start, env.end) &&
    envEntries(derivation).some(({ name, value }) => {
      if (value.end - value.start < MIN_LENGTH) return false;
      const word = text.slice(name.start, name.end);
      if (word !== '__json') return isSecret(word) || suspicious(value);
      if (!near(text, bytes, value.start, value.end) && !tellingKey.test(slice(value)))
        return false;
      const leaves = structuredLeaves(decodeQuoted(text, value)) ?? [];
      return (
        leaves.length === 0 ||
        leaves.some((leaf) => {
          const called = leaf.path.findLast((part) => typeof part === 'string') ?? '';
          if (leaf.text.length < MIN_LENGTH) return false;
          if (isSecret(called)) return true;
          return (
            leaf.text.length >= MIN_TEXT && !isClean(quote(encodeUtf8(leaf.text)).slice(1, -1))
          );
        })
      );
    })
  );
}

/** Judges a still escaped string. */
function holdsNothing(raw: string, options: SecretScan): boolean {
  if (isStorePaths(raw)) return true;
  const text = decodeQuoted(raw, { start: 0, end: raw.length });
  const { canaries } = options;
  if (canaries !== undefined && canaryHits(canaries, text).length > 0) return false;
  return scan(text, contextOf(options)).length === 0;
}

/** Lists of store objects, which is what most long values are. A name in the store may still be a canary. */
function isStorePaths(raw: string): boolean {
  if (!raw.startsWith('/nix/store/')) return false;
  return raw
    .split(' ')
    .every((path) => /^\/nix\/store\/[0-9a-z]{32}-[a-z\d+._?=-]{1,60}$/.test(path));
}

/** Characters of clean strings that are remembered; the strings of a large closure fit several times. */
const MAX_REMEMBERED = 64 * 1024 * 1024;

function rememberClean(judge: (raw: string) => boolean): (raw: string) => boolean {
  const clean = new Set<string>();
  let size = 0;
  return (raw) => {
    if (clean.has(raw)) return true;
    if (!judge(raw)) return false;
    if (size + raw.length > MAX_REMEMBERED) {
      clean.clear();
      size = 0;
    }
    clean.add(detached(raw));
    size += raw.length;
    return true;
  };
}

/** Derivations share a few thousand names; judging a name costs more than looking it up. */
const MAX_NAMES = 50_000;

function rememberNames(): (rawName: string) => boolean {
  const judged = new Map<string, boolean>();
  return (raw) => {
    const known = judged.get(raw);
    if (known !== undefined) return known;
    if (judged.size >= MAX_NAMES) judged.clear();
    const isSecret = isSecretName(decodeQuoted(raw, { start: 0, end: raw.length }));
    judged.set(detached(raw), isSecret);
    return isSecret;
  };
}

/** A copy: a substring would keep the whole text of the derivation alive. */
function detached(raw: string): string {
  return Buffer.from(raw, 'latin1').toString('latin1');
}

function contextOf({ now, entropy }: SecretScan): {
  readonly now: number;
  readonly entropy: boolean;
} {
  return { now: now.getTime() / 1000, entropy: entropy === true };
}

function partsOf({ text, model }: DocumentOf<'derivation'>, options: SecretScan): ScannedPart[] {
  const parts: ScannedPart[] = [];
  for (const piece of derivationTexts(model.derivation)) {
    const name = placeName(piece.place);
    const part = {
      subject: `${model.name}.drv#${placeLabel(piece.place)}`,
      text: piece.text,
      context: { ...contextOf(options), ...(name !== undefined && { name }) },
      locate: (span: Span) => located(text, piece, span),
    };
    const { subject, hits } = scanPart(part, options.canaries);
    const own = hits.filter((hit) => !isFileVariable(hit));
    if (own.length > 0) parts.push({ subject, hits: own });
  }
  return parts;
}

/** `drv-sensitive-source` judges these, because it can see whether the file is encrypted. */
function isFileVariable({ reason, name = '' }: Hit): boolean {
  return reason === 'store-file' && name.endsWith('_FILE');
}

function located(text: string, { place, at, text: decoded }: TextPiece, span: Span): Span {
  if (place.kind !== 'structuredAttrs') {
    return { start: rawOffset(text, at, span.start), end: rawOffset(text, at, span.end) };
  }
  // Escaped once as JSON and once more as a string of the derivation.
  const json = JSON.stringify(decoded.slice(span.start, span.end)).slice(1, -1);
  const raw = quote(encodeUtf8(json)).slice(1, -1);
  const start = text.indexOf(raw, at.start);
  return start < 0 || start >= at.end ? at : { start, end: start + raw.length };
}

function sourceDocument(
  source: StoreSource,
  subject: string,
  options: SecretScan,
): DocumentOf<'text'> | undefined {
  if (!source.whole) return undefined;
  const { storePath, inner } = source;
  const path = inner === '' ? storePath : `${storePath}/${inner}`;
  const text = decodeUtf8(source.text);
  const context = { ...contextOf(options), syntax: syntaxOf(path) };
  const scanned = scanPart({ subject, text, context }, options.canaries);
  if (scanned.hits.length === 0) return undefined;
  return { kind: 'text', path, text, model: { parts: [scanned] } };
}
