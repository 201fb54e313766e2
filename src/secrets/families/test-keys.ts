import { createHash } from 'node:crypto';

/**
 * Private keys that are public on purpose and used all over in tests, by the SHA-256 of their first
 * bytes. Known by content: a name that says "test" proves nothing.
 */
const publicKeys: ReadonlySet<string> = new Set([
  // nixpkgs nixos/tests/ssh-keys.nix, snakeOilPrivateKey until 2025
  'a71f1da700d90a8cb3f956e359f87cb8d0b68f1d48244fc78c0a53ba79f004dc',
  // RFC 9500 section 2.3, testECCP256; snakeOilPrivateKey since 2025
  '152abe484b6f0aa434d0127c2cdc3fba48b95384a6e0f45704598c183fc79397',
  // OpenSSH regress/misc/fuzz-harness; snakeOilEd25519PrivateKey since 2025
  '1293421b67714d0296ac5074fa874f27ea88a301ad9a9f76d4b764bcd73d925c',
  // nixpkgs, snakeOilEd25519PrivateKey until 2025
  '2af416e175869597f63cacdbb02c1d198c2f0425f501fde3e23eedbb774f9bfe',
  // Vagrant, the insecure key of every base box
  '5e6e4cfc0b068d9e45c11795e1396dc7bb135eae0a7a6a772f379d72bbecd363',
  // RFC 9500 section 2.1, testRSA2048
  'b1dec51a5b52d96bd07b6526998a76662493d09f34841d30b353417e92acd2c4',
]);

/** Enough bytes to hold a public part that no other key shares, in DER as in OpenSSH's format. */
const IDENTIFYING = 160;

/** Whether the decoded body of a private key is that of a well-known test key. */
export function isPublicTestKey(bytes: Uint8Array): boolean {
  return publicKeys.has(createHash('sha256').update(bytes.subarray(0, IDENTIFYING)).digest('hex'));
}
