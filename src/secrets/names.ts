import { wordSet } from './word-set.ts';
const secretWords: ReadonlySet<string> = wordSet(`
  password passwd passphrase pwd secret token apikey accesskey privatekey privkey credential
  credentials authtoken bearer psk pskraw presharedkey signingkey encryptionkey secretkey
  sessionkey masterkey clientsecret webhook webhookurl dsn cookiesecret otpsecret
`);

/** Words that make a following `key` secret. `shared` serves WireGuard's `preshared_key`. */
const keyOwners: ReadonlySet<string> = wordSet(`
  api access private secret signing encryption master session shared preshared
`);

/** Last words that say the value is about a secret, not the secret. */
const harmlessEndings: ReadonlySet<string> = wordSet(`
  file files path paths dir directory folder command cmd program script helper name id ids
  length size policy prompt hint algorithm algo type kind format mode ttl expiry expiration
  lifetime timeout age count limit min max url uri endpoint hash hashed env var variable host
  port user username label title description help field header regex pattern provider manager
  agent store backend generator input reset auth authentication required enabled enable
  support supported version owner group ref service source location class method action scope
  scopes permissions fd stdin encryption incorrect entered default bcrypt strength validation
  rotation storage exchange request response lookup change changed expired expires create delete
  update list
`);

/** Words that make the whole name harmless wherever they stand: hashes and the public halves of keys. */
const harmlessWords: ReadonlySet<string> = new Set([
  'public',
  'pub',
  'hashed',
  'hash',
  'example',
  'placeholder',
]);

/** Last components that carry a value for the component before them, as in `token.value`. */
const carriers: ReadonlySet<string> = new Set([
  'value',
  'text',
  'content',
  'data',
  'default',
  '_secret',
]);

/** Longer names are not written by people and not worth splitting. */
const MAX_NAME = 256;

/**
 * Splits a name into lower-case words at `_`, `-`, `.`, other punctuation and camelCase humps:
 * `dbAPIKey_file` → `db`, `api`, `key`, `file`.
 */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < name.length; at++) {
    const char = name.charAt(at);
    if (!isWordChar(char)) {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    if (startsHump(name, at) && word !== '') {
      words.push(word);
      word = '';
    }
    word += char.toLowerCase();
  }
  if (word !== '') words.push(word);
  return words;
}

/**
 * Whether a variable, option path or key is named like something that holds a secret value
 * (`DB_PASSWORD`, `services.x.apiKey`), and not like a path, a hash or a setting about one
 * (`passwordFile`, `tokenHash`, `secretsDir`). Only the last component of a dotted path counts.
 */
export function isSecretName(name: string): boolean {
  if (name.length > MAX_NAME) return false;
  const words = nameWords(significantPart(name));
  const last = words.at(-1);
  if (last === undefined || words.some((word) => harmlessWords.has(word))) return false;
  // systemd's LoadCredential= and ImportCredential= name files.
  if ((words[0] === 'load' || words[0] === 'import') && words[1] === 'credential') return false;
  if (words.slice(-2).join('') === 'webhookurl') return true;
  if (harmlessEndings.has(last)) return words.includes('dsn') && last === 'url';
  if (last === 'pass') return true;
  return words.some((word, at) => {
    if (secretWords.has(word)) return true;
    const before = words[at - 1];
    if (before === undefined) return false;
    return word === 'key' ? keyOwners.has(before) : secretWords.has(before + word);
  });
}

/** Whether the name says that its value is the path of a file with a secret: `DB_PASSWORD_FILE`, `tokenFile`. */
export function isSecretFileName(name: string): boolean {
  if (name.length > MAX_NAME) return false;
  const words = nameWords(significantPart(name));
  const last = words.pop();
  return (last === 'file' || last === 'path') && isSecretName(words.join('_'));
}

/** Whether the name is that of a password, whose values may be as short as four characters. */
export function isPasswordName(name: string): boolean {
  return nameWords(significantPart(name)).some((word) => word.startsWith('pass') || word === 'pwd');
}

/** The last component of a dotted path, or the one before it when the last only says "value". */
function significantPart(name: string): string {
  const parts = name.split('.').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return carriers.has(last) ? (parts.at(-2) ?? last) : last;
}

function isWordChar(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9')
  );
}

/** A capital starts a word after a small letter or digit, or as the last capital of a run (`APIKey`). */
function startsHump(name: string, at: number): boolean {
  if (!isUpper(name.charAt(at))) return false;
  const before = name.charAt(at - 1);
  if (!isUpper(before)) return isWordChar(before);
  const after = name.charAt(at + 1);
  return after >= 'a' && after <= 'z';
}

function isUpper(char: string): boolean {
  return char >= 'A' && char <= 'Z';
}
