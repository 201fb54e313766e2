import { entropy } from './encodings.ts';
import { isPasswordName, isSecretName, nameWords } from './names.ts';
import { isPlaceholder, isReference } from './placeholders.ts';
import { isPublicShape } from './public-shapes.ts';
import { wordSet } from './word-set.ts';

/** What a value is, where its name says that it should be a secret. */
export type Verdict = 'secret' | 'weak' | 'none';

/** Shorter values open little and match much; passwords are typed by people and may be shorter. */
const MIN_LENGTH = 8;
const MIN_PASSWORD = 4;

/** Longer texts are documents; those are scanned, not judged as one value. */
const MAX_LENGTH = 1024;

/** Random values score above, words below. */
const MIN_BITS = 3;

/**
 * Judges a literal under a name (catalogue 4.3): `secret` when both look it, `weak` when the value
 * could as well be a word, `none` for placeholders, references, public shapes and harmless names.
 */
export function judgeAssignment(name: string, value: string): Verdict {
  return isSecretName(name) ? judgeValue(name, value) : 'none';
}

/** As `judgeAssignment`, for a name that is known to hold a secret. */
export function judgeValue(name: string, value: string): Verdict {
  const password = isPasswordName(name);
  if (value.length < (password ? MIN_PASSWORD : MIN_LENGTH) || value.length > MAX_LENGTH)
    return 'none';
  if (isPlaceholder(value) || isReference(value) || isPublicShape(value)) return 'none';
  if (isCode(value)) return 'none';
  // Passphrases are words with blanks; under other names that is text for people.
  if (isProse(value)) return /passphrase|psk/i.test(name) ? 'weak' : 'none';
  if (isPlainWords(value)) return password ? 'weak' : 'none';
  if (isNumber(value)) return password ? 'weak' : 'none';
  const mixed = /[A-Za-z]/.test(value) && /\d/.test(value);
  return mixed || entropy(value) >= MIN_BITS ? 'secret' : 'weak';
}

/** Text for people has a space in every ten characters or more. */
function isProse(value: string): boolean {
  return value.includes(' ') && value.split(' ').length - 1 >= value.length / 10;
}

/** Words of lower case; random text that begins with a dash is none. */
const flag = /^--?[a-z]+\d{0,4}(?:[-_.:][a-z]+\d{0,4})*(?:[=\s]|$)/;

/** Calls, option paths, globs, flags and JSON are not values of secrets. */
function isCode(value: string): boolean {
  if (/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+$/.test(value) && !/\d/.test(value)) return true;
  if (/^\+\s?\w+[\s)+.([]/.test(value)) return true;
  return (
    flag.test(value) ||
    /\(\)|\(.*\)$|^[[{(]|^[A-Za-z]:\\|^https?:\/\/[^@]*$|^\/[\w.-]+\/|=>|->|::/.test(value)
  );
}

/** Words set apart by punctuation, blanks or humps: identifiers, class names, `secret123`. */
function isPlainWords(value: string): boolean {
  const text = value.replace(/^[^A-Za-z0-9]|\d{1,4}$|[.!?]$/g, '');
  if (/\d/.test(text) || !/^[A-Za-z]+(?:[-_./: ][A-Za-z]+)*$/.test(text)) return false;
  const words = nameWords(text);
  if (text.length !== value.length && /\d$/.test(value))
    return words.every((word) => usualWords.has(word));
  return words.length <= text.length / 3.5;
}

/** Words that passwords with a number at the end are made of, when nobody means them to be secret. */
const usualWords: ReadonlySet<string> = wordSet(
  'password passwd pass secret token admin root user test demo guest welcome qwerty letmein default changeme nixos my the',
);

function isNumber(value: string): boolean {
  return /^[\d.,:_-]+$/.test(value);
}
