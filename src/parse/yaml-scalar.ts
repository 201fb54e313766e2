import type { MappedText, Run } from '../model/mapped-text.ts';
import { mappedFromRuns } from '../model/mapped-text.ts';

/** How a scalar is written. Block scalars are given without their header line. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Maps the decoded text of a YAML scalar to its place in the file. `written` is the scalar as it stands from offset
 * `start` on. Decoding never reorders characters, and all it drops or changes is white space, doubled single quotes
 * and backslash escapes; so both texts are walked side by side (YAML 1.2.2, chapters 7.3 and 8.1).
 */
export function mapScalar(
  value: string,
  written: string,
  start: number,
  style: ScalarStyle,
): MappedText {
  if (value === written) return { text: value, locate: (offset) => start + within(value, offset) };
  let mapped: MappedText | undefined;
  return {
    text: value,
    locate(offset) {
      mapped ??= mappedFromRuns(value, align(value, written, style), (at) => start + at);
      return Math.min(mapped.locate(offset), start + written.length);
    },
  };
}

function within(text: string, offset: number): number {
  return Math.max(0, Math.min(offset, text.length));
}

function align(value: string, written: string, style: ScalarStyle): Run[] {
  if (style === 'double') return alignDouble(value, written);
  const runs: Run[] = [];
  let source = style === 'single' ? 1 : 0;
  let expected = -1;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charAt(at);
    if (!isBlank(unit)) while (isBlank(written.charAt(source))) source++;
    if (source !== expected) runs.push({ at, source });
    expected = source + 1;
    if (style === 'single' && unit === "'") source += 2;
    // White space that decoding made up stands for nothing written.
    else if (!isBlank(unit) || isBlank(written.charAt(source))) source++;
  }
  return runs;
}

/** Double quotes drop and make up white space in so many ways that each written unit is decoded for its length. */
function alignDouble(value: string, written: string): Run[] {
  const runs: Run[] = [];
  let source = 1;
  for (let at = 0; at < value.length && source < written.length;) {
    const { width, units } = doubleUnit(written, source, value.charAt(at));
    if (units > 0) runs.push({ at, source, width });
    source += width;
    at += units;
  }
  return runs;
}

/** How much of `written` at `source` is one unit, and how many decoded characters it makes. */
function doubleUnit(
  written: string,
  source: number,
  decoded: string,
): { width: number; units: number } {
  const char = written.charAt(source);
  if (char === '\\' && isBreak(written.charAt(source + 1))) {
    return { width: 1 + blankLength(written, source + 1), units: 0 };
  }
  if (char === '\\') {
    const units = decoded >= '\ud800' && decoded <= '\udbff' && written[source + 1] === 'U' ? 2 : 1;
    return { width: escapeWidth(written.charAt(source + 1)), units };
  }
  if (!isBlank(char)) return { width: 1, units: 1 };
  const width = blankLength(written, source);
  const breaks = written.slice(source, source + width).split('\n').length - 1;
  return breaks === 0 ? { width, units: width } : { width, units: Math.max(1, breaks - 1) };
}

function blankLength(written: string, from: number): number {
  let at = from;
  while (at < written.length && isBlank(written.charAt(at))) at++;
  return at - from;
}

function escapeWidth(letter: string): number {
  if (letter === 'x') return 4;
  if (letter === 'u') return 6;
  return letter === 'U' ? 10 : 2;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || isBreak(char);
}

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r';
}
