/** Numbers of MPIs of a public key by algorithm (RFC 4880, 5.5.2); elliptic curves have an OID before. */
const publicMpis: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 2],
  [3, 2],
  [16, 3],
  [17, 4],
]);
const curveAlgorithms: ReadonlySet<number> = new Set([19, 22]);

/** Whether bytes start with an OpenPGP secret key or secret subkey packet: tag 5 or 7. */
export function isPgpSecretKey(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  if ((first & 0x80) === 0) return false;
  const tag = (first & 0x40) !== 0 ? first & 0x3f : (first >> 2) & 0x0f;
  return tag === 5 || tag === 7;
}

/**
 * Whether the secret part of a version 4 key stands in clear: the octet after the public key is 0.
 * Keys of other versions and algorithms count as unprotected, so that none is missed.
 */
export function isUnprotectedPgp(bytes: Uint8Array): boolean {
  let at = bodyStart(bytes);
  if (bytes[at] !== 4) return true;
  const algorithm = bytes[at + 5] ?? 0;
  at += 6;
  if (curveAlgorithms.has(algorithm)) at = skipMpi(bytes, at + 1 + (bytes[at] ?? 0));
  else {
    const count = publicMpis.get(algorithm);
    if (count === undefined) return true;
    for (let mpi = 0; mpi < count; mpi++) at = skipMpi(bytes, at);
  }
  return (bytes[at] ?? 0) === 0;
}

function bodyStart(bytes: Uint8Array): number {
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  if ((first & 0x40) === 0) return 1 + ([1, 2, 4, 0][first & 3] ?? 0);
  if (second === 255) return 6;
  return second >= 192 ? 3 : 2;
}

/** Offset after an MPI: two octets with its length in bits, then the bits (RFC 4880, 3.2). */
function skipMpi(bytes: Uint8Array, at: number): number {
  const bits = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  return at + 2 + ((bits + 7) >> 3);
}
