import type { Finding, Related } from '../model/finding.ts';
import type { AcceptanceFault } from '../model/policy-review.ts';
import type { Span } from '../model/span.ts';
import { describeIgnore } from './acceptance-faults.ts';
import { describeExpected } from './inventory.ts';
import type { PolicyState } from './weaken.ts';

type Entry = {
  /** What is accepted. */
  readonly key: string;
  readonly until?: string | undefined;
  readonly path: string;
  readonly span: Span;
};

/**
 * Moves faults of the base's entries to where the same entries stand in the head, whose files are the
 * ones a reader sees. What the head has mended already is dropped: entries it removed, and ends it
 * moved. Other faults stay as they are.
 */
export function relocate(
  faults: readonly AcceptanceFault[],
  base: PolicyState,
  head: PolicyState | undefined,
): AcceptanceFault[] {
  const known = new Map(entriesOf(base).map((entry) => [placeOf(entry.path, entry.span), entry]));
  const places = new Map(head === undefined ? [] : entriesOf(head).map((one) => [one.key, one]));
  return faults.flatMap((fault) => {
    const entry = known.get(placeOf(fault.path, fault.at));
    if (entry === undefined) return [fault];
    const place = places.get(entry.key);
    if (place === undefined) return [];
    const isOfEnd = fault.reason === 'expired' || fault.reason === 'expiring';
    return isOfEnd && place.until !== entry.until
      ? []
      : [{ ...fault, path: place.path, at: place.span }];
  });
}

/** The same for entries that findings point to as related: one the head removed is no place to look at. */
export function relocateRelated(
  findings: readonly Finding[],
  base: PolicyState,
  head: PolicyState | undefined,
): readonly Finding[] {
  if (findings.every(({ related }) => related.length === 0)) return findings;
  const known = new Map(entriesOf(base).map((entry) => [placeOf(entry.path, entry.span), entry]));
  const places = new Map(head === undefined ? [] : entriesOf(head).map((one) => [one.key, one]));
  const moved = (one: Related): Related[] => {
    const entry = known.get(placeOf(one.path, one.span));
    if (entry === undefined) return [one];
    const place = places.get(entry.key);
    return place === undefined ? [] : [{ ...one, path: place.path, span: place.span }];
  };
  return findings.map((finding) => ({ ...finding, related: finding.related.flatMap(moved) }));
}

function placeOf(path: string, span: Span): string {
  return `${span.start}:${path}`;
}

/** Every acceptance of a revision. */
function entriesOf({ policy, inventory, baseline }: PolicyState): Entry[] {
  const patterns = [
    ['hosts', policy.allowedHosts],
    ['owners', policy.allowedOwners],
    ['sources', policy.allowedSources],
    ['local', policy.localInputs],
    ['users', policy.trustedUsers],
    ['installers', policy.ownInstallers],
    ['keys', policy.exampleKeys],
    ['changes', policy.approvedChanges],
  ] as const;
  const entry = (list: string, what: string, { path, span, until }: Omit<Entry, 'key'>): Entry => ({
    key: JSON.stringify([list, what]),
    until,
    path,
    span,
  });
  return [
    ...patterns.flatMap(([list, items]) => items.map((item) => entry(list, item.match, item))),
    ...policy.ignore.map((item) => entry('ignore', describeIgnore(item), item)),
    ...(policy.trustedCaches ?? []).map((item) => entry('caches', item.url, item)),
    ...(inventory?.inputs ?? []).map((item) => entry('inputs', describeExpected(item), item)),
    ...(baseline?.entries ?? []).map(({ fingerprint, span }) =>
      entry('baseline', fingerprint, { path: baseline?.path ?? '', span }),
    ),
  ];
}
