/** Splits a well-formed SRI hash, which is all that Nix prints, into algorithm and base 16 digest. */
export function decodeSri(
  text: string,
): { readonly algorithm: string; readonly base16: string } | undefined {
  const match = /^([a-z0-9]+)-([A-Za-z0-9+/]+={0,2})$/.exec(text);
  const [, algorithm, base64] = match ?? [];
  if (algorithm === undefined || base64 === undefined) return undefined;
  return { algorithm, base16: Buffer.from(base64, 'base64').toString('hex') };
}
