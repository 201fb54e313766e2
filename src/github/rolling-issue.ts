import type { Client } from './client.ts';
import { isOurs, marker } from './marker.ts';
import { findInPages } from './pages.ts';
import type { Target } from './target.ts';

/** Never changes: people and filters find the issue by it. */
export const issueTitle = 'nix-secure-lint: audit of the Nix supply chain';

/** 3,000 issues. Past them no issue is opened: it might be the second one. */
const maxPages = 30;

/** Writes the issue's text from the one it has now, and says whether something new needs a reader. */
export type IssueText = (previous: string | undefined) => {
  readonly body: string;
  readonly changed: boolean;
};

/** What the audit has to say. */
export type Audit = {
  /** The linted directory: each has its own issue. */
  readonly root: string;
  readonly isClean: boolean;
  readonly text: IssueText;
};

type Issue = {
  readonly number: number;
  readonly state: string;
  readonly body?: string | null | undefined;
};

/**
 * Keeps exactly one issue: opened with the first finding, updated in place, closed when nothing is left,
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
    if (audit.isClean) return undefined;
    const { body } = audit.text(undefined);
    await client.rest.issues.create({ owner, repo, title: issueTitle, body: `${mark}\n${body}` });
    return undefined;
  }
  const { body, changed } = audit.text(withoutMark(found.body ?? '', mark));
  const state = nextState(found.state, audit.isClean, changed);
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

function nextState(state: string, isClean: boolean, changed: boolean): 'open' | 'closed' {
  if (isClean) return 'closed';
  return state === 'open' || changed ? 'open' : 'closed';
}
