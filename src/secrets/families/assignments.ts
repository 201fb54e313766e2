import { nameChars, runEnd, runStart } from '../alphabet.ts';
import { type Detector, type Found, type ScanContext, nothing } from '../hit.ts';
import { isSecretFileName, isSecretName } from '../names.ts';
import { isPlaceholder } from '../placeholders.ts';
import { isHarmlessName } from '../sensitive-names.ts';
import { judgeValue } from '../values.ts';
import { isAwsSecret } from './aws.ts';
import { literalAfter } from './literals.ts';

/** What goes on longer than this on either side of a keyword is no name. */
const MAX_NAME = 96;

/** Every secret name holds one of these; `isSecretName` decides. */
const keywords = [
  'pass', 'pwd', 'secret', 'token', 'credential', 'bearer', 'psk', 'webhook', 'dsn', 'privkey',
  ...['api', 'access', 'private', 'signing', 'encryption', 'master', 'session', 'shared'].flatMap((owner) =>
    ['key', '_key', '-key', '.key'].map((key) => owner + key),
  ),
]; // prettier-ignore

/** `name = value` in any notation, where the name says secret and the value looks it (catalogue 4.3). */
export const assignments: Detector = {
  anchors: keywords,
  find(text, at, end, context) {
    const start = runStart(text, at, nameChars, MAX_NAME);
    const last = runEnd(text, end, nameChars, MAX_NAME);
    if (at - start === MAX_NAME || last - end === MAX_NAME) return nothing;
    const written = text.slice(start, last);
    const name = written.replace(/^-+|[.:-]+$/g, '');
    const isFile = isSecretFileName(name);
    if (!isFile && !isSecretName(name)) return nothing;
    const literal = literalAfter(text, last, {
      flag: written.startsWith('--'),
      isElement: text.charAt(start - 1) === '<',
    });
    if (literal === undefined || (!literal.quoted && context.syntax === 'code')) return nothing;
    const value = text.slice(literal.start, literal.end);
    if (!literal.quoted && isAssignment(value)) return nothing;
    const found = isFile
      ? judgeFile(name, value, literal.start)
      : judge(name, value, literal.start, literal.quoted);
    return runsOn(text, start) ? found.map(withoutName) : found;
  },
};

/** Whether what looks like a name is the end of something longer, perhaps a token, and must not be shown. */
function runsOn(text: string, start: number): boolean {
  return start > 0 && '/+~%$'.includes(text.charAt(start - 1));
}

function withoutName({ name: _name, ...found }: Found): Found {
  return found;
}

/** `a_token=b_token=x` is seen to at the inner name; judging the outer as well would take quadratic time. */
function isAssignment(value: string): boolean {
  const inner = /^([\w.-]{1,96})=[^=]/.exec(value)?.[1];
  return inner !== undefined && isSecretName(inner);
}

/** The same for a text that is the value of a name as a whole. */
export function wholeValue(text: string, context: ScanContext): readonly Found[] {
  const { name } = context;
  if (name === undefined || text === '') return nothing;
  if (isSecretFileName(name)) return judgeFile(name, text, 0);
  return isSecretName(name) ? judge(name, text, 0, true) : nothing;
}

/**
 * A variable that names a file with a secret (Clan, containers, NixOS modules) must name one that
 * exists at run time only. What is in the store, everybody can read.
 */
function judgeFile(name: string, value: string, start: number): readonly Found[] {
  if (!/^\/nix\/store\/[0-9a-z]{32}-/.test(value) || isHarmlessName(value)) return nothing;
  const end = start + value.length;
  return [
    {
      rule: 'secret-assignment',
      reason: 'store-file',
      family: 'store-file',
      start,
      end,
      verified: false,
      name,
    },
  ];
}

/** Weak values without quotes are let go: in prose and scripts those are words. */
function judge(name: string, value: string, start: number, quoted: boolean): readonly Found[] {
  const end = start + value.length;
  const known = knownByName(name, value);
  if (known !== undefined) return [{ ...known, start, end, name }];
  const verdict = judgeValue(name, value);
  if (verdict === 'none' || (verdict === 'weak' && !quoted)) return nothing;
  const reason = verdict === 'secret' ? 'literal' : 'weak';
  return [
    { rule: 'secret-assignment', reason, family: 'assignment', start, end, verified: false, name },
  ];
}

/** Kinds of values that only a name tells from other random text. */
function knownByName(
  name: string,
  value: string,
): Omit<Found, 'start' | 'end' | 'name'> | undefined {
  if (isWireGuardName(name) && isCurveKey(value)) {
    return {
      rule: 'secret-private-key',
      reason: 'wireguard',
      family: 'wireguard',
      verified: isClamped(value),
    };
  }
  const lower = name.toLowerCase();
  if (/secret.?access.?key/.test(lower) && isAwsSecret(value) && !isPlaceholder(value))
    return unproved('aws-secret-access-key');
  if (lower.includes('twilio') && /^SK[0-9a-f]{32}$/.test(value)) return unproved('twilio');
  if (lower.includes('discord') && isDiscordToken(value)) return unproved('discord-bot');
  return undefined;
}

function unproved(family: string): Omit<Found, 'start' | 'end' | 'name'> {
  return { rule: 'secret-known-token', reason: 'unverified', family, verified: false };
}

function isWireGuardName(name: string): boolean {
  return /(?:private|preshared|psk)[_-]?(?:key)?$/i.test(name);
}

/** 32 bytes of base64: a Curve25519 key or a WireGuard preshared key. */
function isCurveKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(value);
}

/** `wg genkey` clears and sets bits of the key (RFC 7748, 5); a hash has them so once in 32 times. */
function isClamped(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  return ((bytes[0] ?? 1) & 7) === 0 && ((bytes[31] ?? 0) & 0xc0) === 0x40;
}

/** Three parts, of which the first is a decimal number in base64. */
function isDiscordToken(value: string): boolean {
  const parts = /^([\w-]{24,28})\.[\w-]{6}\.[\w-]{27,40}$/.exec(value);
  return (
    parts !== null && /^\d{17,20}$/.test(Buffer.from(parts[1] ?? '', 'base64').toString('latin1'))
  );
}
