import type { SandboxGap, TlsSwitch } from '../model/nix-code.ts';
import type { NixValue } from '../model/nix-value.ts';
import { isSecretName } from '../secrets/names.ts';
import { type BindSite, knownText, type Work } from './site.ts';

/** Variables a fetcher may see: proxies, certificates, mirrors (nixpkgs: lib/fetchers.nix, fetchurl). */
const harmlessVariables: ReadonlySet<string> = new Set(
  `GIT_PROXY_COMMAND SOCKS_SERVER GOPROXY NIX_SSL_CERT_FILE SSL_CERT_FILE SSL_CERT_DIR
  CURL_CA_BUNDLE GIT_SSL_CAINFO NIX_GIT_SSL_CAINFO NIX_CURL_FLAGS NIX_HASHED_MIRRORS
  NIX_CONNECT_TIMEOUT`.split(/\s+/),
);

/** Attributes of derivations that take parts of the sandbox away (libstore, advanced attributes). */
export function sandboxGaps({ binds, evaluator }: Work): SandboxGap[] {
  return binds.flatMap((bind): SandboxGap[] => {
    const opens = gapOf(bind.name);
    if (opens === undefined) return [];
    const value = evaluator.value(bind.expr, bind.scope);
    const found = { name: bind.name, at: bind.expr.span, inTest: bind.inTest };
    if (opens === 'variable') return variables(value, evaluator.force, found);
    return isOff(value) ? [] : [{ ...found, opens }];
  });
}

function gapOf(name: string): SandboxGap['opens'] | undefined {
  switch (name) {
    case '__noChroot':
      return 'network';
    case '__impure':
      return 'impure';
    case '__impureHostDeps':
    case '__sandboxProfile':
      return 'host';
    case 'impureEnvVars':
      return 'variable';
    default:
      return undefined;
  }
}

/** Whether an attribute certainly does nothing. What is not known may do something, but says so nowhere. */
function isOff(value: NixValue): boolean {
  if (value.kind === 'boolean') return !value.value;
  if (value.kind === 'string') return value.value.trim() === '';
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'null' || value.kind === 'unknown';
}

function variables(
  value: NixValue,
  force: Work['evaluator']['force'],
  found: Pick<SandboxGap, 'name' | 'at' | 'inTest'>,
): SandboxGap[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item): SandboxGap[] => {
    const name = force(item);
    if (name.kind !== 'string' || isHarmlessVariable(name.value)) return [];
    const opens = isSecretName(name.value) ? 'secret-variable' : 'variable';
    return [{ ...found, at: item.expr.span, opens, variable: name.value }];
  });
}

function isHarmlessVariable(name: string): boolean {
  return (
    harmlessVariables.has(name) ||
    /(?:^|_)proxy$/i.test(name) ||
    name.startsWith('NIX_MIRRORS_') ||
    name === ''
  );
}

/** Attributes that keep curl or git from checking certificates. */
export function tlsSwitches({ binds, evaluator }: Work): TlsSwitch[] {
  return binds.flatMap((bind) => {
    const value = evaluator.value(bind.expr, bind.scope);
    switch (bind.name) {
      case 'curlOpts':
      case 'curlOptsList':
      case 'NIX_CURL_FLAGS':
        return insecureWords(bind, value, evaluator.force);
      case 'GIT_SSL_NO_VERIFY':
        return isOff(value) ? [] : [{ name: bind.name, at: bind.expr.span, inTest: bind.inTest }];
      default:
        return [];
    }
  });
}

const insecureWord = /^(?:-k|--insecure|--proxy-insecure)$/;

function insecureWords(
  { name, inTest }: BindSite,
  value: NixValue,
  force: Work['evaluator']['force'],
): TlsSwitch[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item): TlsSwitch[] => {
      const at = item.expr.span;
      const isInsecure = insecureWord.test(knownText(force(item)) ?? '');
      return isInsecure ? [{ name, at, inTest, word: at }] : [];
    });
  }
  const words = (knownText(value) ?? '').split(/\s+/);
  return words.some((word) => insecureWord.test(word))
    ? [{ name, at: value.expr.span, inTest }]
    : [];
}
