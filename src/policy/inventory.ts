import type { ExpectedInput, Inventory, Pattern, Policy } from '../model/policy.ts';
import type { Named, Unused } from './acceptance-faults.ts';
import { isLive } from './expiry.ts';
import type { Glob, GlobOver } from './glob.ts';
import { bySpecificity, glob } from './glob.ts';

/** An input that occurs in a lock. */
export type LockedInput = {
  /** Path of the lock. */
  readonly lock: string;
  /** Input path from the root. */
  readonly input: string;
  /** Source identity, as `identityText` writes it. */
  readonly source: string;
};

/** The entry that accepts an input, or undefined when none does. */
export type Cover = (input: LockedInput) => ExpectedInput | undefined;

type Compiled = {
  readonly entry: ExpectedInput;
  readonly input: Glob;
  readonly source: Glob;
  readonly lock: Glob;
};

/** Prepares an inventory for matching. The most specific live entry decides, wherever it stands. */
export function coverOf(inventory: Inventory, now: Date): Cover {
  const live = inventory.inputs.filter((entry) => isLive(entry, now));
  const compiled = live.map(compile).toSorted(mostSpecificFirst);
  const exact = new Map<string, Compiled[]>();
  for (const one of compiled) {
    const key = keyOf(one);
    const list = exact.get(key);
    if (list) list.push(one);
    else exact.set(key, [one]);
  }
  return (input) => {
    const candidates = [exact.get(exactKey(input.input)), exact.get(exactKey(undefined))];
    for (const list of candidates) {
      const found = list?.find((one) => matches(one, input));
      if (found !== undefined) return found.entry;
    }
    return undefined;
  };
}

/** The most specific live pattern that matches; undefined when none does. */
export function decidingPattern(
  patterns: readonly Pattern[],
  text: string,
  over: GlobOver,
  now: Date,
): Pattern | undefined {
  const matching = patterns
    .filter((pattern) => isLive(pattern, now))
    .map((pattern) => ({ pattern, glob: glob(pattern.match, over) }))
    .filter((candidate) => candidate.glob.matches(text))
    .toSorted((a, b) => bySpecificity(a.glob, b.glob));
  return matching[0]?.pattern;
}

/** Inventory entries and patterns over inputs, each with whether it matched an input of this run. */
export function usedByInputs(policy: Policy, seen: readonly LockedInput[]): Named[] {
  const { allowedSources, localInputs, inventory } = policy;
  const sources = [...new Set(seen.map(({ source }) => source))];
  const paths = [...new Set(seen.map(({ input }) => input))];
  const found = new Map(seen.map((input) => [input.input, input]));
  const patternUse = (pattern: Pattern, over: GlobOver, texts: readonly string[]): Named => {
    const { matches } = glob(pattern.match, over);
    return { subject: pattern.match, acceptance: pattern, used: texts.some(matches) };
  };
  return [
    ...allowedSources.map((pattern) => patternUse(pattern, 'source', sources)),
    ...localInputs.map((pattern) => patternUse(pattern, 'path', paths)),
    ...(inventory?.inputs ?? []).map((entry) => {
      const one = compile(entry);
      const used = seen.some((input) => matches(one, input));
      const other = used ? undefined : otherSource(entry, found.get(entry.input ?? ''));
      // One input with one source is what `init` writes down; a pattern is somebody's decision.
      const record = entry.input !== undefined && one.input.exact && one.source.exact;
      const named = { subject: describeExpected(entry), acceptance: entry, used, record };
      return other === undefined ? named : { ...named, unused: other };
    }),
  ];
}

/** An entry for one input that has another source today: that may be an attack and is no reason to tidy up. */
function otherSource(entry: ExpectedInput, found: LockedInput | undefined): Unused | undefined {
  if (entry.input === undefined || found === undefined) return undefined;
  if (entry.lock !== undefined && !glob(entry.lock, 'path').matches(found.lock)) return undefined;
  return {
    message: `inventory lists ${entry.source} for "${entry.input}", ${found.lock} has ${found.source}`,
    help: 'Find out who changed the source. Restore it, or review the new one and list it instead.',
  };
}

/** The entries that speak of exactly this input, whatever its source. */
export function entriesFor(inventory: Inventory, { input, lock }: LockedInput): ExpectedInput[] {
  return inventory.inputs.filter(
    (entry) =>
      entry.input === input && (entry.lock === undefined || glob(entry.lock, 'path').matches(lock)),
  );
}

/** `utils/systems = github:nix-systems/default`. */
export function describeExpected({ input, source, lock }: ExpectedInput): string {
  const at = lock === undefined ? '' : ` in ${lock}`;
  return `${input ?? '**'} = ${source}${at}`;
}

function compile(entry: ExpectedInput): Compiled {
  return {
    entry,
    input: glob(entry.input ?? '**', 'path'),
    source: glob(entry.source, 'source'),
    lock: glob(entry.lock ?? '**', 'path'),
  };
}

function matches({ entry, input, source, lock }: Compiled, given: LockedInput): boolean {
  if (entry.input !== undefined && !input.matches(given.input)) return false;
  if (entry.lock !== undefined && !lock.matches(given.lock)) return false;
  return source.matches(given.source);
}

/** Entries for one exact input path are found directly: an inventory is as long as its locks. */
function keyOf({ input }: Compiled): string {
  return exactKey(input.exact ? input.pattern : undefined);
}

function exactKey(input: string | undefined): string {
  return input === undefined ? '*' : `=${input}`;
}

function mostSpecificFirst(a: Compiled, b: Compiled): number {
  return (
    bySpecificity(a.input, b.input) ||
    bySpecificity(a.source, b.source) ||
    bySpecificity(a.lock, b.lock)
  );
}
