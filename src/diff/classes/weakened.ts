import { stringAttr } from '../../model/flake-lock.ts';
import { isHash, parseHash } from '../../nix/hash.ts';
import { insecureTransport, revisionTypes } from '../../parse/source-place.ts';
import { type DiffContext, isDeclared, type Pair } from '../context.ts';
import type { Classifier, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';

/** Something that let Nix notice a swap is gone. */
export const verificationWeakened: Classifier = (pair, context) =>
  droppedHash(pair, context) ??
  weakerHash(pair) ??
  droppedRevision(pair) ??
  droppedSignature(pair) ??
  droppedEncryption(pair) ??
  unpinned(pair, context);

function outcome(
  reason: string,
  message: string,
  attribute: string,
  verdict: Outcome['verdict'] = 'fail',
): Outcome {
  return { class: 'diff-verification-weakened', reason, verdict, message, attribute };
}

/** Where Nix writes no narHash at all, its absence at one input says nothing. */
function droppedHash({ before, after }: Pair, { lazy }: DiffContext): Outcome | undefined {
  if (before.hash === undefined || after.hash !== undefined) return undefined;
  // A path input that lies in the tree needs none: it is part of what the tree's own hash covers.
  if (after.node.parent !== undefined) return undefined;
  const message = `narHash is gone, was ${before.hash}`;
  return lazy
    ? outcome('nar-hash-lazy', message, 'narHash', 'review')
    : outcome('nar-hash', message, 'narHash');
}

const strengths: ReadonlyMap<string, number> = new Map([
  ['md5', 1],
  ['sha1', 2],
]);

function weakerHash({ before, after }: Pair): Outcome | undefined {
  const [was, is] = [strengthOf(before), strengthOf(after)];
  if (was === undefined || is === undefined || is.strength >= was.strength) return undefined;
  return outcome('algorithm', `narHash is ${is.name}, was ${was.name}`, 'narHash');
}

function strengthOf({ locked }: Side): { name: string; strength: number } | undefined {
  const hash = parseHash(stringAttr(locked, 'narHash') ?? '');
  if (!isHash(hash)) return undefined;
  return { name: hash.algorithm, strength: strengths.get(hash.algorithm) ?? 3 };
}

function droppedRevision({ before, after }: Pair): Outcome | undefined {
  if (before.rev === undefined || after.rev !== undefined) return undefined;
  if (!revisionTypes.has(after.identity.type)) return undefined;
  const dirty = stringAttr(after.locked, 'dirtyRev');
  const found = dirty === undefined ? 'none' : `uncommitted changes on ${dirty}`;
  return outcome('rev', `revision is gone, was ${before.rev}, now ${found}`, 'rev');
}

const signatures = ['verifyCommit', 'publicKey', 'publicKeys'];

function droppedSignature({ before, after }: Pair): Outcome | undefined {
  for (const name of signatures) {
    for (const set of ['locked', 'original'] as const) {
      const was = before[set].attrs.get(name)?.value;
      const is = after[set].attrs.get(name)?.value;
      if (was === undefined || was === false || is === was) continue;
      if (name !== 'verifyCommit' && is !== undefined) continue;
      return outcome('signature', `commits are no longer verified: ${name} is gone`, name);
    }
  }
  return undefined;
}

function droppedEncryption({ before, after }: Pair): Outcome | undefined {
  const insecure = insecureTransport(after.locked);
  if (insecure === undefined || insecureTransport(before.locked) !== undefined) return undefined;
  if (insecure.loopback) return undefined;
  return outcome('transport', `transport is ${insecure.scheme}, was encrypted`, 'url');
}

/** What was pinned where it is declared now floats with each update. */
function unpinned({ before, after }: Pair, context: DiffContext): Outcome | undefined {
  const was = stringAttr(before.original, 'rev');
  if (was === undefined || stringAttr(after.original, 'rev') !== undefined) return undefined;
  if (stringAttr(after.original, 'type') === 'path') return undefined;
  const explained = isDeclared(after.entry.names, true, context);
  const message = `declaration no longer pins revision ${was}`;
  return explained
    ? outcome('unpinned-explained', message, 'rev', 'review')
    : outcome('unpinned', message, 'rev');
}
