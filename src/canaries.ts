import { buildCanarySet, type CanarySet } from './secrets/canary/search.ts';
import { readCanaries } from './secrets/canary/values.ts';

export type KnownSecrets = {
  readonly set?: CanarySet;
  /** What is not searched for and why, by name; never a value. */
  readonly notes: readonly string[];
};

/** Prepares the known values given to the run, a JSON object or one per line; undefined when none are. */
export function knownSecrets(text: string | undefined): KnownSecrets {
  if (text === undefined) return { notes: [] };
  const { canaries, refused } = readCanaries(text);
  const { set, skipped } = buildCanarySet(canaries);
  const notes = [
    ...refused.map(({ name, why }) => `Known value ${name} is not searched for: it is ${why}.`),
    ...skipped.map((name) => `Known value ${name} is not searched for: too much to search for.`),
  ];
  return { set, notes };
}
