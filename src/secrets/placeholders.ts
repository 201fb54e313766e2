import { wordSet } from './word-set.ts';
/** Prefixes of run-time locations: the value names where the secret will be, it is not the secret. */
const runtimePlaces: readonly string[] = [
  '/run/', '%d/', '%t/', '$CREDENTIALS_DIRECTORY', '${CREDENTIALS_DIRECTORY}', '/var/', '/etc/', '/home/', '/root/',
  '/proc/', '/dev/', '/tmp/', '~/', './', '../', '/nix/store/', 'env:', 'file:', 'cmd:', 'env.', 'secret:', 'vault:', 'op://', 'ref+', 'bw://', 'gopass:',
  '$__file{', '$__env{', '!secret ', '!vault', 'ENC[', '<SOPS:', 'age-encryption.org/v1', '@secret', 'systemd-creds:',
]; // prettier-ignore

/** Words that people write where a secret goes. */
const placeholderWords: ReadonlySet<string> = wordSet(`
  changeme change me my replaceme replace your yours example examples dummy placeholder todo fixme
  redacted none null nil undefined test tests testing foobar foo bar hunter2 sample fake mock
  insecure unused masked hidden default optional required
  true false yes no xxx here demo correct invalid
`);

/** Words that mark a longer value as a placeholder although other words stand beside them. */
const decisiveWords: ReadonlySet<string> = wordSet(`
  changeme replaceme replace your example dummy placeholder todo fixme redacted test testing
  foobar hunter2 sample fake insecure
`);

/** No placeholder is longer; what is longer is looked at by its first characters only. */
const MAX_PLACEHOLDER = 256;

/**
 * Whether a value only says where or how to get the secret at run time: a path below `/run`, a
 * systemd credential, a sops or vault placeholder, `env:NAME`. Conventions of sops-nix, agenix,
 * Clan, NixOS (`LoadCredential`, `EnvironmentFile`), Grafana, Home Assistant and 1Password.
 */
export function isReference(value: string): boolean {
  return runtimePlaces.some((prefix) => value.startsWith(prefix));
}

/**
 * Whether a value is no literal: empty, a variable or template of some language, a stand-in such
 * as `changeme` or `<token>`, or one character repeated.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.slice(0, MAX_PLACEHOLDER).trim();
  return text === '' || isInterpolation(text) || isStandIn(text) || isMonotone(text);
}

/** Whether any part of a value is filled in later: `$VAR`, `${…}`, `$(…)`, `{{ … }}`, `%VAR%`, `@VAR@`, backticks. */
export function isInterpolation(text: string): boolean {
  if (/\$[A-Za-z_{(]/.test(text) || text.includes('{{') || text.includes('`')) return true;
  if (/^\$\d$|^%[A-Za-z_]\w*%$|^@[A-Za-z_][\w.-]*@$|^%[({<]?[a-z]|^\{\w*\}$/.test(text))
    return true;
  return text.startsWith('<') && text.endsWith('>');
}

function isStandIn(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  return (
    words.some((word) => decisiveWords.has(word)) ||
    words.every((word) => placeholderWords.has(word))
  );
}

/** One or two characters over and over (`xxxxxxxx`, `********`, `0000-0000`), or the start of the alphabet or digits. */
function isMonotone(text: string): boolean {
  if (/\.{3}|…|\*{3}|[xX]{4}/.test(text)) return true;
  if (text.length >= 4 && new Set(text).size <= 2) return true;
  return (
    isRun('abcdefghijklmnopqrstuvwxyz', text.toLowerCase()) ||
    isRun('01234567890123456789', text) ||
    isRun('1234567890', text)
  );
}

function isRun(alphabet: string, text: string): boolean {
  return text.length >= 4 && alphabet.includes(text);
}
