import { runEnd, startsToken, upperDigits, alphabet } from '../alphabet.ts';
import { isBech32 } from '../checksums.ts';
import { type Detector, type Found, nothing } from '../hit.ts';

/** Hybrid identities (age 1.3) carry a longer seed; nothing is known to exceed this. */
const MAX_DATA = 4096;

const identityChars = alphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-');

/** age identities: Bech32 in capitals, checksum proved (age `internal/bech32`). */
export const ageIdentity: Detector = {
  anchors: ['age-secret-key-'],
  find(text, at, end) {
    if (!startsToken(text, at) || text.charAt(at - 1) === '-') return nothing;
    const last = runEnd(text, end, identityChars, MAX_DATA);
    if (!isBech32(text.slice(at, last))) return nothing;
    return [found('age', 'plain', at, last)];
  },
};

/** An identity of a plugin names a key in hardware; it is useless without it. */
export const agePlugin: Detector = {
  anchors: ['age-plugin-'],
  find(text, at, end) {
    if (!startsToken(text, at) || text.charAt(at - 1) === '-') return nothing;
    const last = runEnd(text, end, identityChars, MAX_DATA);
    const identity = text.slice(at, last);
    if (identity.length < 30 || runEnd(text, end, upperDigits, 1) === end || !isBech32(identity))
      return nothing;
    return [found('age-plugin', 'pointer', at, last)];
  },
};

function found(family: string, reason: string, start: number, end: number): Found {
  return { rule: 'secret-private-key', reason, family, start, end, verified: true };
}
