import { type Automaton, buildAutomaton } from './automaton.ts';
import { decodeRun, forEachPiece } from './decode.ts';
import { detectors } from './families/index.ts';
import { mayHoldCredentials } from './families/urls.ts';
import { MIN_RUN, STANDARD, URL, type VisitRun, kindsOf } from './runs.ts';
import { alphabet, has } from './alphabet.ts';

type Table = { readonly automaton: Automaton; readonly texts: readonly string[] };

let table: Table | undefined;

/** What names that say secret hold in spellings which are not looked for in prose. */
const names = ['__key', '__hook', 'web_hook', 'web-hook', 'web.hook'];

/** Anchors as they stand in a text that is quoted once or, as JSON in a string is, twice; and any escape. */
function anchors(): Table {
  if (table !== undefined) return table;
  const plain = detectors.flatMap((detector) => detector.anchors);
  const once = plain.map(quotedOnce);
  const texts = [...new Set([...plain, ...once, ...once.map(quotedOnce), '%', '\\u00', ...names])];
  table = { automaton: buildAutomaton(texts), texts };
  return table;
}

function quotedOnce(text: string): string {
  return text.replace(/["\\]/g, (character) => `\\${character}`);
}

/**
 * Whether a stretch of still escaped text may hold anything `scan` would find after unescaping it: an anchor
 * of a detector, or a run of characters that decodes to text. Says yes too often, never no wrongly, looks at
 * each character about once and allocates nothing: most strings of derivations go no further than this.
 * `bytes` are the latin1 bytes of the text, which are read faster than its characters.
 */
export function mayHold(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  const { automaton, texts } = anchors();
  const { classes, next, accepting, width, ends } = automaton;
  let state = 0;
  let run = from;
  let escaped = -1;
  for (let at = from; at < to; at++) {
    const code = bytes[at] ?? 0;
    if (members[code] !== 1) {
      if (at - run >= MIN_RUN && isEncoded(text, run, at)) return true;
      run = at + 1;
      if (code === BACKSLASH && at !== escaped) {
        escaped = at + 1;
        if (!has(usualEscapes, bytes[escaped] ?? 0)) return true;
      }
    } else if (code === SLASH && text.startsWith(STORE, at)) {
      at += DIGEST_END;
      run = at + 1;
      state = 0;
      continue;
    }
    state = next[state + (classes[code] ?? 0)] ?? 0;
    if (state < accepting) continue;
    for (const index of ends[(state - accepting) / width] ?? []) {
      if (matters(texts[index] ?? '', text, at + 1)) return true;
    }
  }
  return to - run >= MIN_RUN && isEncoded(text, run, to);
}

const BACKSLASH = 92;
/** What Nix writes behind a backslash. It reads any character there, which would hide an anchor. */
const usualEscapes = alphabet('"\\nrt');

const SLASH = 47;
const STORE = '/nix/store/';
/** What follows is a digest, in which there is nothing to find. */
const DIGEST_END = STORE.length + 31;

/** Whether a character belongs to base64 or base64url, by its code. */
const members = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[A-Za-z0-9+/_-]/.test(String.fromCharCode(code))),
);

const hex = alphabet('0123456789abcdefABCDEF');

/** The anchors that stand in most files get a second look. */
function matters(anchor: string, text: string, end: number): boolean {
  if (anchor === '://') return mayHoldCredentials(text, end);
  if (anchor === 'pass') return !text.startsWith('AsFile', end);
  if (anchor === '%') return has(hex, text.charCodeAt(end)) && has(hex, text.charCodeAt(end + 1));
  return true;
}

/** Length of a signing key of Nix, which is told by its structure alone. */
const SIGNING_KEY = 86;

/** After a backslash the first character may be the escape of a line break. */
function isEncoded(text: string, start: number, end: number): boolean {
  if (decodes(text, start, end)) return true;
  return (
    text.charCodeAt(start - 1) === 92 && end - start > MIN_RUN && decodes(text, start + 1, end)
  );
}

function decodes(text: string, start: number, end: number): boolean {
  let found = false;
  const visit: VisitRun = (from, to, kinds) => {
    found ||= to - from === SIGNING_KEY || decodeRun(text, from, to, kinds) !== undefined;
  };
  const kinds = kindsOf(text, start, end);
  if ((kinds & STANDARD) !== 0 && (kinds & URL) !== 0) forEachPiece(text, start, end, visit);
  else visit(start, end, kinds);
  return found;
}
