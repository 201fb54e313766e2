/** Marks of a value that is filled in later: shell, workflow, Nix, mustache and at-sign templates. */
const templates = [/\$/, /\{\{/, /^@[^@]*@/, /^<.*>$/, /^%[A-Za-z_]+%$/];

/** Texts that stand where a secret will be. */
const stubs =
  /^(?:your|my|the|a|some|example|dummy|fake|test|redacted|changeme|change-me|todo|none|null|secret|token|password|xxx|\.\.\.)/i;

/** Prefixes Nix itself gives a meaning: `PAT:` and `OAuth2:` in `access-tokens`. */
const kinds = /^(?:PAT|OAuth2|Bearer):/;

/**
 * Whether a value is a secret written out rather than a variable, a placeholder or nothing. It looks at the shape
 * only, so that it can be asked of any value; what it is given must not be printed.
 */
export function isLiteralSecret(value: string): boolean {
  const bare = value.replace(kinds, '');
  if (bare.length < 8 || templates.some((template) => template.test(bare))) return false;
  if (bare.includes('...') || bare.includes('…') || stubs.test(bare)) return false;
  // `ghp_xxxxxxxx`, `********`: one character over and over behind an optional prefix.
  const tail = bare.slice(bare.lastIndexOf('_') + 1);
  return tail.length < 4 || tail !== (tail[0] ?? '').repeat(tail.length);
}

/** A path, a switch, a number or a URL without password: environment values that are no secret. */
export function isOrdinaryValue(value: string): boolean {
  if (value.startsWith('/') || /^(?:true|false|[0-9]+)$/i.test(value)) return true;
  return /^[a-z][a-z0-9+.-]*:\/\/[^@]*$/i.test(value);
}
