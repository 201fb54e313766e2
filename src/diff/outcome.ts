import type { ChangeClass, Verdict } from '../model/lock-change.ts';
import type { DiffContext, Pair } from './context.ts';

/** How one class judges a pair of sides. */
export type Outcome = {
  readonly class: ChangeClass;
  readonly reason: string;
  readonly verdict: Verdict;
  readonly message: string;
  /** The attribute of the new side that shows it. */
  readonly attribute: string;
};

/** One class: undefined when it has nothing to say about a pair. */
export type Classifier = (pair: Pair, context: DiffContext) => Outcome | undefined;

/** The beginning of a revision or hash, enough to tell two apart in a message. */
export function shortId(id: string | undefined): string {
  return id === undefined ? 'none' : id.slice(0, 19);
}
