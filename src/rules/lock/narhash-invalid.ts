import { type FlakeLock, stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { narHashOf } from '../../parse/nar-hash.ts';
import { identityText } from '../../parse/source-identity.ts';
import { insecureTransport, placeOf, revisionTypes } from '../../parse/source-place.ts';

export const narhashInvalid: RuleOf<'flake-lock'> = {
  id: 'lock-narhash-invalid',
  summary: 'the content hash of a locked input is missing or proves nothing',
  help: 'Run `nix flake update <input>` on a trusted machine; never type a hash by hand.',
  references: ['CWE-353', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    missing: {
      summary: 'an input that only `narHash` pins has none',
      levels: levels('error'),
    },
    'missing/rev': {
      summary: 'an input pinned by `rev` has no `narHash`',
      levels: levels('warning', 'error'),
    },
    'missing/lazy': {
      summary: 'the whole file is written without `narHash`, as lazy trees and devenv do',
      levels: levels('notice', 'warning'),
      help: 'Set `lazy-locks = false` (Determinate Nix) or re-lock with Nix, so that fetched trees are checked.',
    },
    malformed: { summary: '`narHash` is no SHA-256 in SRI form', levels: levels('error') },
    weak: { summary: '`narHash` is MD5 or SHA-1', levels: levels('error') },
    placeholder: {
      summary: '`narHash` is empty, all zeros or the hash of nothing',
      levels: levels('error'),
    },
  },
  *check({ model }) {
    const inputs = lockedInputs(model);
    const wholesale = isWholesale(model, inputs);
    const unhashed: LockedInput[] = [];
    for (const input of inputs) {
      const problem = hashProblem(input);
      if (problem?.grade === 'missing/rev' && wholesale) unhashed.push(input);
      else if (problem !== undefined) yield problem;
    }
    const [first] = unhashed;
    if (first !== undefined) {
      yield {
        reason: 'missing',
        grade: 'missing/lazy',
        subject: first.path,
        at: first.at('narHash'),
        message: `${unhashed.length} of ${inputs.length} inputs are locked without a narHash; only their rev is checked`,
        evidence: 'lazy',
      };
    }
  },
};

/** Locks that were written without hashes on purpose: most inputs under version control lack one. */
function isWholesale(lock: FlakeLock, inputs: readonly LockedInput[]): boolean {
  if (lock.flavour === 'devenv') return true;
  const pinned = inputs.filter((input) => isPinnedByRev(input));
  const lacking = pinned.filter(({ locked }) => !locked.attrs.has('narHash'));
  if (lacking.length > 0 && lacking.every(({ locked }) => locked.attrs.has('treeHash')))
    return true;
  return lacking.length > 1 && lacking.length * 2 > pinned.length;
}

function isPinnedByRev({ locked }: LockedInput): boolean {
  const type = stringAttr(locked, 'type') ?? '';
  if (type === 'hg' || !revisionTypes.has(type) || !locked.attrs.has('rev')) return false;
  return insecureTransport(locked) === undefined;
}

function hashProblem(input: LockedInput): Problem | undefined {
  const { locked, path } = input;
  const hash = narHashOf(locked);
  const at = input.at('narHash');
  switch (hash.kind) {
    case 'sound':
      return undefined;
    case 'absent':
      return missing(input);
    case 'weak': {
      const message = `narHash is ${hash.hash.algorithm}, expected sha256`;
      return { reason: 'weak', subject: path, at, message, evidence: message };
    }
    case 'malformed':
    case 'placeholder':
      break;
  }
  const message = `narHash ${hash.problem}`;
  return { reason: hash.kind, subject: path, at, message, evidence: message };
}

function missing(input: LockedInput): Problem | undefined {
  const { locked, path } = input;
  const type = stringAttr(locked, 'type') ?? '';
  // A relative path lies in a tree that is hashed already; a registry name is another rule's.
  if (type === 'indirect' || placeOf(locked) === 'relative') return undefined;
  const byRev = isPinnedByRev(input);
  return {
    reason: 'missing',
    ...(byRev && { grade: 'missing/rev' }),
    subject: path,
    at: input.at('narHash'),
    message: byRev
      ? `${type} input has no narHash; only its rev is checked`
      : `${type} input has no narHash, so nothing pins its content`,
    evidence: identityText(input.identity),
  };
}
