/**
 * The line hash by which GitHub recognises an alert when lines move (`primaryLocationLineHash`), as
 * github/codeql-action defines it in src/fingerprints.ts: of the text without spaces and tabs, with LF for
 * every line break, a final 0xffff and zeros, the 100 code units from the start of a line are the digits
 * of a number in base 37 modulo 2^64. The hash is that number in hexadecimal, `:` and how often it has
 * occurred in the file so far.
 */
const windowLength = 100;
const base = 37n;
const wordBits = 64n;
const endOfFile = 0xff_ff;

/** Hashes of the wanted 1-based lines. Lines the text does not have are absent from the result. */
export function lineHashes(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const { units, starts } = normalised(text);
  const last = Math.min(starts.length, Math.max(0, ...wanted));
  const seen = new Map<string, number>();
  const hashes = new Map<number, string>();
  const rolling = rollingHash(units);
  for (let line = 1; line <= last; line++) {
    const hash = rolling(starts[line - 1] ?? 0);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    if (wanted.has(line)) hashes.set(line, `${hash}:${count}`);
  }
  return hashes;
}

/** The code units that count, padded by a window of zeros, and where each line starts among them. */
function normalised(text: string): { units: Uint16Array; starts: readonly number[] } {
  const units = new Uint16Array(text.length + 1 + windowLength);
  const starts = [0];
  let length = 0;
  let afterReturn = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const skipped = code === 32 || code === 9 || (code === 10 && afterReturn);
    afterReturn = code === 13;
    if (skipped) continue;
    const isBreak = code === 10 || code === 13;
    units[length++] = isBreak ? 10 : code;
    if (isBreak) starts.push(length);
  }
  units[length++] = endOfFile;
  return { units: units.subarray(0, length + windowLength), starts };
}

/** Hash of the window at an offset; offsets must not decrease. Halves of 32 bits keep it fast. */
function rollingHash(units: Uint16Array): (start: number) => string {
  const drop = base ** BigInt(windowLength) % 2n ** wordBits;
  const dropHigh = Number(drop >> 32n);
  const dropLow = Number(drop & 0xff_ff_ff_ffn);
  let high = 0;
  let low = 0;
  let read = 0;
  return (start) => {
    for (; read < start + windowLength; read++) {
      const added = units[read] ?? 0;
      const gone = units[read - windowLength] ?? 0;
      const sumLow = low * Number(base) + added - dropLow * gone;
      const sumHigh = high * Number(base) + Math.floor(sumLow / wordHalf) - dropHigh * gone;
      low = modulo(sumLow, wordHalf);
      high = modulo(sumHigh, wordHalf);
    }
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
  };
}

const wordHalf = 2 ** 32;

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
