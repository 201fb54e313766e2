import type {
  Derivation,
  DerivationFault,
  DerivationInput,
  DerivationOutput,
  EnvEntry,
  Quoted,
} from '../../model/derivation.ts';
import type { Span } from '../../model/span.ts';
import { isAttributeName } from './attribute-names.ts';
import { decodeQuoted } from './strings.ts';

/** Outputs of outputs of outputs: nobody nests them, so a deep nest is an attack on the stack. */
const MAX_OUTPUT_DEPTH = 32;
/** A hundred times what the largest real file holds; empty strings are cheap to write, dear to hold. */
const MAX_STRINGS = 2_000_000;

/**
 * Reads the text of a `.drv` file, given one UTF-16 unit per byte. The grammar is what
 * `Derivation::unparse` of Nix writes (`src/libstore/derivations.cc`). Nix itself also reads lists
 * without commas and stops before trailing bytes; no Nix writes those, so here they are faults.
 */
export function parseAterm(text: string): Derivation | DerivationFault {
  try {
    return readDerivation({ text, at: 0, strings: 0 });
  } catch (error) {
    if (!(error instanceof AtermFault)) throw error;
    return { cause: error.limit, problem: error.message, offset: error.offset };
  }
}

/** Where the reader stands. */
type Cursor = { readonly text: string; at: number; strings: number };

class AtermFault extends Error {
  readonly offset: number;
  readonly limit: DerivationFault['cause'];
  constructor(problem: string, offset: number, limit: DerivationFault['cause'] = 'parse') {
    super(problem);
    this.offset = offset;
    this.limit = limit;
  }
}

function readDerivation(cursor: Cursor): Derivation {
  const version = readHeader(cursor);
  const outputs = readList(cursor, readOutput);
  expect(cursor, ',');
  const inputDrvs = readList(cursor, version === 'plain' ? readInput : readDynamicInput);
  expect(cursor, ',');
  const inputSrcs = readList(cursor, readString);
  expect(cursor, ',');
  const platform = readString(cursor);
  expect(cursor, ',');
  const builder = readQuoted(cursor);
  expect(cursor, ',');
  const args = readList(cursor, readQuoted);
  expect(cursor, ',');
  const { env, attributes } = readEnv(cursor);
  expect(cursor, ')');
  if (cursor.at < cursor.text.length) {
    throw new AtermFault('bytes after the end of the derivation', cursor.at);
  }
  const { text } = cursor;
  const lists = { outputs, inputDrvs, inputSrcs, args, attributes };
  return { text, version, platform, builder, env, ...lists };
}

function readHeader(cursor: Cursor): Derivation['version'] {
  if (cursor.text.startsWith('Derive(')) {
    cursor.at = 'Derive('.length;
    return 'plain';
  }
  if (!cursor.text.startsWith('DrvWithVersion(')) {
    throw new AtermFault('starts with neither `Derive(` nor `DrvWithVersion(`', 0);
  }
  cursor.at = 'DrvWithVersion('.length;
  const version = readString(cursor);
  if (version !== 'xp-dyn-drv') {
    throw new AtermFault(`version \`${version.slice(0, 40)}\`, expected \`xp-dyn-drv\``, 15);
  }
  expect(cursor, ',');
  return version;
}

function readOutput(cursor: Cursor): DerivationOutput {
  const start = cursor.at;
  expect(cursor, '(');
  const name = readString(cursor);
  expect(cursor, ',');
  const path = readString(cursor);
  expect(cursor, ',');
  const methodAlgo = readString(cursor);
  expect(cursor, ',');
  const hash = readString(cursor);
  expect(cursor, ')');
  return { name, path, methodAlgo, hash, at: { start, end: cursor.at } };
}

function readInput(cursor: Cursor): DerivationInput {
  expect(cursor, '(');
  const path = readQuoted(cursor);
  expect(cursor, ',');
  const start = cursor.at;
  skipStrings(cursor);
  const outputs = { start, end: cursor.at };
  expect(cursor, ')');
  return { path, outputs };
}

function readDynamicInput(cursor: Cursor): DerivationInput {
  expect(cursor, '(');
  const path = readQuoted(cursor);
  expect(cursor, ',');
  const outputs = skipOutputNode(cursor, 0);
  expect(cursor, ')');
  return { path, outputs };
}

