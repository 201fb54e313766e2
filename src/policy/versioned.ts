/**
 * The pattern of a tarball's address up to the part that names a revision, or the source as it is.
 * Channels, FlakeHub and forge archives lock to an address that changes with every update
 * (`https://releases.nixos.org/nixpkgs/nixpkgs-26.11pre1058520.391b592eb448/nixexprs.tar.zst`); an
 * inventory of exact addresses would refuse each of them. The caller sees to it that the text holds
 * no wildcard of its own.
 */
export function withoutRevision(source: string): string {
  if (!source.startsWith('tarball:https://') && !source.startsWith('file:https://')) return source;
  const segments = source.split('/');
  const cut = segments.findIndex((segment, index) => index >= firstPath && namesRevision(segment));
  // The host alone would accept everything on it.
  return cut <= firstPath ? source : `${segments.slice(0, cut).join('/')}/**`;
}

/** Index of the first path segment in `tarball:https://host/path`. */
const firstPath = 3;

/** A run of at least 7 hex digits with a decimal one among them: a full or abbreviated commit. */
function namesRevision(segment: string): boolean {
  return (segment.match(/[0-9a-f]{7,}/g) ?? []).some((run) => /\d/.test(run));
}
