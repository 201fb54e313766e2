/** Decodes UTF-8 and keeps a byte order mark, so that offsets and lints see the file as it is. */
export function decode(bytes: Uint8Array): {
  readonly ok: true;
  readonly text: string;
  readonly lossy: boolean;
} {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.includes('\ufffd')) return { ok: true, text, lossy: false };
  const lossy = Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0;
  return { ok: true, text, lossy };
}
