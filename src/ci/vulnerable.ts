import table from '../../data/vulnerable-nix.json' with { type: 'json' };

import { compareVersions } from './version.ts';

export type NixFork = 'nix' | 'lix';

export type Vulnerability =
  | { readonly kind: 'fixed'; readonly ids: readonly string[]; readonly fixed: string }
  | { readonly kind: 'end-of-life'; readonly oldest: string };

type Advisory = { readonly id: string; readonly fixed: Readonly<Record<string, string>> };

/**
 * What is known against a version. A series older than the supported ones gets no fixes; one newer than the table is
 * not judged, nor is a version without patch level of a series that has a fixed release.
 */
export function vulnerabilityOf(fork: NixFork, version: string): Vulnerability | undefined {
  const match = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?/.exec(version);
  if (match === null) return undefined;
  const series = `${match[1]}.${match[2]}`;
  const { oldestSupported, advisories } = table[fork];
  if (compareVersions(series, oldestSupported) < 0) {
    return { kind: 'end-of-life', oldest: oldestSupported };
  }
  if (match[3] === undefined) return undefined;
  return knownIn(advisories, series, match[0]);
}

function knownIn(
  advisories: readonly Advisory[],
  series: string,
  version: string,
): Vulnerability | undefined {
  const open = advisories.flatMap(({ id, fixed }) => {
    const release = Object.hasOwn(fixed, series) ? fixed[series] : undefined;
    return release !== undefined && compareVersions(version, release) < 0 ? [{ id, release }] : [];
  });
  const fixed = open.map(({ release }) => release).reduce(later, '');
  return open.length === 0 ? undefined : { kind: 'fixed', ids: open.map(({ id }) => id), fixed };
}

function later(left: string, right: string): string {
  return compareVersions(left, right) >= 0 ? left : right;
}
