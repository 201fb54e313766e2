import { is, pathPart } from './chars.ts';
import { emit, fault, opens, pathRun, type Scan } from './scan.ts';
import { T } from './token.ts';

const quote = 34;
const dollar = 36;
const tick = 39;
const slash = 47;
const backslash = 92;
const brace = 123;

/** Reads one piece of a `"…"` string: text, then the closing quote or `${`. */
export function lexString(scan: Scan): void {
  const end = stringTextEnd(scan.text, scan.at);
  if (end > scan.at) emit(scan, T.text, end);
  if (scan.at >= scan.text.length) return endOfFile(scan);
  if (opens(scan.text, scan.at)) return antiquote(scan);
  emit(scan, T.quote, scan.at + 1);
  scan.modes.pop();
}

function stringTextEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 2;
    else if (code !== dollar) at += 1;
    else if (text.charCodeAt(at + 1) === brace) return at;
    else at += dollarLength(text, at);
  }
  return text.length;
}

/** Nix takes `$` together with the next character, so `$${` opens nothing; `$` before a quote stands alone. */
function dollarLength(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === quote) return 1;
  return next === backslash ? 3 : 2;
}

/** Reads one piece of an indented string. */
export function lexIndented(scan: Scan): void {
  const { text, at } = scan;
  const end = indentedTextEnd(text, at);
  if (end > at) return emit(scan, T.indentText, end);
  if (at >= text.length) return endOfFile(scan);
  if (opens(text, at)) return antiquote(scan);
  if (text.charCodeAt(at) === dollar || text.charCodeAt(at + 1) !== tick) {
    return emit(scan, T.indentEscape, at + 1);
  }
  const third = text.charCodeAt(at + 2);
  if (third === dollar || third === tick) return emit(scan, T.indentEscape, at + 3);
  if (third === backslash && at + 3 < text.length) return emit(scan, T.indentEscape, at + 4);
  emit(scan, T.indentClose, at + 2);
  scan.modes.pop();
}

/** A `$` or `'` takes the next character with it unless the two mean something together. */
function indentedTextEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== dollar && code !== tick) {
      at += 1;
      continue;
    }
    const next = text.charCodeAt(at + 1);
    const stop = next === tick || next === (code === dollar ? brace : dollar);
    if (stop || at + 1 >= text.length) return at;
    at += 2;
  }
  return text.length;
}

/** Reads one piece of a path after its first. */
export function lexPath(scan: Scan): void {
  if (opens(scan.text, scan.at)) return antiquote(scan);
  const end = pathPieceEnd(scan, scan.at);
  if (end > scan.at) return emit(scan, T.pathText, end);
  if (scan.text.charCodeAt(scan.at - 1) === slash) {
    fault(scan, scan.at - 1, scan.at, 'path has a trailing slash');
  }
  emit(scan, T.pathEnd, scan.at);
  scan.modes.pop();
}

function pathPieceEnd(scan: Scan, at: number): number {
  const end = pathRun(scan, at);
  if (scan.text.charCodeAt(end) !== slash) return end;
  return is(scan.text, end + 1, pathPart) ? pathSegmentsEnd(scan, end) : end + 1;
}

/** End of `/a/b…` and one slash after it, from an offset where `/` and a path character stand. */
export function pathSegmentsEnd(scan: Scan, at: number): number {
  let end = at;
  while (scan.text.charCodeAt(end) === slash && is(scan.text, end + 1, pathPart)) {
    end = pathRun(scan, end + 1);
  }
  return scan.text.charCodeAt(end) === slash ? end + 1 : end;
}

function antiquote(scan: Scan): void {
  emit(scan, T.antiquote, scan.at + 2);
  scan.modes.push('code');
}

function endOfFile(scan: Scan): void {
  scan.at = scan.text.length;
  scan.modes.length = 0;
}
