import table from '../../data/nixpkgs-channels.json' with { type: 'json' };
import { type AttrSet, stringAttr } from '../model/flake-lock.ts';
import { repositoryOf, sourceIdentity } from './source-identity.ts';
import { splitUrl } from './url-parts.ts';

const announced: ReadonlyMap<string, string> = new Map(Object.entries(table.endOfLife));

const channelPattern = /^(?:nixos|nixpkgs|release)-(\d\d\.\d\d)(?:-small|-darwin|-aarch64)?$/;
const flakehubPattern = /^\/f\/nixos\/nixpkgs\/(?:%3d|=)?0\.(\d\d)(\d\d)(?:\.|$)/;

/** The nixpkgs release an input follows, e.g. `24.11`; undefined for rolling branches and other sources. */
export function nixpkgsRelease(original: AttrSet): string | undefined {
  const identity = sourceIdentity(original);
  if (identity.kind === 'url' && (identity.type === 'tarball' || identity.type === 'file')) {
    return releaseOfUrl(stringAttr(original, 'url') ?? '');
  }
  const found = repositoryOf(identity);
  if (found?.host !== 'github.com' || found.owner !== 'nixos' || found.repo !== 'nixpkgs') {
    return undefined;
  }
  const ref = (stringAttr(original, 'ref') ?? '').replace(/^refs\/heads\//, '');
  return channelPattern.exec(ref)?.[1];
}

/** The last day of support, UTC, as `YYYY-MM-DD`: the announced one, else seven months after the release. */
export function endOfLife(release: string): string {
  const known = announced.get(release);
  if (known !== undefined) return known;
  const [year, month] = release.split('.').map(Number);
  // Day 0 of a month is the last day of the month before.
  return new Date(Date.UTC(2000 + (year ?? 0), (month ?? 0) + 7, 0)).toISOString().slice(0, 10);
}

function releaseOfUrl(url: string): string | undefined {
  const parts = splitUrl(url);
  const path = parts?.path.toLowerCase() ?? '';
  const segments = path.split('/');
  if (parts?.host === 'channels.nixos.org') return channelPattern.exec(segments[1] ?? '')?.[1];
  if (parts?.host === 'nixos.org' && segments[1] === 'channels') {
    return channelPattern.exec(segments[2] ?? '')?.[1];
  }
  if (parts?.host !== 'flakehub.com') return undefined;
  const [, year, month] = flakehubPattern.exec(path) ?? [];
  return year === undefined ? undefined : `${year}.${month}`;
}
