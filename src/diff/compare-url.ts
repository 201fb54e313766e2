import { repositoryOf } from '../parse/source-identity.ts';
import { isSameSource, type Side } from './side.ts';

/** How the forges we know link the changes between two revisions. A lock may name any host: no link to others. */
const forges: ReadonlyMap<string, (repository: string, from: string, to: string) => string> =
  new Map([
    ['github.com', (repository, from, to) => `${repository}/compare/${from}...${to}`],
    ['gitlab.com', (repository, from, to) => `${repository}/-/compare/${from}...${to}`],
    ['codeberg.org', (repository, from, to) => `${repository}/compare/${from}...${to}`],
    ['git.sr.ht', (repository, _from, to) => `${repository}/log/${to}`],
  ]);

const plainName = /^~?[A-Za-z0-9._-]{1,100}$/;
const fullRevision = /^[0-9a-f]{40}$/;

/** Page of the forge with the changes between two revisions of one repository, or undefined. */
export function compareUrl(before: Side, after: Side): string | undefined {
  const place = repositoryOf(after.identity);
  const link = forges.get(place?.host ?? '');
  if (place === undefined || link === undefined || !isSameSource(before, after)) return undefined;
  const [from, to] = [before.rev ?? '', after.rev ?? ''];
  if (from === to || !fullRevision.test(from) || !fullRevision.test(to)) return undefined;
  const { owner, repo } = after.identity.kind === 'forge' ? after.identity : place;
  const segments = [...owner.split('/'), repo];
  if (!segments.every((name) => plainName.test(name) && !/^\.+$/.test(name))) return undefined;
  return link(`https://${place.host}/${segments.join('/')}`, from, to);
}
