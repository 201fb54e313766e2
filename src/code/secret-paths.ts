import type { NixSetting } from '../model/nix-settings.ts';
import type { SecretPath } from '../model/nix-code.ts';
import type { NixValue } from '../model/nix-value.ts';
import type { Span } from '../model/span.ts';
import { contentOf, repositoryPath, type Repository } from './repository.ts';
import { possible } from './site.ts';

/** Options that name a file with a secret (the catalogue's list; nixpkgs has several hundred). */
const secretFile =
  /(?:pass(?:word|phrase)?|secrets?|token|priv(?:ate)?_?key|key|credentials?|environment|env|auth|psk|htpasswd|wireguard|config)file$/i;
const keyPath = /KeyPath$/;
/** Options that want an encrypted file or a public one. */
const harmless = /pub|rekey|sops|cert|^ca|known|authorized|cloak|^file$/i;
/** Names that are as often about what everybody may read. */
const vague = /(?:config|auth)file$/i;

/** Options for secret files that are given a path literal, and what the repository holds there. */
export function secretPaths(
  file: string,
  settings: readonly NixSetting[],
  repository: Repository,
): SecretPath[] {
  return settings.flatMap((setting): SecretPath[] => {
    const option = optionFor(setting.path);
    if (option === undefined) return [];
    return possible(setting.value).flatMap((value) => {
      const literal = literalOf(value);
      if (literal === undefined) return [];
      const path = literal.text === undefined ? undefined : repositoryPath(file, literal.text);
      return {
        option: setting.path.join('.'),
        at: literal.at,
        inTest: setting.inTest,
        content: path === undefined ? 'unknown' : contentOf(path, repository),
        vague: vague.test(option),
        ...(literal.quotable !== undefined && { literal: literal.quotable }),
      };
    });
  });
}

/** The name that says what is expected, when that is a secret file. */
function optionFor(path: readonly string[]): string | undefined {
  const name = path.at(-1) ?? '';
  if (name === 'path' && path.at(-3) === 'hostKeys') return 'hostKeys';
  if (harmless.test(name) || path.at(-2) === 'publicKeys') return undefined;
  return secretFile.test(name) || keyPath.test(name) ? name : undefined;
}

type Literal = {
  readonly at: Span;
  /** The path, when all of it is known. */
  readonly text: string | undefined;
  /** The path when it stands alone, so that quotes can be put around it. */
  readonly quotable?: string;
};

/** A path literal, alone or interpolated into a string: both copy the file to the store. */
function literalOf(value: NixValue): Literal | undefined {
  const { expr } = value;
  if (value.kind === 'path') {
    const text = value.complete ? value.value : undefined;
    const isAlone = expr.type === 'path' && text !== undefined;
    return { at: expr.span, text, ...(isAlone && { quotable: text }) };
  }
  if (value.kind !== 'partial' || expr.type !== 'string') return undefined;
  const [only, more] = expr.parts;
  if (only?.type !== 'interpolation' || more !== undefined) return undefined;
  const [text, rest] = only.expr.type === 'path' ? only.expr.parts : [];
  if (text?.type !== 'text') return undefined;
  return { at: expr.span, text: rest === undefined ? text.value : undefined };
}
