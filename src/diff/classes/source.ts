import type { ChangeClass } from '../../model/lock-change.ts';
import { hostOf, identityKey, identityText, sourceIdentity } from '../../parse/source-identity.ts';
import { type DiffContext, isDeclared, type Pair } from '../context.ts';
import type { Classifier, Outcome } from '../outcome.ts';
import { isRedeclared, isSameSource, type Side } from '../side.ts';

/** Another owner, repository or path on the same kind of host. */
export const sourceChanged: Classifier = (pair, context) => {
  const { before, after } = pair;
  if (isSameSource(before, after) || isElsewhere(pair)) return undefined;
  return outcome('diff-source-changed', pair, context, attributeOf(pair));
};

/** Another host or fetcher, whatever it is called there. */
export const hostOrTypeChanged: Classifier = (pair, context) => {
  const { before, after } = pair;
  if (isSameSource(before, after) || !isElsewhere(pair)) return undefined;
  const attribute = before.identity.type === after.identity.type ? 'host' : 'type';
  return outcome('diff-host-or-type-changed', pair, context, attribute);
};

function outcome(kind: ChangeClass, pair: Pair, context: DiffContext, attribute: string): Outcome {
  const { before, after } = pair;
  const moved = `source is ${identityText(after.identity)}, was ${identityText(before.identity)}`;
  const outcomeOf = (reason: string, verdict: Outcome['verdict'], message: string): Outcome => ({
    class: kind,
    reason,
    verdict,
    message,
    attribute,
  });
  if (!isRedeclared(before, after)) {
    const isBack = isAsDeclared(after) && !isAsDeclared(before);
    return isBack
      ? outcomeOf('restored', 'review', `${moved}; it is what is declared again`)
      : outcomeOf('unexplained', 'fail', `${moved}; what is declared stayed the same`);
  }
  if (isDeclared(after.entry.names, true, context)) return outcomeOf('explained', 'review', moved);
  const why = 'neither flake.nix nor the input that declares it changed';
  return outcomeOf('unexplained', 'fail', `${moved}; ${why}`);
}

/** Whether the lock names the source it declares. */
function isAsDeclared({ identity, original }: Side): boolean {
  return identityKey(sourceIdentity(original)) === identityKey(identity);
}

function isElsewhere({ before, after }: Pair): boolean {
  return (
    before.identity.type !== after.identity.type ||
    hostOf(before.identity) !== hostOf(after.identity)
  );
}

function attributeOf({ before, after }: Pair): string {
  const [a, b] = [before.identity, after.identity];
  if (a.kind === 'forge' && b.kind === 'forge') return a.owner === b.owner ? 'repo' : 'owner';
  return b.kind === 'path' ? 'path' : 'url';
}
