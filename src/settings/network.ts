/** Who can stand between a client and a host, from nobody to everybody. */
export type HostClass = 'loopback' | 'private' | 'public';

/** Top-level names that never resolve on the public internet, or only by convention on a local one. */
const privateSuffixes = [
  '.local',
  '.lan',
  '.internal',
  '.intranet',
  '.home',
  '.home.arpa',
  '.localdomain',
  '.cluster.local',
  '.svc',
];

/** Classifies a host name or address as it stands in a URL: lower or upper case, IPv6 in brackets, no port. */
export function hostClass(host: string): HostClass {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === '') return 'loopback';
  if (name.startsWith('[')) return ipv6Class(name.slice(1, -1));
  const octets = ipv4(name);
  if (octets !== undefined) return ipv4Class(octets);
  if (!name.includes('.')) return 'private';
  return privateSuffixes.some((suffix) => name.endsWith(suffix)) ? 'private' : 'public';
}

function ipv4(name: string): readonly number[] | undefined {
  const parts = name.split('.');
  if (parts.length !== 4) return undefined;
  const octets = parts.map((part) => (/^[0-9]{1,3}$/.test(part) ? Number(part) : 256));
  return octets.every((octet) => octet < 256) ? octets : undefined;
}

/** RFC 1918, RFC 6598 (carrier and overlay networks such as Tailscale), RFC 3927, RFC 1122. */
function ipv4Class([a = 0, b = 0]: readonly number[]): HostClass {
  if (a === 127) return 'loopback';
  if (a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32)) return 'private';
  if ((a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254)) return 'private';
  return 'public';
}

/** Unique local (fc00::/7) and link local (fe80::/10) addresses; an embedded IPv4 address is judged as such. */
function ipv6Class(address: string): HostClass {
  if (address === '::1' || address === '0:0:0:0:0:0:0:1') return 'loopback';
  const embedded = address.startsWith('::ffff:') ? ipv4(address.slice(7)) : undefined;
  if (embedded !== undefined) return ipv4Class(embedded);
  const first = Number.parseInt(address.split(':')[0] ?? '', 16);
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return 'private';
  return 'public';
}
