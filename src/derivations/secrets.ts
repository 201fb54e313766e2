import type { DocumentOf } from '../model/document.ts';
import type { Derivation } from '../model/derivation.ts';
import type { ScannedPart } from '../model/secret.ts';
import type { Span } from '../model/span.ts';
import { sourceLabel } from '../model/store-derivation.ts';
import type { StoreSource } from '../model/store-derivation.ts';
import { findEntry } from '../parse/derivation/attributes.ts';
import {
  decodeQuoted,
  decodeUtf8,
  encodeUtf8,
  quote,
  rawOffset,
  unescapeText,
} from '../parse/derivation/strings.ts';
import { derivationTexts, placeLabel, placeName } from '../parse/derivation/texts.ts';
import type { TextPiece } from '../parse/derivation/texts.ts';
import { type CanarySet, canaryHits } from '../secrets/canary/search.ts';
import { isSecretName } from '../secrets/names.ts';
import { scanPart, syntaxOf } from '../secrets/scan-document.ts';
import { scan } from '../secrets/scan.ts';

export type SecretScan = {
  readonly now: Date;
  readonly canaries?: CanarySet;
  /** Whether nameless random values count. */
  readonly entropy?: boolean;
};

/**
 * The secrets of a derivation and of the sources it copies, as documents for the `secret-*` rules: one for
 * the `.drv` whose parts are its strings, one for each source. Nothing when nothing was found.
 */
export function secretDocuments(
  document: DocumentOf<'derivation'>,
  options: SecretScan,
): readonly DocumentOf<'text'>[] {
  const { path, text, model } = document;
  const found: DocumentOf<'text'>[] = [];
  const parts = mayHoldSecrets(model.derivation, options) ? partsOf(document, options) : [];
  if (parts.length > 0) found.push({ kind: 'text', path, text, model: { parts } });
  for (const source of model.sources) {
    const scanned = sourceDocument(source, `${model.name}.drv#${sourceLabel(source)}`, options);
    if (scanned !== undefined) found.push(scanned);
  }
  return found;
}

/**
 * One look at the whole file decides whether its strings are decoded one by one, which nearly none needs.
 * Structured attributes are escaped twice, and a variable may be telling by its name alone.
 */
function mayHoldSecrets(derivation: Derivation, options: SecretScan): boolean {
  if (findEntry(derivation, '__json') !== undefined || hasSecretName(derivation)) return true;
  const text = unescapeText(derivation.text);
  const { canaries } = options;
  if (canaries !== undefined && canaryHits(canaries, text).length > 0) return true;
  return scan(text, contextOf(options)).length > 0;
}

/** Derivations share a few thousand names; judging a name costs more than looking it up. */
const judgedNames = new Map<string, boolean>();
const MAX_JUDGED_NAMES = 50_000;

function hasSecretName({ text, env }: Derivation): boolean {
  return env.some(({ name, value }) => {
    if (value.end - value.start < 4) return false;
    const word = text.slice(name.start, name.end);
    const known = judgedNames.get(word);
    if (known !== undefined) return known;
    if (judgedNames.size >= MAX_JUDGED_NAMES) judgedNames.clear();
    const isSecret = isSecretName(decodeQuoted(text, name));
    // A copy: a substring would keep the whole text of the derivation alive.
    judgedNames.set(Buffer.from(word, 'latin1').toString('latin1'), isSecret);
    return isSecret;
  });
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
    const scanned = scanPart(part, options.canaries);
    if (scanned.hits.length > 0) parts.push(scanned);
  }
  return parts;
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
