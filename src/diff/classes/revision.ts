import { stringAttr } from '../../model/flake-lock.ts';
import { endOfLife, nixpkgsRelease } from '../../parse/nixpkgs-channel.ts';
import { identityText, sourceIdentity } from '../../parse/source-identity.ts';
import { type DiffContext, type Pair, parentChanged } from '../context.ts';
import type { Classifier, Outcome } from '../outcome.ts';
import { shortId } from '../outcome.ts';
import { isSameSource, type Side } from '../side.ts';

const hour = 3600;
const day = 24 * hour;

/** An older version than before: ordinary, unless it brings back what an advisory says was fixed. */
export const downgraded: Classifier = ({ before, after }, context) => {
  const [was, is] = [before.time, after.time];
  if (was === undefined || is === undefined || is >= was || !isSameSource(before, after)) {
    return undefined;
  }
  const message = `content is of ${date(is)}, was of ${date(was)}`;
  const outcome = (reason: string, verdict: Outcome['verdict'], text: string): Outcome => ({
    class: 'diff-downgraded',
    reason,
    verdict,
    message: text,
    attribute: 'lastModified',
  });
  const source = identityText(after.identity);
  const fix = context.undoneFix(
    source,
    { rev: before.rev, time: was },
    { rev: after.rev, time: is },
  );
  if (fix !== undefined) {
    const why = `this brings back ${fix.id}, fixed after ${fix.fixedAfter}`;
    return outcome('fix-undone', 'fail', `${message}; ${why}`);
  }
  return was - is > hour ? outcome('older', 'note', message) : undefined;
};

/** Another branch, tag or release of the same source. What an input of an input follows is its parent's to say. */
export const refChanged: Classifier = ({ before, after }, context) => {
  const { now } = context;
  const { names } = after.entry;
  const [was, is] = [refOf(before), refOf(after)];
  if (was === is || !isSameSource(before, after)) return undefined;
  if (parentChanged(names, context)) {
    return {
      class: 'diff-ref-changed',
      reason: 'transitive',
      verdict: 'note',
      message: `follows ${is}, followed ${was}`,
      attribute: 'ref',
    };
  }
  const release = nixpkgsRelease(after.original);
  const end = release === undefined ? undefined : endOfLife(release);
  const isOver = end !== undefined && end < now.toISOString().slice(0, 10);
  const message = `follows ${is}, followed ${was}`;
  return {
    class: 'diff-ref-changed',
    reason: isOver ? 'end-of-life' : 'ref',
    verdict: isOver ? 'fail' : 'review',
    message: isOver ? `${message}; ${release} has had no security updates since ${end}` : message,
    attribute: 'ref',
  };
};

/** What an update of the input will follow: the ref, or the address of a download. */
function refOf({ original }: Side): string {
  const ref = stringAttr(original, 'ref');
  if (ref !== undefined) return ref;
  const identity = sourceIdentity(original);
  const isDownload = identity.type === 'tarball' || identity.type === 'file';
  // A pinned revision is no line that is followed; whether it is pinned is judged elsewhere.
  return isDownload ? withoutHashes(identityText(identity)) : 'the default branch';
}

function withoutHashes(address: string): string {
  return address.replace(/[0-9a-f]{40}/g, '…');
}

/** Whatever else is new about an input: as a rule, a newer revision. */
export function updated(pair: Pair, context: DiffContext): Outcome {
  const jump = span(pair);
  const age = pair.after.time === undefined ? undefined : ageIn(context, pair.after.time);
  const outcome = (reason: string, verdict: Outcome['verdict'], message: string): Outcome => ({
    class: 'diff-updated',
    reason,
    verdict,
    message,
    attribute: 'rev',
  });
  const isNew = pair.before.rev !== pair.after.rev || pair.before.hash !== pair.after.hash;
  if (!isNew) return outcome('details', 'note', 'only details of the entry changed');
  const message = describe(pair, jump, age);
  if (context.cooldown > 0 && (age === undefined || age < context.cooldown)) {
    const found = age === undefined ? 'of unknown age' : `${days(age)} old`;
    return outcome(
      'cooldown',
      'review',
      `content is ${found}, expected at least ${days(context.cooldown)}`,
    );
  }
  const isDirect = pair.after.entry.names.length === 1;
  if (isDirect && jump !== undefined && jump > context.maxJump) {
    return outcome('max-jump', 'review', message);
  }
  return outcome('updated', 'note', message);
}

/** Whole days between the contents of both sides. */
function span({ before, after }: Pair): number | undefined {
  if (before.time === undefined || after.time === undefined) return undefined;
  return Math.floor((after.time - before.time) / day);
}

function ageIn({ now }: DiffContext, time: number): number {
  return Math.floor((now.getTime() / 1000 - time) / day);
}

function describe(pair: Pair, jump: number | undefined, age: number | undefined): string {
  if (jump === undefined || age === undefined || pair.after.time === undefined) {
    return `content is ${shortId(pair.after.rev)}, was ${shortId(pair.before.rev)}`;
  }
  const newer = jump <= 0 ? 'newer by less than a day' : `newer by ${days(jump)}`;
  return `content is ${newer}, of ${date(pair.after.time)}, ${days(Math.max(0, age))} old`;
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

function date(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
