import type { Client } from './client.ts';
import { isOurs, marker } from './marker.ts';
import { findInPages } from './pages.ts';
import type { Target } from './target.ts';

/** Never changes: people and filters find the issue by it. */
export const issueTitle = 'nix-secure-lint: audit of the Nix supply chain';

/** 3,000 issues. Past them no issue is opened: it might be the second one. */
const maxPages = 30;

/** Writes the issue's text from the issue as it stands; undefined before there is one. */
export type IssueText = (
  previous: { readonly body: string; readonly isClosed: boolean } | undefined,
) => {
  readonly body: string;
  /** Whether something in it is new and needs a reader. */
  readonly hasNews: boolean;
  /** Whether nothing in it waits for anybody. */
  readonly isSettled: boolean;
};

/** What the audit has to say. */
export type Audit = {
  /** The linted directory: each has its own issue. */
  readonly root: string;
  readonly text: IssueText;
};

type Issue = {
  readonly number: number;
  readonly state: string;
  readonly body?: string | null | undefined;
};

/**
 * Keeps exactly one issue: opened with the first news, updated in place, closed when nothing waits,
 * opened again only by something new, so that closing it by hand holds. Returns a remark when there is
 * none; throws GitHubError.
 */
export async function keepIssue(
  client: Client,
  target: Target,
  audit: Audit,
): Promise<string | undefined> {
  const { owner, repo } = target;
  const mark = marker('issue', audit.root);
  const found = await findIssue(client, target, mark);
  if (found === 'unknown') return 'too many issues to tell whether one is ours';
  if (found === undefined) {
    const { body, isSettled } = audit.text(undefined);
    if (isSettled) return undefined;
    await client.rest.issues.create({ owner, repo, title: issueTitle, body: `${mark}\n${body}` });
    return undefined;
  }
  const previous = withoutMark(found.body ?? '', mark);
  const isClosed = found.state !== 'open';
  const { body, hasNews, isSettled } = audit.text({ body: previous, isClosed });
  const state = nextState(isClosed, hasNews, isSettled);
  const text = `${mark}\n${body}`;
  if (text === found.body && state === found.state) return undefined;
  await client.rest.issues.update({
    owner,
    repo,
    issue_number: found.number,
    body: text,
    ...(state !== found.state && { state }),
  });
  return undefined;
}

async function findIssue(
  client: Client,
  { owner, repo }: Target,
  mark: string,
): Promise<Issue | 'unknown' | undefined> {
  const { found, complete } = await findInPages(
    (page) =>
      client.rest.issues.listForRepo({ owner, repo, state: 'all', sort: 'updated', ...page }),
    (issue) => issue.pull_request === undefined && isOurs(issue, mark),
    maxPages,
  );
  return found ?? (complete ? undefined : 'unknown');
}

function withoutMark(body: string, mark: string): string {
  return body.slice(mark.length).replace(/^\r?\n/, '');
}

function nextState(isClosed: boolean, hasNews: boolean, isSettled: boolean): 'open' | 'closed' {
  if (isSettled) return 'closed';
  return isClosed && !hasNews ? 'closed' : 'open';
}
