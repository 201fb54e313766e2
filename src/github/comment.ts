import type { Report } from '../model/report.ts';
import { markdownReport } from '../report/markdown.ts';
import type { ReportOptions } from '../report/options.ts';
import type { Client } from './client.ts';
import { isOurs, marker } from './marker.ts';
import { findInPages } from './pages.ts';
import type { Target } from './target.ts';

/** GitHub refuses a comment above 65,536 characters. */
const commentBytes = 65_000;

/** A larger graph is several screens high: the summary of the run has it, a conversation has not the room. */
const maxDrawn = 25;

/** 3,000 comments. Past them nothing is posted: it might be the second one. */
const maxPages = 30;

/** What a comment says: undefined when there is nothing that wants a reader. */
export type CommentText = { readonly body: string; readonly isClean: boolean };

/** The comment of one linted directory, with its marker. */
export function commentText(report: Report, options: ReportOptions): CommentText {
  const isClean =
    report.findings.length === 0 && report.notChecked.length === 0 && report.changes.length === 0;
  const graphs = report.graphs.filter(({ nodes }) => nodes.length <= maxDrawn);
  const markdown = markdownReport(
    { ...report, graphs },
    { ...options, markdownBytes: commentBytes },
  );
  const resolved = isClean ? '\nWhat an earlier run reported here is resolved.\n' : '';
  return { body: `${marker('comment', report.root)}\n${markdown}${resolved}`, isClean };
}

/**
 * Keeps exactly one comment on the pull request: written when there is something to say, updated in place
 * ever after. Returns a remark when it was not written; throws GitHubError.
 */
export async function keepComment(
  client: Client,
  { owner, repo }: Target,
  pullNumber: number,
  report: Report,
  options: ReportOptions,
): Promise<string | undefined> {
  const mark = marker('comment', report.root);
  const { body, isClean } = commentText(report, options);
  const { found, complete } = await findInPages(
    (page) => client.rest.issues.listComments({ owner, repo, issue_number: pullNumber, ...page }),
    (comment) => isOurs(comment, mark),
    maxPages,
  );
  if (found !== undefined) {
    if (found.body === body) return undefined;
    await client.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
    return undefined;
  }
  if (!complete) return 'too many comments to tell whether one is ours';
  if (isClean) return undefined;
  await client.rest.issues.createComment({ owner, repo, issue_number: pullNumber, body });
  return undefined;
}
