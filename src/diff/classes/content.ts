import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { Pair } from '../context.ts';
import type { Classifier, Outcome } from '../outcome.ts';
import { shortId } from '../outcome.ts';
import { isRedeclared, isSameSource, treeOptions } from '../side.ts';

/** Other content under an unchanged name: the one trace of a swapped narHash, since Nix trusts the hash. */
export const contentTampered: Classifier = (pair) => {
  const { before, after } = pair;
  if (!isSameSource(before, after) || before.hash === undefined || after.hash === undefined) {
    return undefined;
  }
  if (before.hash === after.hash || hasOtherTree(pair)) return undefined;
  return isDownload(pair) ? sameAddress(pair) : sameRevision(pair);
};

function sameRevision({ before, after }: Pair): Outcome | undefined {
  if (before.rev === undefined || before.rev !== after.rev) return undefined;
  return tampered('same-rev', `revision ${shortId(after.rev)} stayed`, { before, after });
}

/**
 * A download is named by its address. Content behind one that names no revision may change honestly, and then
 * its date changes too; the date of a `file` is never known.
 */
function sameAddress(pair: Pair): Outcome | undefined {
  const { before, after } = pair;
  const url = stringAttr(after.locked, 'url') ?? '';
  const isSameUrl = url === stringAttr(before.locked, 'url');
  const isSameRev = after.rev !== undefined && after.rev === before.rev;
  if (!isSameUrl) {
    if (!isSameRev || isRedeclared(before, after)) return undefined;
    return tampered('same-rev', `revision ${shortId(after.rev)} stayed`, pair);
  }
  const isDated = before.time !== after.time;
  const isFile = after.identity.type === 'file';
  const mutable = !isSameRev && !namesRevision(url) && (isDated || isFile);
  if (!mutable) return tampered('same-url', 'address stayed', pair);
  const message = `content behind an address that can change is other than before: ${hashes(pair)}`;
  return {
    class: 'diff-content-tampered',
    reason: 'mutable-url',
    verdict: 'review',
    message,
    attribute: 'narHash',
  };
}

function tampered(reason: string, what: string, pair: Pair): Outcome {
  return {
    class: 'diff-content-tampered',
    reason,
    verdict: 'fail',
    message: `${what} but content is other than before: ${hashes(pair)}`,
    attribute: 'narHash',
  };
}

function hashes({ before, after }: Pair): string {
  return `narHash ${shortId(before.hash)}… before, ${shortId(after.hash)}… now`;
}

/** Date or count of commits changed while everything they describe stayed. */
export const metadataTampered: Classifier = ({ before, after }) => {
  const isSame = before.rev === after.rev && before.hash === after.hash && after.hash !== undefined;
  if (!isSame || !isSameSource(before, after)) return undefined;
  for (const name of ['lastModified', 'revCount']) {
    const [was, is] = [knownNumber(before.locked, name), knownNumber(after.locked, name)];
    if (was === undefined || is === undefined || was === is) continue;
    return {
      class: 'diff-metadata-tampered',
      reason: name === 'lastModified' ? 'last-modified' : 'rev-count',
      verdict: 'review',
      message: `revision and content stayed but ${name} is other than before: ${was} before, ${is} now`,
      attribute: name,
    };
  }
  return undefined;
};

/** 0 and 1 stand for not known. */
function knownNumber(set: AttrSet, name: string): number | undefined {
  const value = set.attrs.get(name)?.value;
  return typeof value === 'number' && value > 1 ? value : undefined;
}

function isDownload({ after }: Pair): boolean {
  return after.identity.type === 'tarball' || after.identity.type === 'file';
}

function hasOtherTree({ before, after }: Pair): boolean {
  return treeOptions.some(
    (name) => before.locked.attrs.get(name)?.value !== after.locked.attrs.get(name)?.value,
  );
}

/** A full commit id, or a FlakeHub release, which is pinned by its id. */
function namesRevision(url: string): boolean {
  return (url.match(/[0-9a-f]+/gi) ?? []).some((run) => run.length === 40 || run.length === 64);
}
