/** A set of ASCII characters: 1 at the code of each member. */
export type Alphabet = Uint8Array;

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();

export const decimal = alphabet(digits);
export const hex = alphabet(`${digits}abcdefABCDEF`);
export const lowerHex = alphabet(`${digits}abcdef`);
export const base62 = alphabet(digits + lower + upper);
/** Base64 of RFC 4648 section 4 without the padding. */
export const base64 = alphabet(`${digits}${lower}${upper}+/`);
/** Base64url of RFC 4648 section 5 without the padding; also the usual alphabet of tokens. */
export const base64url = alphabet(`${digits}${lower}${upper}-_`);
export const anyBase64 = alphabet(`${digits}${lower}${upper}+/-_`);
export const word = alphabet(`${digits}${lower}${upper}_`);
export const dotted = alphabet(`${digits}${lower}${upper}-_.`);
/** Upper case and 2 to 7, RFC 4648 section 6; AWS key ids. */
export const base32 = alphabet(`234567${upper}`);
export const upperDigits = alphabet(digits + upper);
/** Base64url and what some vendors add to it: padding, a path, a colon. */
export const tokenChars = alphabet(`${digits}${lower}${upper}-_=`);
export const pathChars = alphabet(`${digits}${lower}${upper}-_/`);
export const botChars = alphabet(`${digits}${lower}${upper}-_:`);
/** Characters of crypt(3) salts and hashes. */
export const cryptChars = alphabet(`./${digits}${lower}${upper}`);
/** What may stand in the name of a variable, a key or an option. */
export const nameChars = alphabet(`${digits}${lower}${upper}-_.`);

/** The set of the characters of a text; all must be ASCII. */
export function alphabet(characters: string): Alphabet {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

export function has(set: Alphabet, code: number): boolean {
  return set[code] === 1;
}

/** Offset after the longest run of members from `from`, looking at no more than `most` characters. */
export function runEnd(text: string, from: number, set: Alphabet, most: number): number {
  const limit = Math.min(text.length, from + most);
  let at = from;
  while (at < limit && set[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Offset of the first of the members that stand right before `from`, looking at no more than `most`. */
export function runStart(text: string, from: number, set: Alphabet, most: number): number {
  const limit = Math.max(0, from - most);
  let at = from;
  while (at > limit && set[text.charCodeAt(at - 1)] === 1) at--;
  return at;
}

/**
 * Whether a token can begin at `at`: no letter, digit or `_` before it, except those of an escape
 * such as `\n`, which stands before tokens in JSON and in derivations.
 */
export function startsToken(text: string, at: number): boolean {
  if (at === 0 || !has(word, text.charCodeAt(at - 1))) return true;
  return isEscaped(text, at - 1);
}

function isEscaped(text: string, at: number): boolean {
  return text.charAt(at - 1) === '\\' && 'nrtbf'.includes(text.charAt(at));
}
