const secretFolders = [
  '/run/secrets',
  '/run/secrets.d',
  '/run/agenix',
  '/run/agenix.d',
  '/var/lib/secrets',
];
/** Prefixes with more behind the dash: `/run/secrets-for-users`, `/var/lib/secrets-x`. */
const secretPrefixes = ['/run/secrets', '/var/lib/secrets'];
const personalFolders = ['/root', '/home', '/Users', '/etc', '~'];

/** What a path of the host exposes when every build sees it: secrets, personal or system data, or neither. */
export function hostPath(path: string): 'secret' | 'personal' | undefined {
  const clean = trimmed(path);
  if (isSecret(clean)) return 'secret';
  if (clean === '') return 'personal';
  return personalFolders.some((folder) => isWithin(clean, folder)) && !isHarmless(clean)
    ? 'personal'
    : undefined;
}

function isSecret(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'docker.sock' || name === 'podman.sock') return true;
  if (/ssh[-_]?agent|SSH_AUTH_SOCK|gpg-agent|^agent\.[0-9]+$/i.test(name)) return true;
  if (/\/(?:\.ssh|\.gnupg|\.aws)(?:\/|$)/.test(path)) return true;
  if (secretFolders.some((folder) => isWithin(path, folder))) return true;
  return secretPrefixes.some((prefix) => path.startsWith(`${prefix}-`));
}

/** Files of /etc that every program reads and that say nothing about the machine. */
const publicFiles: ReadonlySet<string> = new Set([
  '/etc/hosts',
  '/etc/nsswitch.conf',
  '/etc/protocols',
  '/etc/resolv.conf',
  '/etc/services',
]);

function isHarmless(path: string): boolean {
  return (
    publicFiles.has(path) ||
    isWithin(path, '/etc/ssl/certs') ||
    isWithin(path, '/etc/static/ssl/certs')
  );
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Without `.` and doubled or final slashes, `..` resolved; the root is empty. */
function trimmed(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return path.startsWith('/') ? parts.map((part) => `/${part}`).join('') : parts.join('/');
}
