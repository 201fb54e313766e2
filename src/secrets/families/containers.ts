import { anyBase64, base64, runEnd } from '../alphabet.ts';
import { decodeBase64, printableShare } from '../encodings.ts';
import { type Detector, type Found, nothing } from '../hit.ts';
import { isPlaceholder, isReference } from '../placeholders.ts';
import { judgeValue } from '../values.ts';

/** Longest part of a manifest, a netrc line or a list of tokens looked at from its anchor. */
const WINDOW = 16 * 1024;
const LINE = 1024;

/** Most values of one manifest. */
const MAX_VALUES = 200;

/** `Authorization: Bearer …`, `Basic …` and `token …` in scripts and requests. */
export const authorizationHeader: Detector = {
  anchors: ['authorization'],
  find(text, at, end) {
    const window = text.slice(end, end + LINE);
    const match =
      /^["'\\]{0,3}\s{0,4}[:=,]\s{0,4}["'\\]{0,3}(Bearer|Basic|Token|ApiKey) ([\w.~+/=:-]{8,})/i.exec(
        window,
      );
    const value = match?.[2];
    if (match === null || value === undefined || !isAuthorization(match[1], value)) return nothing;
    const start = end + match[0].length - value.length;
    return [assigned('authorization', text.slice(at, end), start, start + value.length)];
  },
};

function isAuthorization(scheme: string | undefined, value: string): boolean {
  if (scheme?.toLowerCase() !== 'basic') return judgeValue('token', value) === 'secret';
  return isUserAndPassword(value);
}

/** Docker's `config.json`: `"auth"` is base64 of `user:password`. */
export const dockerAuth: Detector = {
  anchors: ['"auth"', '\\"auth\\"'],
  find(text, _at, end) {
    const match = /^\s{0,8}:\s{0,8}\\?"([A-Za-z0-9+/]{8,}={0,2})\\?"/.exec(
      text.slice(end, end + LINE),
    );
    const value = match?.[1];
    if (match === null || value === undefined || !isUserAndPassword(value)) return nothing;
    const start = end + match[0].indexOf(value);
    return [assigned('docker-auth', 'auth', start, start + value.length)];
  },
};

function isUserAndPassword(encoded: string): boolean {
  const decoded = decodeBase64(encoded);
  const colon = decoded.indexOf(':');
  const password = decoded.slice(colon + 1);
  return (
    colon > 0 && password.length >= 4 && printableShare(decoded) === 1 && !isPlaceholder(password)
  );
}

/** netrc lines, `machine … login … password …`, also in one line (curl and Nix read them so). */
export const netrc: Detector = {
  anchors: ['machine '],
  find(text, _at, end) {
    const match =
      /^\S{1,255}(?:\s+(?:login|account)\s+\S{1,255}){0,2}\s+password\s+(\S{4,255})/.exec(
        text.slice(end, end + LINE),
      );
    const value = match?.[1]?.replace(/\\n.*$|["']$/, '');
    if (match === null || value === undefined) return nothing;
    const verdict = judgeValue('password', value);
    if (verdict === 'none' || /^["'{]/.test(value)) return nothing;
    const start = end + match[0].length - (match[1]?.length ?? 0);
    const found = assigned('netrc', 'password', start, start + value.length);
    return [verdict === 'weak' ? { ...found, reason: 'weak' } : found];
  },
};

/** Nix's `access-tokens` setting: `host=token` or `host=PAT:token`, set apart by blanks. */
export const accessTokens: Detector = {
  anchors: ['access-tokens', 'access_tokens'],
  find(text, _at, end) {
    const line = /^["']?\s{0,8}[=:]?[ \t]{0,8}["']?([^\n"';]{1,1000})/.exec(
      text.slice(end, end + LINE),
    );
    if (line === null) return nothing;
    const found: Found[] = [];
    const from = end + line[0].length - (line[1]?.length ?? 0);
    for (const pair of (line[1] ?? '').matchAll(
      /(?:^|[ \t])[\w./-]{3,255}=(?:PAT:|OAuth2:)?([^\s\\]{8,300})/g,
    )) {
      const value = pair[1] ?? '';
      if (judgeValue('token', value) === 'none') continue;
      const start = from + pair.index + pair[0].length - value.length;
      found.push(assigned('access-tokens', 'access-tokens', start, start + value.length));
    }
    return found;
  },
};

/** The values of a Kubernetes Secret: base64 is all that hides them. */
export const kubernetesSecret: Detector = {
  anchors: ['kind: secret', '"kind":"secret"', '"kind": "secret"'],
  find(text, at, end) {
    if (runEnd(text, end, anyBase64, 1) > end || text.charAt(end) === 's') return nothing;
    const document = documentAround(text, at, end);
    if (document === undefined) return nothing;
    const found: Found[] = [];
    for (const pair of text
      .slice(document.start, document.end)
      .matchAll(
        /(?<![\w.-])([\w.-]{1,255})["']?[ \t]{0,8}:[ \t]{0,8}["']?([A-Za-z0-9+/]{4,}={0,2})(?=["'\s,}]|$)/g,
      )) {
      const value = pair[2] ?? '';
      if (found.length >= MAX_VALUES || !isSecretValue(value)) continue;
      const start = document.start + pair.index + pair[0].length - value.length;
      found.push({
        ...assigned('kubernetes-secret', pair[1] ?? '', start, start + value.length),
        reason: 'kubernetes-secret',
      });
    }
    return found;
  },
};

/** One document of a YAML stream around the anchor, or undefined when an earlier anchor in it sees to it. */
function documentAround(
  text: string,
  at: number,
  end: number,
): { start: number; end: number } | undefined {
  const from = Math.max(0, at - WINDOW / 4);
  const before = text.slice(from, at);
  const head = before.slice(before.lastIndexOf('\n---') + 1);
  if (kubernetesSecret.anchors.some((anchor) => head.toLowerCase().includes(anchor)))
    return undefined;
  const after = text.slice(end, end + WINDOW);
  const cut = after.indexOf('\n---');
  return { start: at - head.length, end: end + (cut < 0 ? after.length : cut) };
}

function isSecretValue(encoded: string): boolean {
  if (encoded.length % 4 !== 0 || runEnd(encoded, 0, base64, encoded.length) < encoded.length - 2)
    return false;
  const decoded = decodeBase64(encoded);
  if (decoded.length < 4 || printableShare(decoded) < 1) return false;
  return !isPlaceholder(decoded) && !isReference(decoded);
}

function assigned(family: string, name: string, start: number, end: number): Found {
  return {
    rule: 'secret-assignment',
    reason: 'literal',
    family,
    start,
    end,
    verified: false,
    name,
  };
}