/** `strs`, or `(strs,[(name,node),…])` for outputs that are derivations themselves. */
function skipOutputNode(cursor: Cursor, depth: number): Span {
  if (depth > MAX_OUTPUT_DEPTH) {
    throw new AtermFault(`outputs nested deeper than ${MAX_OUTPUT_DEPTH}`, cursor.at, 'limit');
  }
  const start = cursor.at;
  if (cursor.text[start] !== '(') {
    skipStrings(cursor);
    return { start, end: cursor.at };
  }
  expect(cursor, '(');
  skipStrings(cursor);
  expect(cursor, ',');
  readList(cursor, (inner) => {
    expect(inner, '(');
    readQuoted(inner);
    expect(inner, ',');
    skipOutputNode(inner, depth + 1);
    expect(inner, ')');
  });
  expect(cursor, ')');
  return { start, end: cursor.at };
}

function skipStrings(cursor: Cursor): void {
  readList(cursor, readQuoted);
}

/** The variables of a derivation that was read, in file order. */
export function envEntries({ text, env }: Derivation): readonly EnvEntry[] {
  return readList({ text, at: env.start, strings: 0 }, readEnvEntry);
}

function readEnv(cursor: Cursor): Pick<Derivation, 'env' | 'attributes'> {
  const attributes: EnvEntry[] = [];
  const start = cursor.at;
  skipList(cursor, () => {
    expect(cursor, '(');
    const name = skipQuoted(cursor);
    const nameEnd = cursor.at - 1;
    expect(cursor, ',');
    const value = skipQuoted(cursor);
    if (isAttributeName(cursor.text, name, nameEnd)) {
      const at = { start: value, end: cursor.at - 1 };
      attributes.push({ name: { start: name, end: nameEnd }, value: at });
    }
    expect(cursor, ')');
  });
  return { env: { start, end: cursor.at }, attributes };
}

function readEnvEntry(cursor: Cursor): EnvEntry {
  expect(cursor, '(');
  const name = readQuoted(cursor);
  expect(cursor, ',');
  const value = readQuoted(cursor);
  expect(cursor, ')');
  return { name, value };
}

function readList<T>(cursor: Cursor, readItem: (cursor: Cursor) => T): T[] {
  const items: T[] = [];
  skipList(cursor, () => items.push(readItem(cursor)));
  return items;
}

function skipList(cursor: Cursor, skipItem: () => void): void {
  expect(cursor, '[');
  if (cursor.text.charCodeAt(cursor.at) !== CLOSE) {
    skipItem();
    while (cursor.text.charCodeAt(cursor.at) !== CLOSE) {
      expect(cursor, ',');
      skipItem();
    }
  }
  cursor.at++;
}

/** The closing bracket of a list. */
const CLOSE = 93;

function readString(cursor: Cursor): string {
  return decodeQuoted(cursor.text, readQuoted(cursor));
}

function readQuoted(cursor: Cursor): Quoted {
  const start = skipQuoted(cursor);
  return { start, end: cursor.at - 1 };
}

/** Passes a string and returns where it starts; it ends one before the cursor. */
function skipQuoted(cursor: Cursor): number {
  expect(cursor, '"');
  const start = cursor.at;
  let end = cursor.text.indexOf('"', start);
  while (end > start && isEscaped(cursor.text, end)) end = cursor.text.indexOf('"', end + 1);
  if (end < 0) throw new AtermFault('string without a closing quote', start - 1);
  cursor.at = end + 1;
  if (++cursor.strings > MAX_STRINGS) {
    throw new AtermFault(`more than ${MAX_STRINGS} strings`, start, 'limit');
  }
  return start;
}

/** Whether an odd number of backslashes leads up to the quote at `end`. Every run is counted once. */
function isEscaped(text: string, end: number): boolean {
  let at = end - 1;
  while (text.charCodeAt(at) === 92) at--;
  return (end - at) % 2 === 0;
}

function expect(cursor: Cursor, character: string): void {
  if (cursor.text.charCodeAt(cursor.at) === character.charCodeAt(0)) {
    cursor.at++;
    return;
  }
  const found = cursor.at < cursor.text.length ? 'another byte' : 'the end of the file';
  throw new AtermFault(`${found}, expected \`${character}\``, cursor.at);
}
