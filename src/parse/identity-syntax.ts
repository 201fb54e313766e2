import { type Attr, type AttrSet, stringAttr } from '../model/flake-lock.ts';
import { defaultHost } from './source-identity.ts';
import { resolveDots, splitUrl } from './url-parts.ts';

/** What is wrong with one attribute that says where an input comes from. */
export type SyntaxFault = {
  readonly reason: 'type' | 'owner' | 'repo' | 'host' | 'idn' | 'url' | 'characters';
  readonly attr: Attr;
  readonly message: string;
};

/** Types some released Nix can fetch. */
const knownTypes: ReadonlySet<string> = new Set(
  'github gitlab sourcehut git hg tarball file path indirect'.split(' '),
);

/** Attributes in which only printable ASCII has a meaning. */
const asciiNames: ReadonlySet<string> = new Set('type owner repo host rev ref url id'.split(' '));
/** Attributes that may be in any language, but never hold characters that rewrite what a reader sees. */
const textNames: ReadonlySet<string> = new Set(['path', 'dir']);

// GitHub refuses leading and doubled hyphens today, but accounts from before keep theirs; `_` joins the short code
// of enterprise-managed accounts. Neither can change the URL that Nix builds from it.
const githubOwner = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const repository = /^[A-Za-z0-9._-]{1,100}$/;
const gitlabSegment = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$/;
const sourcehutOwner = /^~?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
const hostName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const ipv4 = /^[0-9.]+$|^0x/i;
const notAscii = /[^\u0021-\u007e]/;
/** C0, C1, soft hyphen, zero-width, line separators, bidirectional controls, fillers, tags. */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\u{e0000}-\u{e007f}]/u;

/**
 * Faults in the attributes Nix pastes into download URLs unchecked (libfetchers/github.cc), and characters in them
 * that a reader cannot see or tell from others. At most one fault per attribute.
 */
export function* identityFaults(set: AttrSet): Generator<SyntaxFault> {
  for (const attr of set.attrs.values()) {
    const fault = characterFault(attr) ?? shapeFault(set, attr);
    if (fault !== undefined) yield { ...fault, attr };
  }
}

type Found = Omit<SyntaxFault, 'attr'>;

function characterFault({ name, value }: Attr): Found | undefined {
  if (typeof value !== 'string') return undefined;
  const at = asciiNames.has(name)
    ? value.search(notAscii)
    : textNames.has(name)
      ? value.search(invisible)
      : -1;
  if (at < 0) return undefined;
  const code = (value.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    reason: 'characters',
    message: `${name} has the character U+${code}, expected printable ASCII`,
  };
}

function shapeFault(set: AttrSet, { name, value }: Attr): Found | undefined {
  if (typeof value !== 'string') return undefined;
  const type = stringAttr(set, 'type') ?? '';
  switch (name) {
    case 'type':
      if (knownTypes.has(value)) return undefined;
      return { reason: 'type', message: `type "${value}" is none that Nix fetches` };
    case 'owner':
      return ownerIsSound(type, value)
        ? undefined
        : { reason: 'owner', message: `owner "${value}" is no ${type} account name` };
    case 'repo':
      return repoIsSound(type, value)
        ? undefined
        : { reason: 'repo', message: `repo "${value}" is no ${type} repository name` };
    case 'host':
      return hostFault(value);
    case 'url':
      return urlFault(value);
    default:
      return undefined;
  }
}

function ownerIsSound(type: string, owner: string): boolean {
  if (type === 'github') return githubOwner.test(owner);
  if (type === 'sourcehut') return sourcehutOwner.test(owner);
  return type !== 'gitlab' || segmentsOf(owner).every((segment) => gitlabSegment.test(segment));
}

function repoIsSound(type: string, repo: string): boolean {
  if (defaultHost(type) === undefined) return true;
  const segments = type === 'gitlab' ? segmentsOf(repo) : [repo];
  return segments.every((name) => repository.test(name) && name !== '.' && name !== '..');
}

function segmentsOf(path: string): string[] {
  return path.split(/\/|%2f/i);
}

function hostFault(host: string): Found | undefined {
  if (!hostName.test(host) || host.includes('..') || ipv4.test(host)) {
    const shown = host.includes('@') ? `…${host.slice(host.lastIndexOf('@'))}` : host;
    return { reason: 'host', message: `host "${shown}" is no plain host name` };
  }
  if (
    !host
      .toLowerCase()
      .split('.')
      .some((label) => label.startsWith('xn--'))
  )
    return undefined;
  return { reason: 'idn', message: `host "${host}" is an encoded international name` };
}

/** Where readers of one URL disagree: git, curl, browsers and reviewers. */
function urlFault(url: string): Found | undefined {
  if (url.includes('\\')) return { reason: 'url', message: 'url has a backslash' };
  const parts = splitUrl(url);
  if (parts === undefined || parts.host === '') return undefined;
  if (resolveDots(parts.path) !== parts.path) {
    return { reason: 'url', message: 'url climbs with "." or ".." in its path' };
  }
  if (parts.user.includes('@') || parts.user.includes('%40') || parts.host.includes('%')) {
    return { reason: 'url', message: 'url hides its host behind "@" or "%"' };
  }
  return undefined;
}
