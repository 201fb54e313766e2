/** What the characters of a run are, as bits. */
export const HEX = 1;
export const LETTER = 2;
export const STANDARD = 4;
export const URL = 8;

/** Shorter runs decode to nothing that a detector would take (catalogue 4.1: 24 characters). */
export const MIN_RUN = 24;

/** Bits by ASCII code: members of base64 or base64url, and which of them only one alphabet has. */
const bits = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[0-9a-fA-F]/.test(character)) return HEX;
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (character === '+' || character === '/') return STANDARD;
  return character === '-' || character === '_' ? URL : 0;
});

/** A maximal run from `start` to `end`; `kinds` joins the bits of its characters. */
export type VisitRun = (start: number, end: number, kinds: number) => void;

/**
 * Visits all runs of at least `MIN_RUN` characters of base64 or base64url, in order. Looks at every
 * 24th character only, and around it when that is a member: most text is skipped unread. Store
 * paths are left out; derivations are full of them.
 */
export function forEachRun(text: string, visit: VisitRun): void {
  const length = text.length;
  let done = 0;
  for (let probe = MIN_RUN - 1; probe < length; probe = Math.max(probe, done) + MIN_RUN) {
    let kinds = bitsAt(text, probe);
    if (kinds === 0) continue;
    let start = probe;
    for (let bit = 0; start > done && (bit = bitsAt(text, start - 1)) !== 0; start--) kinds |= bit;
    let end = probe + 1;
    for (let bit = 0; end < length && (bit = bitsAt(text, end)) !== 0; end++) kinds |= bit;
    done = end;
    if (end - start >= MIN_RUN && !isStorePath(text, start)) visit(start, end, kinds);
  }
}

/** The bits of all characters of a run, joined. */
export function kindsOf(text: string, start: number, end: number): number {
  let kinds = 0;
  for (let at = start; at < end; at++) kinds |= bitsAt(text, at);
  return kinds;
}

function bitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (bits[code] ?? 0) : 0;
}

function isStorePath(text: string, at: number): boolean {
  return text.charCodeAt(at) === 47 && text.startsWith('/nix/store/', at);
}
