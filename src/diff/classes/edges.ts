import type { LockEntry } from '../../model/lock-change.ts';
import { inputPath } from '../../parse/lock-graph.ts';
import { identityKey, identityText } from '../../parse/source-identity.ts';
import { placeOf } from '../../parse/source-place.ts';
import { type DiffContext, isDeclared } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { sideOf } from '../side.ts';

/** A path that the base does not have. */
export function inputAdded(after: LockEntry, context: DiffContext): Outcome {
  const outcome = (reason: string, verdict: Outcome['verdict'], message: string): Outcome => ({
    class: 'diff-input-added',
    reason,
    verdict,
    message,
    attribute: '',
  });
  const side = sideOf(after);
  if (side === undefined) {
    return outcome('follows', 'note', `new input follows ${followed(after)}`);
  }
  const source = identityText(side.identity);
  const isRoot = after.names.length === 1;
  const isOwn = placeOf(side.locked) === 'relative';
  if (!isOwn && context.isUnlisted(after.path, source)) {
    return outcome('unlisted', 'fail', `new input ${source} is not in the inventory`);
  }
  if (isRoot) return outcome('root', 'review', `new input ${source}`);
  if (isOwn || context.knownSources.has(identityKey(side.identity))) {
    return outcome('transitive', 'note', `new input of an input: ${source}, a source known before`);
  }
  return outcome('new-identity', 'review', `new input of an input: ${source}, a new source`);
}

/** A path that is gone. */
export function inputRemoved(before: LockEntry): Outcome {
  const side = sideOf(before);
  const was =
    side === undefined ? `followed ${followed(before)}` : `was ${identityText(side.identity)}`;
  return {
    class: 'diff-input-removed',
    reason: 'removed',
    verdict: 'note',
    message: `input is gone, ${was}`,
    attribute: '',
  };
}

/** A path that follows another input on at least one side. */
export function followsChanged(before: LockEntry, after: LockEntry, context: DiffContext): Outcome {
  const outcome = (reason: string, verdict: Outcome['verdict'], message: string): Outcome => ({
    class: 'diff-follows-changed',
    reason,
    verdict,
    message,
    attribute: '',
  });
  const was = sideOf(before);
  const is = sideOf(after);
  // A path is never declared by its lock: unknown counts as not declared.
  const declared = isDeclared(after.names, false, context);
  const verdict = declared ? 'note' : 'review';
  const suffix = declared ? '-explained' : '';
  if (is === undefined) {
    const found = `input follows ${followed(after)}`;
    const reason = was === undefined ? 'target' : 'to-follows';
    const gone =
      was === undefined ? `followed ${followed(before)}` : `was ${identityText(was.identity)}`;
    return outcome(`${reason}${suffix}`, verdict, `${found}, ${gone}`);
  }
  const source = identityText(is.identity);
  const message = `input is ${source}, followed ${followed(before)}`;
  if (context.isUnlisted(after.path, source)) return outcome('to-unlisted', 'fail', message);
  if (!context.knownSources.has(identityKey(is.identity))) {
    return outcome('to-new-source', 'review', message);
  }
  return outcome(`to-node${suffix}`, verdict, message);
}

function followed({ target }: LockEntry): string {
  if (target.kind === 'node') return '';
  return target.path.length === 0 ? 'the flake itself' : `"${inputPath(target.path)}"`;
}
