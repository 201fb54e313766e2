import { type Alphabet, has, runEnd, startsToken } from '../alphabet.ts';
import { entropy } from '../encodings.ts';
import { type Detector, type Found, nothing } from '../hit.ts';

/** A token that a fixed prefix announces. */
export type Shape = {
  readonly family: string;
  /** As written, case included. */
  readonly prefix: string;
  readonly alphabet: Alphabet;
  /** How many characters follow the prefix. */
  readonly min: number;
  readonly max: number;
  /** What the characters after the prefix must satisfy besides. */
  readonly is?: (body: string) => boolean;
  /** Whether a checksum or structure proves the token; those are not held to the tests for stand-ins. */
  readonly proves?: (body: string) => boolean;
  /** Default: `verified` when proved, else `unverified`. */
  readonly reason?: string;
};

/** Random characters score above this; `xxxx…`, `0123…` repeated and words score below. */
const MIN_ENTROPY = 2.5;

/** Tokens longer than this must not begin inside a run of their own characters, or reading them takes quadratic time. */
const LONG = 512;

export function shapeDetector(shape: Shape): Detector {
  return {
    anchors: [shape.prefix.toLowerCase()],
    find: (text, at) => findShape(shape, text, at),
  };
}

function findShape(shape: Shape, text: string, at: number): readonly Found[] {
  if (!text.startsWith(shape.prefix, at) || !startsToken(text, at)) return nothing;
  if (shape.max > LONG && has(shape.alphabet, text.charCodeAt(at - 1))) return nothing;
  const from = at + shape.prefix.length;
  const end = runEnd(text, from, shape.alphabet, shape.max + 1);
  const length = end - from;
  if (length < shape.min || length > shape.max) return nothing;
  const body = text.slice(from, end);
  if (shape.is?.(body) === false) return nothing;
  const verified = shape.proves?.(body) === true;
  if (!verified && looksMadeUp(body)) return nothing;
  return [token(shape.family, at, end, verified, shape.reason, shape.prefix)];
}

/** A found token; the reason defaults to what the proof says. */
export function token(
  family: string,
  start: number,
  end: number,
  verified: boolean,
  reason?: string,
  prefix?: string,
): Found {
  const shown = prefix === undefined ? {} : { prefix: prefix.slice(0, 4) };
  const why = reason ?? (verified ? 'verified' : 'unverified');
  return { rule: 'secret-known-token', reason: why, family, start, end, verified, ...shown };
}

/** Whether the random part of a token is not random: one character, a sequence, or words like `example`. */
export function looksMadeUp(body: string): boolean {
  if (entropy(body) < Math.min(MIN_ENTROPY, Math.log2(body.length) * 0.6)) return true;
  if (/(.)\1{5}/.test(body)) return true;
  return /example|placeholder|changeme|redacted|your[-_]|dummy|abcdefghij|0123456789|1234567890/i.test(
    body,
  );
}
