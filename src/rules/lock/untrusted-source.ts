import type { Pattern, Policy } from '../../model/policy.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import {
  defaultHost,
  hostOf,
  ownerText,
  identityText,
  repositoryOf,
  type SourceIdentity,
} from '../../parse/source-identity.ts';
import { placeOf } from '../../parse/source-place.ts';
import { isLive } from '../../policy/expiry.ts';
import { glob, type GlobOver } from '../../policy/glob.ts';

/** Forges and download hosts that public flakes ordinarily name. */
const knownHosts: ReadonlySet<string> = new Set([
  'github.com',
  'codeload.github.com',
  'raw.githubusercontent.com',
  'gitlab.com',
  'git.sr.ht',
  'hg.sr.ht',
  'codeberg.org',
  'bitbucket.org',
  'flakehub.com',
  'api.flakehub.com',
  'nixos.org',
  'channels.nixos.org',
  'releases.nixos.org',
  'git.lix.systems',
  'tangled.org',
  'tangled.sh',
]);
/** Public GitLab instances of free software projects, besides gitlab.com. */
const knownGitlabHosts: ReadonlySet<string> = new Set([
  'gitlab.gnome.org',
  'gitlab.freedesktop.org',
  'gitlab.postmarketos.org',
  'gitlab.inria.fr',
  'invent.kde.org',
  'salsa.debian.org',
  'framagit.org',
]);

/** The attribute that names the source most exactly. */
const namingAttribute: Readonly<Record<SourceIdentity['kind'], string>> = {
  forge: 'owner',
  url: 'url',
  path: 'path',
  indirect: 'id',
  unknown: 'type',
};

export const untrustedSource: RuleOf<'flake-lock'> = {
  id: 'lock-untrusted-source',
  summary: 'an input comes from a source nobody vouched for',
  help: 'Review the source, then list it under `inputs.allowed-sources` of the policy, or take the input from a listed one.',
  references: ['CWE-1357', 'T1199'],
  kinds: ['flake-lock'],
  reasons: {
    'not-allowed': {
      summary: 'policy lists allowed hosts, owners or sources and none matches',
      levels: levels('error'),
    },
    'custom-host': {
      summary: 'without such lists, `host` sends a forge type to a host that is not well known',
      levels: levels('warning'),
    },
    'unknown-host': {
      summary: 'without such lists, the URL names a host that is not well known',
      levels: levels('off', 'warning'),
    },
    'nixpkgs-fork': {
      summary: 'without such lists, a repository called nixpkgs is not the one of NixOS',
      levels: levels('notice', 'warning'),
      help: 'Review who maintains the fork and how it follows upstream, or use `github:NixOS/nixpkgs`.',
    },
  },
  *check({ model }, { now, policy }) {
    const allowed = allowedBy(policy, now);
    for (const input of lockedInputs(model)) {
      if (placeOf(input.locked) === 'relative') continue;
      const problem = allowed === undefined ? unlisted(input) : refused(input, allowed);
      if (problem !== undefined) yield problem;
    }
  },
};

/** The test that policy sets up, or undefined when it lists nothing. */
function allowedBy(policy: Policy, now: Date): ((identity: SourceIdentity) => boolean) | undefined {
  const { allowedHosts, allowedOwners, allowedSources } = policy;
  if (allowedHosts.length + allowedOwners.length + allowedSources.length === 0) return undefined;
  const hosts = matcher(allowedHosts, 'path', now);
  const owners = matcher(allowedOwners, 'source', now);
  const sources = matcher(allowedSources, 'source', now);
  return (identity) =>
    sources(identityText(identity)) || hosts(hostOf(identity)) || owners(ownerText(identity));
}

function matcher(
  patterns: readonly Pattern[],
  over: GlobOver,
  now: Date,
): (text: string | undefined) => boolean {
  const live = patterns.filter((pattern) => isLive(pattern, now));
  const globs = live.map(({ match }) => glob(match, over));
  return (text) => text !== undefined && globs.some(({ matches }) => matches(text));
}

function refused(
  { at, identity, path }: LockedInput,
  allowed: (identity: SourceIdentity) => boolean,
): Problem | undefined {
  if (allowed(identity)) return undefined;
  const text = identityText(identity);
  return {
    reason: 'not-allowed',
    subject: path,
    at: at(namingAttribute[identity.kind]),
    message: `${text} is not among the sources that policy allows`,
    evidence: text,
  };
}

function unlisted({ at, identity, path }: LockedInput): Problem | undefined {
  const text = identityText(identity);
  const host = hostOf(identity);
  const found = { subject: path, evidence: text };
  if (identity.kind === 'forge' && host !== undefined && !isKnownForge(identity.type, host)) {
    const message = `${text} is fetched from ${host}, expected ${defaultHost(identity.type)}`;
    return { ...found, reason: 'custom-host', at: at('host'), message };
  }
  if (isForkOfNixpkgs(identity)) {
    const message = `${text} is a nixpkgs that is not github:NixOS/nixpkgs`;
    const attribute = identity.kind === 'forge' ? 'owner' : 'url';
    return { ...found, reason: 'nixpkgs-fork', at: at(attribute), message };
  }
  if (identity.kind !== 'url' || host === undefined) return undefined;
  if (knownHosts.has(host) || knownGitlabHosts.has(host)) return undefined;
  const message = `${text} is fetched from a host that is not well known`;
  return { ...found, reason: 'unknown-host', at: at('url'), message };
}

function isKnownForge(type: string, host: string): boolean {
  return host === defaultHost(type) || (type === 'gitlab' && knownGitlabHosts.has(host));
}

function isForkOfNixpkgs(identity: SourceIdentity): boolean {
  const found = repositoryOf(identity);
  if (found === undefined || found.repo !== 'nixpkgs') return false;
  return found.owner !== 'nixos' || found.host !== 'github.com';
}
