import { wordSet } from './word-set.ts';
import { basename } from './paths.ts';

const exactNames: ReadonlySet<string> = wordSet(`
  .netrc _netrc .npmrc .pypirc .git-credentials .htpasswd .pgpass .my.cnf .dockercfg
  kubeconfig talosconfig credentials.json netrc master.key keys.txt secrets.nix secrets.yaml
  secrets.yml secrets.json secrets.toml secrets.env secret.yaml secret.yml .bash_history
  .zsh_history .python_history .psql_history .mysql_history fish_history
`);

const endings: readonly string[] = [
  '.pem', '.key', '.p12', '.pfx', '.jks', '.keystore', '.kdbx', '.kdb', '.agekey', '.sec', '.ovpn', '.ppk', '.tfstate', '.asc.key',
]; // prettier-ignore

/** Suffixes of encrypted or public files, and of templates that hold no value. */
const harmlessEndings: readonly string[] = [
  '.age', '.gpg', '.asc', '.enc', '.sops', '.pub', '.crt', '.cer', '.csr', '.pub.pem', '.example', '.sample', '.dist', '.template', '.tpl',
  '.tmpl', '.in', '.j2', '.nix', '.md',
]; // prettier-ignore

/** Why a file name suggests that its content is secret. */
export type SensitiveName =
  'dotenv' | 'keyfile' | 'ssh-key' | 'state' | 'vpn' | 'credentials' | 'history' | 'secrets';

/**
 * Says which kind of secret a file usually holds, by its name alone (catalogue 4.5), or undefined.
 * Takes a path or a name; for a store path pass the name after the hash. The content decides in
 * the end: `fileKind` tells encrypted and public files apart.
 */
export function sensitiveName(path: string): SensitiveName | undefined {
  const name = basename(path).toLowerCase();
  if (name === 'secrets.nix') return 'secrets';
  if (harmlessEndings.some((ending) => name.endsWith(ending))) return undefined;
  if (isDotenv(name)) return 'dotenv';
  if (/^id_(rsa|dsa|ecdsa|ed25519)/.test(name) || /^ssh_host_\w+_key$/.test(name)) return 'ssh-key';
  if (name.includes('.tfstate')) return 'state';
  if (/^wg[\w-]*\.conf$/.test(name) || name.endsWith('.ovpn')) return 'vpn';
  if (name.endsWith('_history')) return 'history';
  if (name.startsWith('secret') && exactNames.has(name)) return 'secrets';
  if (exactNames.has(name)) return 'credentials';
  return endings.some((ending) => name.endsWith(ending)) ? 'keyfile' : undefined;
}

/** Whether a file is encrypted, public or a template by its name. */
export function isHarmlessName(path: string): boolean {
  const name = basename(path).toLowerCase();
  return harmlessEndings.some((ending) => name.endsWith(ending));
}

/** `.env`, `.env.production`, `web.env`; templates of them were let go before. */
function isDotenv(name: string): boolean {
  return (
    name === '.env' ||
    name.startsWith('.env.') ||
    name === '.envrc.private' ||
    name.endsWith('.env')
  );
}
