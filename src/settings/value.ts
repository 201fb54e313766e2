import { experimentalFeatures } from '../../data/settings/features.ts';
import type { SettingType, SettingValue } from './fact.ts';

/** A value as Nix reads it, or why Nix refuses it (one clause, value not repeated). */
export type ValueReading =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the words of one assignment (`BaseSetting<T>::parse` in `src/libutil/configuration.cc`,
 * `src/libstore/globals.cc` for the special ones). `base` is what `extra-` appends to.
 */
export function readValue(
  type: SettingType,
  words: readonly string[],
  base?: SettingValue,
): ValueReading {
  return readers[type](words, base);
}

type Reader = (words: readonly string[], base: SettingValue | undefined) => ValueReading;

const readSet: Reader = (words, base) =>
  fine([...new Set([...listOf(base), ...words])].sort(byCodeUnit));

const readers: Readonly<Record<SettingType, Reader>> = {
  bool: (words) => readBool(words.join(' ')),
  sandbox: (words) => readSandbox(words.join(' ')),
  uint32: (words) => readInteger('uint32', words.join(' ')),
  uint64: (words) => readInteger('uint64', words.join(' ')),
  int64: (words) => readInteger('int64', words.join(' ')),
  jobs: (words) =>
    words.join(' ') === 'auto' ? fine('auto') : readInteger('jobs', words.join(' ')),
  string: (words) => fine(words.join(' ')),
  path: (words) => readPath('path', words.join(' ')),
  'optional-path': (words) => readPath('optional-path', words.join(' ')),
  list: (words, base) => fine([...listOf(base), ...words]),
  set: readSet,
  'sandbox-paths': readSet,
  features: (words, base) => fine(readFeatures([...listOf(base), ...words])),
  map: (words, base) => fine(readMap(words, base)),
  json: (words) => readJson(words.join(' ')),
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** The boolean Nix reads, in settings as in parameters of store URLs; undefined when it refuses. */
export function booleanOf(text: string): boolean | undefined {
  return truths.get(text);
}

function readBool(text: string): ValueReading {
  const value = truths.get(text);
  if (value !== undefined) return fine(value);
  return refused('expected true, yes, 1, false, no or 0 in lower case');
}

function readSandbox(text: string): ValueReading {
  if (text === 'true' || text === 'false') return fine(text === 'true');
  if (text === 'relaxed') return fine(text);
  return refused('expected true, false or relaxed; this setting is no ordinary switch');
}

const widths = {
  uint32: { low: 0n, high: 2n ** 32n - 1n },
  jobs: { low: 0n, high: 2n ** 32n - 1n },
  uint64: { low: 0n, high: 2n ** 64n - 1n },
  int64: { low: -(2n ** 63n), high: 2n ** 63n - 1n },
} as const;

/** More digits than any width holds, whatever the leading zeros: nobody writes them, and BigInt is not linear. */
const maxDigits = 64;
const multipliers = { K: 10n, M: 20n, G: 30n, T: 40n } as const;

/** A decimal number; since 2.23 with a binary suffix, whose overflow wraps around as it does in Nix. */
function readInteger(type: keyof typeof widths, text: string): ValueReading {
  const parts = /^([+-]?)([0-9]+)([KMGTkmgt]?)$/.exec(text);
  const [, sign = '', digits = '', suffix = ''] = parts ?? [];
  const { low, high } = widths[type];
  const expected = refused(type === 'jobs' ? 'expected auto or a number' : 'expected a number');
  if (parts === null || digits.length > maxDigits || (suffix !== '' && type === 'jobs')) {
    return expected;
  }
  const number = BigInt(digits) * (sign === '-' ? -1n : 1n);
  if (number < low || number > high || (sign === '-' && low === 0n)) return expected;
  if (suffix === '') return fine(number);
  // The pattern admits exactly the keys of the table.
  const shift = multipliers[suffix.toUpperCase() as keyof typeof multipliers];
  return fine(low < 0n ? BigInt.asIntN(64, number << shift) : (number << shift) & high);
}

function readPath(type: 'path' | 'optional-path', text: string): ValueReading {
  if (text === '') return type === 'path' ? refused('paths cannot be empty') : fine(null);
  if (!text.startsWith('/')) return refused('expected an absolute path');
  const parts: string[] = [];
  for (const part of text.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return fine(`/${parts.join('/')}`);
}

/** Unknown features only warn; `flakes` has implied `fetch-tree` since 2.19. */
function readFeatures(words: readonly string[]): readonly string[] {
  const wanted = new Set(words);
  if (wanted.has('flakes')) wanted.add('fetch-tree');
  return experimentalFeatures.filter((feature) => wanted.has(feature));
}

/** `key=value` words; one without `=` is dropped, and of equal keys the first stays. */
function readMap(words: readonly string[], base: SettingValue | undefined): SettingValue {
  const map = new Map<string, string>(base instanceof Map ? base : []);
  for (const word of words) {
    const cut = word.indexOf('=');
    const key = word.slice(0, cut);
    if (cut >= 0 && !map.has(key)) map.set(key, word.slice(cut + 1));
  }
  return map;
}

function readJson(text: string): ValueReading {
  try {
    return fine({ json: JSON.stringify(JSON.parse(text)) });
  } catch {
    return refused('expected JSON');
  }
}

function listOf(value: SettingValue | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function fine(value: SettingValue): ValueReading {
  return { ok: true, value };
}

function refused(problem: string): ValueReading {
  return { ok: false, problem };
}
