import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import {
  identityKey,
  identityText,
  type SourceIdentity,
  sourceIdentity,
} from '../../parse/source-identity.ts';
import { inputPath } from '../../parse/lock-graph.ts';
import { placeOf } from '../../parse/source-place.ts';
import { isHonestRedirect } from '../../parse/tarball-redirect.ts';
import { foldAscii } from '../../parse/url-parts.ts';

const relock = 'Run `nix flake update <input>`; if an override was meant, write it into flake.nix.';
const bump =
  'Run `nix flake update <input>`: a tool that rewrites one of the two revisions leaves the other behind.';

export const retargetedInput: RuleOf<'flake-lock'> = {
  id: 'lock-retargeted-input',
  summary: 'an input is locked to another source than the one it declares',
  help: relock,
  references: ['CWE-494', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    source: {
      summary: '`locked` names another source than `original`',
      levels: levels('error'),
      help: `${relock} Common cause: a committed \`--override-input\` or local override; in an input of an input, upstream's own lock carries it.`,
    },
    'sticky-override': {
      summary: 'only the owner differs: a committed `--override-input`, a rename, or a look-alike',
      levels: levels('error'),
      help: `${relock} In an input of an input, upstream's own lock carries it: fix it there or use \`follows\`.`,
    },
    ref: { summary: '`locked.ref` is not `original.ref`', levels: levels('error') },
    rev: {
      summary: '`original.rev` is not `locked.rev`',
      levels: levels('warning', 'error'),
      help: bump,
    },
    'url-rev': {
      summary: 'the revision inside the locked URL is not the locked or declared one',
      levels: levels('warning', 'error'),
      help: bump,
    },
  },
  *check({ model }) {
    for (const input of lockedInputs(model)) {
      if (input.original === undefined || isRegistryName(input.original)) continue;
      // A registry name is no pin at all: lock-unpinned-input says so.
      if (isRegistryName(input.locked)) continue;
      const problem =
        sourceProblem(input, input.original) ??
        refProblem(input, input.original) ??
        revProblem(input, input.original) ??
        urlRevProblem(input, input.original);
      if (problem !== undefined) yield problem;
    }
  },
};

function isRegistryName(set: AttrSet): boolean {
  return stringAttr(set, 'type') === 'indirect';
}

function sourceProblem(input: LockedInput, original: AttrSet): Problem | undefined {
  const declared = sourceIdentity(original);
  const { identity, locked, path } = input;
  if (identityKey(declared) === identityKey(identity)) return undefined;
  if (mayDiffer(declared, identity, original, locked)) return undefined;
  const attribute = firstDifference(declared, identity);
  // A query may hold a token, so it is never shown.
  const query = identityText(declared) === identityText(identity) ? ' with another query' : '';
  return {
    reason: attribute === 'owner' ? 'sticky-override' : 'source',
    subject: path,
    at: input.at(attribute),
    message: `locked to ${identityText(identity)}, expected ${identityText(declared)}${query}${whose(input)}`,
    evidence: `${identityText(declared)} ${identityText(identity)}`,
  };
}

/** A transitive entry is copied from the lock of the input that declares it. */
function whose({ direct, input }: LockedInput): string {
  return direct ? '' : ` (an input of "${inputPath(input.names.slice(0, -1))}")`;
}

function mayDiffer(
  declared: SourceIdentity,
  identity: SourceIdentity,
  original: AttrSet,
  locked: AttrSet,
): boolean {
  if (declared.kind === 'path' && identity.kind === 'path') {
    // Before 2.26 Nix locked a relative path to its copy in the store; lock-local-path reports that.
    return placeOf(original) === 'relative' && placeOf(locked) === 'store';
  }
  if (declared.kind !== 'url' || identity.kind !== 'url') return false;
  const downloads = [declared, identity].every(({ type }) => type === 'tarball' || type === 'file');
  if (!downloads || declared.parts === undefined || identity.parts === undefined) return false;
  return isHonestRedirect(declared.parts, identity.parts);
}

function firstDifference(declared: SourceIdentity, identity: SourceIdentity): string {
  if (declared.type !== identity.type) return 'type';
  if (declared.kind === 'forge' && identity.kind === 'forge') {
    if (declared.host !== identity.host) return 'host';
    return foldAscii(declared.repo) === foldAscii(identity.repo) ? 'owner' : 'repo';
  }
  return identity.kind === 'path' ? 'path' : 'url';
}

function refProblem({ at, locked, path }: LockedInput, original: AttrSet): Problem | undefined {
  const declared = stringAttr(original, 'ref');
  const found = stringAttr(locked, 'ref');
  if (declared === undefined || found === undefined || declared === 'HEAD') return undefined;
  if (shortRef(declared) === shortRef(found)) return undefined;
  return {
    reason: 'ref',
    subject: path,
    at: at('ref'),
    message: `locked to ref ${found}, expected ${declared}`,
    evidence: `${declared} ${found}`,
  };
}

function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

function revProblem({ at, locked, path }: LockedInput, original: AttrSet): Problem | undefined {
  const declared = stringAttr(original, 'rev');
  const found = stringAttr(locked, 'rev');
  if (declared === undefined || found === undefined) return undefined;
  if (declared.toLowerCase() === found.toLowerCase()) return undefined;
  return {
    reason: 'rev',
    subject: path,
    at: at('rev'),
    message: `locked to revision ${found}, expected ${declared}`,
    evidence: `${declared} ${found}`,
  };
}

function urlRevProblem({ at, locked, path }: LockedInput, original: AttrSet): Problem | undefined {
  const found = revisionsIn(stringAttr(locked, 'url') ?? '');
  if (found.length === 0) return undefined;
  const rev = stringAttr(locked, 'rev')?.toLowerCase();
  const expected = rev === undefined ? revisionsIn(stringAttr(original, 'url') ?? '') : [rev];
  if (expected.length === 0 || expected.some((one) => found.includes(one))) return undefined;
  return {
    reason: 'url-rev',
    subject: path,
    at: at('url'),
    message: `locked URL fetches revision ${found[0]}, expected ${expected[0]}`,
    evidence: `${expected[0]} ${found[0]}`,
  };
}

/** Every full SHA-1 in a URL, lower case. */
function revisionsIn(url: string): string[] {
  const runs = url.match(/[0-9A-Za-z]+/g) ?? [];
  return runs.filter((run) => /^[0-9a-fA-F]{40}$/.test(run)).map((run) => run.toLowerCase());
}
