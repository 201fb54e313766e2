import type { InputChange, LockEntry, Verdict } from '../model/lock-change.ts';
import { emptySpan, type Span } from '../model/span.ts';
import { contentTampered, metadataTampered } from './classes/content.ts';
import { contradiction, knownContent } from './classes/known-content.ts';
import { followsChanged, inputAdded, inputRemoved } from './classes/edges.ts';
import { flakeFlagChanged } from './classes/flags.ts';
import { downgraded, refChanged, updated } from './classes/revision.ts';
import { hostOrTypeChanged, sourceChanged } from './classes/source.ts';
import { verificationWeakened } from './classes/weakened.ts';
import { compareUrl } from './compare-url.ts';
import type { DiffContext, Pair } from './context.ts';
import { changeDigest } from './entry-digest.ts';
import type { Classifier, Outcome } from './outcome.ts';
import { attributeSpan, lockedSource, sideOf } from './side.ts';

/** Classes of a path that leads to a node on both sides, before `updated` takes whatever is left. */
const classifiers: readonly Classifier[] = [
  contentTampered,
  knownContent,
  metadataTampered,
  sourceChanged,
  hostOrTypeChanged,
  verificationWeakened,
  flakeFlagChanged,
  downgraded,
  refChanged,
];

const order: readonly Verdict[] = ['fail', 'review', 'note'];

/** Two sides of one path; at least one of them is there. */
export type Difference =
  | { readonly before: LockEntry; readonly after?: LockEntry | undefined }
  | { readonly before?: undefined; readonly after: LockEntry };

/** The class of one path whose two sides differ. */
export function classify(difference: Difference, context: DiffContext): InputChange {
  const { before, after } = difference;
  const path = (before ?? difference.after)?.path ?? '';
  const pair = pairOf(before, after);
  const outcome = outcomeOf(difference, pair, context);
  const url = pair && compareUrl(pair.before, pair.after);
  return {
    class: outcome.class,
    reason: outcome.reason,
    verdict: outcome.verdict,
    path,
    ...(before && { before, from: lockedSource(before) }),
    ...(after && { after, to: lockedSource(after) }),
    message: outcome.message,
    at: placeOf(after, pair, outcome),
    ...(url !== undefined && { compareUrl: url }),
    digest: changeDigest(outcome.class, path, before, after),
  };
}

function pairOf(before: LockEntry | undefined, after: LockEntry | undefined): Pair | undefined {
  const [was, is] = [before && sideOf(before), after && sideOf(after)];
  return was && is && { before: was, after: is };
}

function outcomeOf(difference: Difference, pair: Pair | undefined, context: DiffContext): Outcome {
  if (pair !== undefined) return worstOf(pair, context);
  const { before, after } = difference;
  if (before === undefined)
    return swappedIn(difference.after, context) ?? inputAdded(difference.after, context);
  if (after === undefined) return inputRemoved(before);
  return swappedIn(after, context) ?? followsChanged(before, after, context);
}

/** A path that had no node before has no old side that would show other content. */
function swappedIn(after: LockEntry, context: DiffContext): Outcome | undefined {
  const side = sideOf(after);
  return side && contradiction(side, context);
}

/**
 * The worst verdict counts, then the order of the classes: a declared move to another source must not hide
 * that its hash is gone.
 */
function worstOf(pair: Pair, context: DiffContext): Outcome {
  const rest = updated(pair, context);
  const found = [...classifiers.flatMap((classifier) => classifier(pair, context) ?? []), rest];
  const ranked = order.flatMap((verdict) => found.filter((one) => one.verdict === verdict));
  return ranked[0] ?? rest;
}

function placeOf(
  after: LockEntry | undefined,
  pair: Pair | undefined,
  { attribute }: Outcome,
): Span {
  if (after === undefined) return emptySpan;
  if (pair === undefined) {
    const side = sideOf(after);
    if (side !== undefined && attribute !== '') return attributeSpan(side, attribute);
    return after.target.kind === 'node' ? after.target.node.keySpan : after.edge.span;
  }
  if (attribute === 'flake') return pair.after.node.flakeSpan ?? pair.after.node.keySpan;
  return attributeSpan(pair.after, attribute);
}
