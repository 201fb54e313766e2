import { entropy } from './encodings.ts';

/**
 * Whether a value has the shape of something Nix and its neighbours publish: store paths, hashes
 * and revisions, public keys, certificates (catalogue 4.4). Entropy cannot tell these from secrets.
 */
export function isPublicShape(value: string): boolean {
  return isNixHash(value) || isPublicKey(value) || isStorePath(value) || isEncodedFile(value);
}

/** Hex of the length of a digest or a revision, and UUIDs: public unless a name says otherwise. */
export function isDigestOrUuid(value: string): boolean {
  if (/^[0-9a-fA-F]+$/.test(value)) return [32, 40, 56, 64, 96, 128].includes(value.length);
  return /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(value);
}

/** Nix hash texts (nix `hash.cc`): SRI, `sha256:…`, and bare nix32 of the lengths it comes in. */
function isNixHash(value: string): boolean {
  if (/^(?:sha(?:1|256|384|512)|md5|blake3)[-:][0-9A-Za-z+/=]+$/.test(value)) return true;
  if (![26, 32, 39, 52, 103].includes(value.length)) return false;
  return /^\/?[0-9abcdfghijklmnpqrsvwxyz]+$/.test(value) && /\d/.test(value) && /[a-z]/.test(value);
}

function isStorePath(value: string): boolean {
  return value.startsWith('/nix/store/') || /^[0-9abcdfghijklmnpqrsvwxyz]{32}-/.test(value);
}

function isPublicKey(value: string): boolean {
  if (
    /^(?:ssh-|ecdsa-sha2-|sk-ssh-|age1[a-z0-9]{20}|-----BEGIN (?:CERTIFICATE|[A-Z ]*PUBLIC KEY)|RW[A-Za-z0-9+/]{54}$)/.test(
      value,
    )
  )
    return true;
  return (
    /^[\w.-]{1,100}:[A-Za-z0-9+/]{43}=$/.test(value) || /^AAAA[BEI][0-9A-Za-z+/]+=*$/.test(value)
  );
}

/** Base64 that starts like PNG, JPEG, GIF, WOFF, zip, gzip, WebAssembly or DER, and data URLs. */
function isEncodedFile(value: string): boolean {
  return /^(?:iVBOR|\/9j\/|R0lGOD|d09GM|UEsDB|H4sI|AGFzbQ|MII|data:)/.test(value);
}

/** Whether a run of base64, hex or alphanumerics is too random to be words, by the measured thresholds of 4.4. */
export function isRandom(value: string): boolean {
  const bits = entropy(value);
  if (/^[0-9a-fA-F]+$/.test(value)) return value.length >= 32 && bits >= 3.3;
  if (/[+/=_-]/.test(value)) return value.length >= 32 && bits >= 4.3 && isMixed(value);
  return value.length >= 24 && bits >= 4 && isMixed(value);
}

function isMixed(value: string): boolean {
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}
