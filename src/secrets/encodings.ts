/** Bytes of base64 or base64url as Latin-1 text; characters outside the alphabet are skipped. */
export function decodeBase64(encoded: string): string {
  return Buffer.from(encoded, 'base64').toString('latin1');
}

/** JSON of a base64url part as an object, or undefined when it is none. */
export function decodeJsonPart(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // An object of unknown members: callers read own members by fixed names only.
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Share of the characters of a Latin-1 text that are printable ASCII or white space; 0 for an empty text. */
export function printableShare(text: string): number {
  let printable = 0;
  for (let at = 0; at < text.length; at++) {
    if (isPrintable(text.charCodeAt(at))) printable++;
  }
  return text.length === 0 ? 0 : printable / text.length;
}

export function isPrintable(code: number): boolean {
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;
}

const counts = new Uint16Array(256);

/** Shannon entropy of a text in bits per character, characters told apart by their low eight bits. */
export function entropy(text: string): number {
  const length = Math.min(text.length, 65_535);
  counts.fill(0);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at) & 255;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= (count / length) * Math.log2(count / length);
  }
  return bits;
}
