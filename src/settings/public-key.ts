import { splitKey } from './caches.ts';

/** What a token of `trusted-public-keys` is (`src/libutil/signature/local-keys.cc`, `BorrowedCryptoValue::parse`). */
export type KeyReading =
  | { readonly kind: 'key'; readonly name: string; readonly bytes: string }
  | { readonly kind: 'placeholder' }
  /** 64 bytes: the secret half. Nothing of it but its name may be shown. */
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'malformed'; readonly problem: string };

const publicBytes = 32;
const secretBytes = 64;

/** Reads a key. `bytes` is base64 as written, with its padding made canonical. */
export function readPublicKey(token: string): KeyReading {
  const [name, encoded] = splitKey(token);
  const size = decodedSize(encoded);
  if (size !== publicBytes && isPlaceholder(name, encoded)) return { kind: 'placeholder' };
  if (!token.includes(':') || name === '') return malformed('expected `name:base64`');
  if (size === undefined) return malformed('the part after the colon is no base64');
  if (size === secretBytes) return { kind: 'secret', name };
  if (size !== publicBytes) return malformed(`expected 32 bytes, found ${size}`);
  const bare = encoded.replaceAll('=', '');
  if (isConstant(bare.slice(0, -1))) return { kind: 'placeholder' };
  return { kind: 'key', name, bytes: `${bare}=` };
}

function malformed(problem: string): KeyReading {
  return { kind: 'malformed', problem };
}

/** Number of bytes, as Nix decodes: the first `=` ends it, other characters than base64 are refused. */
function decodedSize(encoded: string): number | undefined {
  const end = encoded.indexOf('=');
  const digits = end < 0 ? encoded : encoded.slice(0, end);
  return /^[A-Za-z0-9+/]*$/.test(digits) ? Math.floor((digits.length * 6) / 8) : undefined;
}

function isPlaceholder(name: string, encoded: string): boolean {
  if (name.startsWith('<') || encoded.startsWith('<') || encoded.startsWith('...')) return true;
  return /^(?:x{3,}|your|public-?key|key$|changeme|todo)/i.test(encoded);
}

function isConstant(digits: string): boolean {
  return digits === (digits[0] ?? '').repeat(digits.length);
}
