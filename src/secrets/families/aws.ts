import { base32, base64, has, runEnd, startsToken } from '../alphabet.ts';
import { entropy } from '../encodings.ts';
import { type Detector, type Found, nothing } from '../hit.ts';
import { looksMadeUp, token } from './shape.ts';

/** Characters before and after a key id in which its secret is looked for. */
const REACH = 300;
const ID_LENGTH = 20;
const SECRET_LENGTH = 40;

/**
 * An AWS access key id, and the secret access key beside it. The id alone opens nothing; the
 * secret has no prefix, so only the pair is certain.
 */
export const awsKeys: Detector = {
  anchors: ['akia', 'asia', 'abia', 'acca'],
  find(text, at) {
    const end = runEnd(text, at, base32, ID_LENGTH + 1);
    if (end - at !== ID_LENGTH || !startsToken(text, at)) return nothing;
    const id = text.slice(at, end);
    // The ids of AWS's documentation end in EXAMPLE.
    if (looksMadeUp(id.slice(4))) return nothing;
    return [
      token('aws-access-key-id', at, end, false, 'low-risk', id.slice(0, 4)),
      ...secretsIn(text, Math.max(0, at - REACH), at),
      ...secretsIn(text, end, Math.min(text.length, end + REACH)),
    ];
  },
};

/** Whether a value looks like an AWS secret access key; as common as any 40 random characters. */
export function isAwsSecret(value: string): boolean {
  if (value.length !== SECRET_LENGTH || runEnd(value, 0, base64, SECRET_LENGTH) !== SECRET_LENGTH)
    return false;
  // Git revisions are 40 characters as well.
  return /[A-Z]/.test(value) && /[g-z]/.test(value) && /\d/.test(value) && entropy(value) >= 4;
}

function secretsIn(text: string, from: number, to: number): Found[] {
  const found: Found[] = [];
  for (let at = from; at < to; at++) {
    if (!has(base64, text.charCodeAt(at))) continue;
    const end = runEnd(text, at, base64, REACH);
    if (end <= to && isAwsSecret(text.slice(at, end)))
      found.push(token('aws-secret-access-key', at, end, true));
    at = end;
  }
  return found;
}
