import { posix } from 'node:path';
import type { Host, ReadResult } from '../model/host.ts';

/** Links that lead to links, as many as any honest repository has in a row. */
const MAX_LINKS = 8;

/**
 * A host that lists and reads the files of a commit. git stores a link as the text of its target, so links
 * are followed here, within the linted directory and over committed files alone.
 */
export function hostAt(host: Host, commit: string): Host {
  const listing = host.listAt(commit);
  const entries = listing.ok ? listing.entries : [];
  const links = new Set(entries.filter(({ type }) => type === 'link').map(({ path }) => path));
  const read = (path: string, maxBytes: number): ReadResult => {
    let real = path;
    for (let hops = 0; links.has(real); hops++) {
      const link = host.readAt(commit, real, maxBytes);
      if (!link.ok) return link;
      const target = posix.normalize(posix.join(posix.dirname(real), link.text));
      if (link.text.startsWith('/') || target.startsWith('../') || hops >= MAX_LINKS) {
        return { ok: false, cause: 'parse', problem: 'link leads out of the linted directory' };
      }
      real = target;
    }
    const result = host.readAt(commit, real, maxBytes);
    return result.ok ? { ...result, realPath: real } : result;
  };
  return { ...host, list: () => listing, read };
}

/**
 * The commit that what is checked out is compared with: where it left the base, so that what the base got
 * since is not put down to it. Undefined when the base is not at hand.
 */
export function forkOf(base: string, host: Host): string | undefined {
  return host.forkPoint(base) ?? host.resolveRevision(base);
}
