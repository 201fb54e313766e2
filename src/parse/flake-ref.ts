import type { ParsedRef } from '../model/flake-ref.ts';
import { fromUrl } from './flake-ref-schemes.ts';
import { parseQuery, parseUrl, type Url } from './url.ts';

export type RefOptions = {
  /** Whether a relative path is a reference (in flake.nix, Nix 2.26 and later) or an error. */
  readonly relativePaths: boolean;
  /** `flake = false` inputs take a URL without an archive suffix for a file instead of a tarball. */
  readonly flake: boolean;
};

const FLAKE_ID = /^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*)?$/;

/**
 * Turns the spelling of a flake reference into attributes, as Nix 2.34 does
 * (libflake/flakeref.cc, parseFlakeRefWithFragment): a registry id, else a URL of a known scheme,
 * else a path. A fragment is refused, since no input may have one.
 */
export function parseFlakeRef(text: string, options: RefOptions): ParsedRef {
  const hash = text.indexOf('#');
  const bare = hash < 0 ? text : text.slice(0, hash);
  if (FLAKE_ID.test(bare)) return withoutFragment(text, fromUrl(idUrl(bare), options));
  const url = parseUrl(text);
  const parsed = url && fromUrl(url, options);
  if (url === undefined || parsed === 'no-url') return fromPath(text, options);
  if (url.fragment !== '') return unexpectedFragment(text, url.fragment);
  return parsed ?? { ok: false, problem: `input '${text}' is unsupported` };
}

function idUrl(id: string): Url {
  const path = id.split('/');
  return { scheme: 'flake', authority: undefined, path, query: new Map(), fragment: '' };
}

function withoutFragment(text: string, parsed: ParsedRef | 'no-url' | undefined): ParsedRef {
  const fragment = text.slice(text.indexOf('#') + 1);
  if (text.includes('#') && fragment !== '') return unexpectedFragment(text, fragment);
  if (parsed === undefined || parsed === 'no-url') {
    return { ok: false, problem: `in '${text}', the part after the id is no ref and revision` };
  }
  return parsed;
}

function unexpectedFragment(text: string, fragment: string): ParsedRef {
  return { ok: false, problem: `unexpected fragment '${fragment}' in flake reference '${text}'` };
}

/** Path-like references: `path?query#fragment` (libflake/flakeref.cc, parsePathFlakeRefWithFragment). */
function fromPath(text: string, options: RefOptions): ParsedRef {
  const parts = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text);
  const path = parts?.[1] ?? '';
  if (!path.startsWith('/') && !options.relativePaths) {
    return { ok: false, problem: `flake reference '${text}' is not an absolute path` };
  }
  const fragment = parts?.[3] ?? '';
  if (fragment !== '') return unexpectedFragment(text, fragment);
  const query = parseQuery(parts?.[2] ?? '') ?? new Map<string, string>();
  const url: Url = { scheme: 'path', authority: undefined, path: path.split('/'), query, fragment };
  const parsed = fromUrl(url, options);
  if (parsed === undefined || parsed === 'no-url') {
    return { ok: false, problem: `flake reference '${text}' is no path` };
  }
  return parsed;
}
