import { entropy } from '../encodings.ts';
import { wordSet } from '../word-set.ts';

/** A known secret to search for. */
export type Canary = { readonly name: string; readonly value: Buffer };

/** A value that is not searched for, and why. Never carries the value. */
export type Refusal = { readonly name: string; readonly why: string };

export type CanaryValues = {
  readonly canaries: readonly Canary[];
  readonly refused: readonly Refusal[];
};

/** Shorter values turn up by chance in what a build reads. */
const MIN_LENGTH = 8;

/** A secret is a credential, not a document; GitHub allows 48 KB. */
const MAX_LENGTH = 64 * 1024;

/** More values make no sense in one job, and every one costs memory. */
const MAX_VALUES = 1000;

/** Values that name no secret wherever they stand. */
const commonValues: ReadonlySet<string> = wordSet(`
  password password1 password123 passw0rd p@ssw0rd changeme changeit letmein1 qwertyuiop qwerty123 iloveyou
  admin123 administrator root1234 12345678 123456789 1234567890 87654321 11111111 00000000 abcd1234 abc12345
  secret123 test1234 testtest testing123 default1 localhost 127.0.0.1 production development x86_64-linux
  aarch64-linux aarch64-darwin undefined nix-store hunter2hunter2 correcthorsebatterystaple
`);

/**
 * Reads known secrets: a JSON object of name → value (as from the secrets of a CI job), else one
 * value per line, named by its line. Values that are too short, common or plain words are refused
 * by name, since a match of theirs would prove nothing. Members that are not strings are ignored.
 */
export function readCanaries(text: string): CanaryValues {
  const canaries: Canary[] = [];
  const refused: Refusal[] = [];
  for (const [name, value] of entries(text)) {
    const why = canaries.length >= MAX_VALUES ? `more than ${MAX_VALUES} values` : refusal(value);
    if (why === undefined) canaries.push({ name, value: Buffer.from(value) });
    else refused.push({ name, why });
  }
  return { canaries, refused };
}

function entries(text: string): [string, string][] {
  if (!text.trimStart().startsWith('{')) return lines(text);
  try {
    const object: unknown = JSON.parse(text);
    if (typeof object !== 'object' || object === null) return [];
    return Object.entries(object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
  } catch {
    // Not JSON after all. The parser's message would quote the values, so nothing is said of it.
    return lines(text);
  }
}

function lines(text: string): [string, string][] {
  return text
    .split(/\r?\n/)
    .map((line, index): [string, string] => [`line ${index + 1}`, line])
    .filter(([, line]) => line.trim() !== '');
}

/** Why a value proves nothing when it is found, or undefined when it does. */
function refusal(value: string): string | undefined {
  const text = value.trim();
  if (Buffer.byteLength(text) < MIN_LENGTH) return `shorter than ${MIN_LENGTH} bytes`;
  if (text.length > MAX_LENGTH) return `longer than ${MAX_LENGTH} bytes`;
  if (commonValues.has(text.toLowerCase())) return 'a common value';
  if (entropy(text) < 2) return 'made of few different characters';
  if (/^[A-Za-z]{1,15}$/.test(text)) return 'a plain word';
  if (/^\d{1,11}$/.test(text)) return 'a short number';
  if (/^[a-z]+(?:[-_./ ][a-z]+)*$/.test(text) && text.length < 24) return 'plain words';
  return /^https?:\/\/[^@?]*$|^[^@\s:]+@[^@\s:]+$|^\/[\w./-]+$/.test(text)
    ? 'an address or a path'
    : undefined;
}
