import { connect, type Connection } from './client.ts';
import type { Target } from './target.ts';

const perPage = 100;
/** A thousand pushes in one stretch. */
const maxPages = 10;

/** Where a branch stood, and why that is not the start of the stretch, when it is not. */
export type Stand = { readonly revision: string; readonly cutOff?: string };

/**
 * The commit at which the branch of this run stood before the first push since a moment (seconds since 1970), by
 * GitHub's clock: dates of commits are the word of whoever made them. Undefined when nothing was pushed since or the
 * branch is younger. Throws GitHubError.
 */
export async function standBefore(
  connection: Connection,
  { owner, repo, ref }: Target,
  since: number,
): Promise<Stand | undefined> {
  const { rest } = await connect(connection);
  let found: string | undefined;
  let after: string | undefined;
  for (let page = 1; page <= maxPages; page++) {
    const cursor = after === undefined ? {} : { after };
    const answer = await rest.repos.listActivities({
      owner,
      repo,
      ref,
      per_page: perPage,
      ...cursor,
    });
    for (const { before, timestamp } of answer.data) {
      if (!(Date.parse(timestamp) / 1_000 >= since)) return standAt(found);
      found = before;
    }
    after = nextCursor(answer.headers.link);
    if (after === undefined) return standAt(found);
  }
  const oldest = standAt(found);
  return oldest && { ...oldest, cutOff: `more than ${maxPages * perPage} pushes` };
}

/** Nothing but a full commit id goes to git; zeros stand for a branch that was not there. */
function standAt(id: string | undefined): Stand | undefined {
  const isCommit = id !== undefined && /^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id);
  return isCommit ? { revision: id } : undefined;
}

/** The cursor of the next page alone: the link could lead anywhere. */
function nextCursor(link: string | undefined): string | undefined {
  const next = link?.split(',').find((part) => part.includes('rel="next"'));
  const cursor =
    next === undefined ? undefined : /[?&]after=((?:[\w=-]|%3D){1,500})[&>]/.exec(next)?.[1];
  return cursor?.replaceAll('%3D', '=');
}
