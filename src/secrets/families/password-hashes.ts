import { cryptChars, has, runEnd } from '../alphabet.ts';
import { type Detector, type Found, nothing } from '../hit.ts';

/** A scheme of crypt(5) or a relative: what starts it, and the rest of it. */
type Scheme = {
  readonly family: string;
  readonly starts: string;
  readonly rest: RegExp;
  readonly weak?: true;
};

/** Longest hash of any scheme below. */
const MAX_HASH = 400;

/** The last group of each is as long as the hash function makes it, so examples cut short are let go. */
const schemes: readonly Scheme[] = [
  { family: 'md5crypt', starts: '$1$', rest: /^\$1\$[./0-9A-Za-z]{0,8}\$[./0-9A-Za-z]{22}/, weak: true },
  { family: 'apr1', starts: '$apr1$', rest: /^\$apr1\$[./0-9A-Za-z]{0,8}\$[./0-9A-Za-z]{22}/, weak: true },
  { family: 'sha256crypt', starts: '$5$', rest: /^\$5\$(?:rounds=\d{1,9}\$)?[^$:\s"'\\]{0,16}\$[./0-9A-Za-z]{43}/ },
  { family: 'sha512crypt', starts: '$6$', rest: /^\$6\$(?:rounds=\d{1,9}\$)?[^$:\s"'\\]{0,16}\$[./0-9A-Za-z]{86}/ },
  { family: 'yescrypt', starts: '$y$', rest: /^\$y\$[./0-9A-Za-z]{1,20}\$[./0-9A-Za-z]{1,86}\$[./0-9A-Za-z]{43}/ },
  { family: 'gost-yescrypt', starts: '$gy$', rest: /^\$gy\$[./0-9A-Za-z]{1,20}\$[./0-9A-Za-z]{1,86}\$[./0-9A-Za-z]{43}/ },
  { family: 'scrypt', starts: '$7$', rest: /^\$7\$[./0-9A-Za-z]{11}[./0-9A-Za-z]{1,86}\$[./0-9A-Za-z]{43}/ },
  { family: 'scrypt', starts: '$scrypt$', rest: /^\$scrypt\$[\w=,]{1,40}\$[./+\w]{8,86}=?=?\$[./+\w]{40,90}/ },
  { family: 'bcrypt', starts: '$2', rest: /^\$2[abxy]\$[0-3]\d\$[./0-9A-Za-z]{53}/ },
  { family: 'argon2', starts: '$argon2', rest: /^\$argon2(?:id?|d)\$(?:v=\d{1,3}\$)?m=\d{1,9},t=\d{1,6},p=\d{1,4}\$[./+\w]{8,86}\$[./+\w]{16,90}/ },
  { family: 'pbkdf2', starts: '$pbkdf2', rest: /^\$pbkdf2(?:-sha\d{1,3})?\$\d{1,9}\$[./+\w]{8,86}\$[./+\w]{27,90}/ },
  { family: 'pbkdf2', starts: 'pbkdf2_sha256$', rest: /^pbkdf2_sha256\$\d{1,9}\$\w{8,32}\$[+/\w]{43}=/ },
  { family: 'ssha', starts: '{ssha', rest: /^\{SSHA\}[+/\w]{32,40}={0,2}|^\{SSHA(?:256|512)\}[+/\w]{50,110}={0,2}/i },
]; // prettier-ignore

/** Hashes without a marker of their own; taken for one only where the name says that it is one. */
const bareSchemes: readonly Scheme[] = [
  { family: 'descrypt', starts: '', rest: /^[./0-9A-Za-z]{13}$/, weak: true },
  { family: 'mysql', starts: '', rest: /^\*[0-9A-F]{40}$/, weak: true },
  { family: 'nt-hash', starts: '', rest: /^[0-9a-fA-F]{32}$/, weak: true },
];

/** Password hashes of crypt(3) and relatives, by marker and length. */
export const passwordHashes: Detector = {
  anchors: schemes.map((scheme) => scheme.starts),
  find(text, at) {
    if (goesOn(text, at) && text.charAt(at) !== '{') return nothing;
    const window = text.slice(at, at + MAX_HASH);
    for (const scheme of schemes) {
      const match = scheme.rest.exec(window);
      if (match === null) continue;
      const end = at + match[0].length;
      // Longer than the scheme makes them: not this hash.
      if (runEnd(text, end, cryptChars, 1) > end) continue;
      return [found(scheme, at, end)];
    }
    return nothing;
  },
};

/** Whether something longer began before; the letter of an escaped line break or tab did not begin it. */
function goesOn(text: string, at: number): boolean {
  if (!has(cryptChars, text.charCodeAt(at - 1))) return false;
  return !(text.charAt(at - 2) === '\\' && 'nrt'.includes(text.charAt(at - 1)));
}

/**
 * The scheme of a value that is a password hash as a whole, for options named like
 * `hashedPassword`; undefined for `!`, `*`, `x` and everything else that locks an account.
 */
export function passwordHashScheme(
  value: string,
): { readonly family: string; readonly weak: boolean } | undefined {
  for (const scheme of [...schemes, ...bareSchemes]) {
    const match = scheme.rest.exec(value.slice(0, MAX_HASH));
    if (match?.[0].length === value.length)
      return { family: scheme.family, weak: scheme.weak === true };
  }
  return undefined;
}

function found(scheme: Scheme, start: number, end: number): Found {
  return {
    rule: 'secret-password-hash',
    reason: scheme.weak === true ? 'weak-scheme' : 'hash',
    family: scheme.family,
    start,
    end,
    verified: true,
  };
}
