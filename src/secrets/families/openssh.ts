const magic = 'openssh-key-v1\0';

/** Whether bytes are an OpenSSH private key (OpenSSH `PROTOCOL.key`). */
export function isOpenSsh(bytes: Buffer): boolean {
  return bytes.subarray(0, magic.length).toString('latin1') === magic;
}

/** Whether a passphrase protects it: the cipher name, the first string after the magic, is not `none`. */
export function isEncryptedOpenSsh(bytes: Buffer): boolean {
  const from = magic.length + 4;
  return bytes.subarray(from, from + 4).toString('latin1') !== 'none';
}
