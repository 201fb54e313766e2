import { bech32Checksum } from '../../src/secrets/checksums.ts';
import { armour, jwt, opensshKey, samples, seeded } from './generate.ts';

const SEED = 2026;

/** Values that fixtures may ask for besides the families of `samples`. */
function extras(): ReadonlyMap<string, string> {
  const random = seeded(SEED);
  const plugin = 'age-plugin-yubikey-';
  const data = Array.from({ length: 30 }, () => random.below(32));
  const digits = data.map((digit) => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.charAt(digit)).join('');
  return new Map([
    ['canary', random.text('abcdefghijklmnopqrstuvwxyz0123456789', 20)],
    ['jwt-expired', jwt({ sub: 'me', exp: 1_700_000_000 }, random)],
    ['openssh-encrypted', armour('OPENSSH PRIVATE KEY', opensshKey(random, 'aes256-ctr'), 70)],
    ['age-plugin', `${plugin}1${digits}${bech32Checksum(plugin, data)}`.toUpperCase()],
  ]);
}

/**
 * Puts generated secrets where a fixture says `@{family}`: no realistic secret may be committed.
 * `@{base64:family}` encodes one, `@{broken:family}` changes its last character but one.
 */
export function fillSecrets(text: string): string {
  if (!text.includes('@{')) return text;
  return text.replace(
    /@\{(?:(base64|broken):)?([a-z0-9-]+)\}/g,
    (_, change: string | undefined, family: string) => {
      const value =
        extras().get(family) ?? samples(SEED).find((sample) => sample.family === family)?.value;
      if (value === undefined) throw new Error(`no family ${family}`);
      if (change === 'base64') return Buffer.from(value).toString('base64');
      return change === 'broken' ? alter(value) : value;
    },
  );
}

function alter(value: string): string {
  const at = value.length - 6;
  return value.slice(0, at) + (value.charAt(at) === 'x' ? 'y' : 'x') + value.slice(at + 1);
}
