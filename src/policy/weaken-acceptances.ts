import type { Acceptance, Inventory, Policy, TrustedCache } from '../model/policy.ts';
import type { Weakening } from '../model/policy-review.ts';
import { emptySpan } from '../model/span.ts';
import { describeIgnore } from './acceptance-faults.ts';
import { coverer } from './glob.ts';
import { describeExpected } from './inventory.ts';

type Holder = { readonly policy: Policy; readonly inventory?: Inventory };

type Reason = Weakening['reason'];

/** Acceptances of the head that no acceptance of the base covers for as long. */
export function weakenedAcceptances(base: Holder, head: Holder): Weakening[] {
  return [
    ...weakenedIgnores(base.policy, head.policy),
    ...weakenedLists(base.policy, head.policy),
    ...weakenedCaches(base.policy, head.policy),
    ...removedLists(base, head),
    ...weakenedInventory(base.inventory, head.inventory),
  ];
}

/**
 * Entries of `head` that no entry of `base` covers, or only ones that end earlier. `covering` is
 * called once for each entry of `base`: the head may be long, and nobody reviewed it yet.
 */
function added<T extends Acceptance>(
  base: readonly T[],
  head: readonly T[],
  reason: Reason,
  covering: (known: T) => (entry: T) => boolean,
  name: (entry: T) => string,
): Weakening[] {
  const prepared = base.map((known) => ({ known, covers: covering(known) }));
  return head.flatMap((entry): Weakening[] => {
    const known = prepared.filter(({ covers }) => covers(entry)).map((one) => one.known);
    if (known.some((candidate) => endsNoEarlier(candidate, entry))) return [];
    const { path, span: at } = entry;
    const subject = name(entry);
    const last = known.map(({ until }) => until ?? '').reduce((a, b) => (a > b ? a : b), '');
    if (last !== '') {
      const message = `"${subject}" was accepted until ${last}, now ${until(entry)}`;
      return [{ reason: 'until', subject, path, at, message }];
    }
    return [
      {
        reason,
        subject,
        path,
        at,
        message: `"${subject}" is newly ${reason === 'ignore' ? 'ignored' : 'accepted'}`,
      },
    ];
  });
}

function until(entry: Acceptance): string {
  return entry.until === undefined ? 'without end' : `until ${entry.until}`;
}

function endsNoEarlier(known: Acceptance, entry: Acceptance): boolean {
  return known.until === undefined || (entry.until !== undefined && entry.until <= known.until);
}

function weakenedIgnores(base: Policy, head: Policy): Weakening[] {
  return added(
    base.ignore,
    head.ignore,
    'ignore',
    (known) => {
      const coversFile = coverer(known.file, 'path');
      const coversSubject = coverer(known.subject, 'path');
      return (entry) =>
        known.rule === entry.rule &&
        coversFile(entry.file) &&
        coversSubject(entry.subject) &&
        (known.reasonCode === undefined || known.reasonCode === entry.reasonCode);
    },
    describeIgnore,
  );
}

/** Lists of patterns, with what they speak of; the last two hold names, compared as they are. */
function weakenedLists(base: Policy, head: Policy): Weakening[] {
  const lists = [
    ['allowedHosts', 'path'],
    ['allowedOwners', 'source'],
    ['allowedSources', 'source'],
    ['localInputs', 'path'],
    ['trustedUsers', 'path'],
    ['ownInstallers', 'path'],
    ['exampleKeys', undefined],
    ['approvedChanges', undefined],
  ] as const;
  return lists.flatMap(([list, over]) =>
    added(
      base[list],
      head[list],
      'accepted',
      (known) => {
        if (over === undefined) return (entry) => known.match === entry.match;
        const covers = coverer(known.match, over);
        return (entry) => covers(entry.match);
      },
      ({ match }) => match,
    ),
  );
}

function weakenedCaches(base: Policy, head: Policy): Weakening[] {
  const keyed = (policy: Policy): (TrustedCache & { readonly key: string })[] =>
    (policy.trustedCaches ?? []).flatMap((cache) =>
      cache.keys.map((key) => Object.assign({ key }, cache)),
    );
  return added(
    keyed(base),
    keyed(head),
    'accepted',
    (known) => (entry) => known.url === entry.url && known.key === entry.key,
    ({ url, key }) => `${url} ${key}`,
  );
}

/** A list that is gone lifts what it forbade: while it stands, what it does not name is an error. */
function removedLists(base: Holder, head: Holder): Weakening[] {
  const path = head.policy.path ?? base.policy.path ?? 'nix-secure-lint.yml';
  const gone = (subject: string, reason: Reason, was: boolean, is: boolean): Weakening[] =>
    was && !is
      ? [
          {
            reason,
            subject,
            path,
            at: emptySpan,
            message: `${subject} is gone: anything is accepted`,
          },
        ]
      : [];
  return [
    ...gone('trusted-caches', 'accepted', hasCaches(base.policy), hasCaches(head.policy)),
    ...gone('inputs.allowed-sources', 'accepted', hasSources(base.policy), hasSources(head.policy)),
    ...gone(
      'inputs.inventory',
      'inventory',
      base.inventory !== undefined,
      head.inventory !== undefined,
    ),
  ];
}

function hasCaches(policy: Policy): boolean {
  return policy.trustedCaches !== undefined;
}

/** Hosts, owners and sources are one list in three spellings. */
function hasSources({ allowedHosts, allowedOwners, allowedSources }: Policy): boolean {
  return allowedHosts.length + allowedOwners.length + allowedSources.length > 0;
}

/** A first inventory only forbids. */
function weakenedInventory(base: Inventory | undefined, head: Inventory | undefined): Weakening[] {
  if (base === undefined || head === undefined) return [];
  return added(
    base.inputs,
    head.inputs,
    'inventory',
    (known) => {
      const coversInput = coverer(known.input, 'path');
      const coversSource = coverer(known.source, 'source');
      const coversLock = coverer(known.lock, 'path');
      return (entry) =>
        coversInput(entry.input) && coversSource(entry.source) && coversLock(entry.lock);
    },
    describeExpected,
  );
}
