import { stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { identityKey, identityText } from '../../parse/source-identity.ts';
import { revisionTypes } from '../../parse/source-place.ts';

/** Clocks may be wrong and time zones confused, but not by more than this. */
const tolerance = 48 * 3600;
/** The first commit of git itself: no git history honestly starts before, imports aside. */
const gitIsBorn = Date.UTC(2005, 3, 7) / 1000;

export const timestampAnomaly: RuleOf<'flake-lock'> = {
  id: 'lock-timestamp-anomaly',
  summary: 'the `lastModified` of a locked input cannot be true',
  help: 'Run `nix flake update <input>`, and suspect an edit by hand.',
  references: ['CWE-345'],
  kinds: ['flake-lock'],
  reasons: {
    future: { summary: '`lastModified` is more than 48 hours ahead', levels: levels('warning') },
    invalid: {
      summary: '`lastModified` is no whole number of seconds since 1970',
      levels: levels('warning'),
    },
    inconsistent: {
      summary: 'one revision of one source has two values of `lastModified`',
      levels: levels('warning'),
    },
    ancient: {
      summary: 'a commit is dated before git existed',
      levels: levels('notice'),
    },
  },
  *check({ model, path }, { now }) {
    const firsts = new Map<string, { readonly input: LockedInput; readonly time: number }>();
    for (const input of lockedInputs(model)) {
      const found = input.locked.attrs.get('lastModified');
      if (found === undefined) continue;
      const problem = impossible(input, found.value, now);
      if (problem !== undefined) {
        yield problem;
        continue;
      }
      const rev = stringAttr(input.locked, 'rev');
      // Nix writes 0 or 1 when the time is not known.
      if (typeof found.value !== 'number' || found.value <= 1 || rev === undefined) continue;
      const key = JSON.stringify([identityKey(input.identity), rev]);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { input, time: found.value });
      else if (first.time !== found.value) {
        yield {
          reason: 'inconsistent',
          subject: input.path,
          at: found.span,
          message: `${identityText(input.identity)} at ${rev} is from ${found.value} here, from ${first.time} in "${first.input.path}"`,
          evidence: `${rev} ${found.value} ${first.time}`,
          related: [
            {
              path,
              span: first.input.at('lastModified'),
              message: 'the other time of this revision',
            },
          ],
        };
      }
    }
  },
};

function impossible(
  { at, locked, path }: LockedInput,
  value: string | number | boolean,
  now: Date,
): Problem | undefined {
  const found = { subject: path, at: at('lastModified'), evidence: String(value) };
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    const message = `lastModified is ${JSON.stringify(value)}, expected seconds since 1970`;
    return { ...found, reason: 'invalid', message };
  }
  if (value > now.getTime() / 1000 + tolerance) {
    return { ...found, reason: 'future', message: `lastModified ${value} lies in the future` };
  }
  const byCommit = revisionTypes.has(stringAttr(locked, 'type') ?? '');
  if (!byCommit || value <= 1 || value >= gitIsBorn) return undefined;
  const message = `lastModified ${value} lies before the first commit of git`;
  return { ...found, reason: 'ancient', message };
}
