import type { Hit } from '../../model/secret.ts';
import { resolveOverlaps } from '../resolve.ts';
import { type ByteAutomaton, buildByteAutomaton } from './byte-automaton.ts';
import type { Canary } from './values.ts';
import { variantsOf } from './variants.ts';

/** Where a known value ended in a stream. Offsets count bytes from the start of the stream. */
export type CanaryMatch = {
  readonly name: string;
  /** How the value was written, e.g. `raw`, `base64+1`, `hex`. */
  readonly variant: string;
  readonly start: number;
  readonly end: number;
};

/** One stream of bytes being searched, in chunks of any size. */
export type CanarySearch = { readonly feed: (chunk: Uint8Array) => readonly CanaryMatch[] };

/** A set of known values, ready to be searched for in any number of streams. */
export type CanarySet = {
  readonly names: readonly string[];
  readonly search: () => CanarySearch;
  /** Overwrites the values and all that was made from them; the set finds nothing afterwards. */
  readonly wipe: () => void;
};

type Pattern = { readonly name: string; readonly variant: string; readonly length: number };

/** Bytes of all patterns together; what one set of secrets comes to is far below. */
const MAX_PATTERN_BYTES = 16 * 1024 * 1024;

/** Matches kept per stream; a file full of one value is said once per place, up to this. */
const MAX_MATCHES = 1000;

/**
 * Builds the automaton over every variant of every value. `skipped` names the values that did not
 * fit in the memory allowed and are not searched for.
 */
export function buildCanarySet(canaries: readonly Canary[]): {
  readonly set: CanarySet;
  readonly skipped: readonly string[];
} {
  const patterns: Pattern[] = [];
  const bytes: Buffer[] = [];
  const skipped: string[] = [];
  let total = 0;
  for (const { name, value } of canaries) {
    const variants = variantsOf(value);
    const size = variants.reduce((sum, variant) => sum + variant.bytes.length, 0);
    if (total + size > MAX_PATTERN_BYTES) {
      skipped.push(name);
      continue;
    }
    total += size;
    for (const variant of variants) {
      patterns.push({ name, variant: variant.name, length: variant.bytes.length });
      bytes.push(variant.bytes);
    }
  }
  const automaton = buildByteAutomaton(bytes);
  const set = {
    names: canaries.map((canary) => canary.name),
    search: () => startSearch(automaton, patterns),
    wipe() {
      automaton.wipe();
      for (const buffer of [...bytes, ...canaries.map((canary) => canary.value)]) buffer.fill(0);
    },
  };
  return { set, skipped };
}

/**
 * Two states walk the same automaton: one over all bytes, one over the bytes without line breaks
 * and the indentation after them, which finds values and base64 that are wrapped at any width.
 */
function startSearch(automaton: ByteAutomaton, patterns: readonly Pattern[]): CanarySearch {
  let plain = 0;
  let unwrapped = 0;
  let offset = 0;
  let count = 0;
  const fold = foldLines();
  return {
    feed(chunk) {
      const matches: CanaryMatch[] = [];
      const keep = (index: number, end: number, skipped: number): void => {
        const pattern = patterns[index];
        if (pattern === undefined || count++ >= MAX_MATCHES) return;
        const { name, variant, length } = pattern;
        matches.push({ name, variant, start: Math.max(0, end - length - skipped), end });
      };
      for (const byte of chunk) {
        offset++;
        plain = automaton.step(plain, byte);
        const found = automaton.endsIn(plain);
        if (found >= 0) keep(found, offset, 0);
        if (fold.drops(byte)) continue;
        unwrapped = automaton.step(unwrapped, byte);
        const wrapped = automaton.endsIn(unwrapped);
        if (wrapped >= 0 && wrapped !== found)
          keep(wrapped, offset, fold.dropped(patterns[wrapped]?.length ?? 0));
      }
      return matches;
    },
  };
}

/** Breaks remembered, to trace a wrapped value back to its start; more than the largest key has lines. */
const MAX_BREAKS = 1024;

type Folding = {
  /** Whether a byte is a line break, plain or escaped as `\n`, or a blank after one. */
  readonly drops: (byte: number) => boolean;
  /** How many bytes were dropped inside the last `length` bytes that were not. */
  readonly dropped: (length: number) => number;
};

function foldLines(): Folding {
  /** Number of bytes kept before each break, and the bytes dropped in it. */
  let breaks: { readonly at: number; readonly size: number }[] = [];
  let kept = 0;
  let pending = 0;
  let inBreak = false;
  let escaped = false;
  return {
    drops(byte) {
      const isBreak = byte === 10 || byte === 13 || (escaped && (byte === 110 || byte === 114));
      escaped = byte === 92;
      inBreak = isBreak || (inBreak && (escaped || byte === 32 || byte === 9));
      if (inBreak || escaped) {
        pending++;
        return true;
      }
      if (pending > 0) {
        if (breaks.length === MAX_BREAKS) breaks = breaks.slice(MAX_BREAKS / 2);
        breaks.push({ at: kept, size: pending });
        pending = 0;
      }
      kept++;
      return false;
    },
    dropped(length) {
      let sum = 0;
      for (let index = breaks.length - 1; index >= 0; index--) {
        const { at, size } = breaks[index] ?? { at: 0, size: 0 };
        if (at <= kept - length) break;
        sum += size;
      }
      return sum;
    },
  };
}

/**
 * Searches a text for known values. `latin1` is for texts whose characters are bytes, as of
 * derivations; else offsets are counted in UTF-16 as everywhere.
 */
export function canaryHits(
  set: CanarySet,
  text: string,
  encoding: 'utf8' | 'latin1' = 'utf8',
): readonly Hit[] {
  const bytes = Buffer.from(text, encoding);
  const matches = set.search().feed(bytes);
  if (matches.length === 0) return [];
  const toText = (offset: number): number =>
    bytes.length === text.length ? offset : bytes.subarray(0, offset).toString('utf8').length;
  return resolveOverlaps(
    matches.map(({ name, variant, start, end }) => ({
      rule: 'secret-canary',
      reason: 'known-value',
      family: 'canary',
      span: { start: toText(start), end: toText(end) },
      verified: true,
      name,
      via: variant === 'raw' ? [] : [variant],
    })),
  );
}
