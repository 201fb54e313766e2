import type { Report } from '../model/report.ts';
import type { ReportOptions } from '../report/options.ts';
import type { Client } from './client.ts';
import { isOurs } from './marker.ts';
import { allPages } from './pages.ts';
import { addedAt, addedLines } from './patch-lines.ts';
import { suggestions, type Suggestion } from './suggestion.ts';
import type { Target } from './target.ts';

/** A review is for people; the rest comes with the next run. */
const maxSuggestions = 20;

/** GitHub lists at most 3,000 files of a pull request. */
const maxPages = 30;

/**
 * Offers fixes as one review, on lines that the pull request itself adds, and none of them twice. Throws
 * GitHubError.
 */
export async function reviewFixes(
  client: Client,
  target: Target,
  pullNumber: number,
  report: Report,
  options: ReportOptions,
): Promise<void> {
  const { owner, repo } = target;
  const wanted = suggestions(report, options);
  if (wanted.length === 0) return;
  const placed = await onAddedLines(wanted, client, target, pullNumber);
  if (placed.length === 0) return;
  const earlier = await allPages(
    (page) =>
      client.rest.pulls.listReviewComments({ owner, repo, pull_number: pullNumber, ...page }),
    maxPages,
  );
  const fresh = placed
    .filter(({ mark }) => !earlier.some((comment) => isOurs(comment, mark)))
    .slice(0, maxSuggestions);
  if (fresh.length === 0) return;
  await client.rest.pulls.createReview({
    owner,
    repo,
    pull_number: pullNumber,
    commit_id: target.head,
    event: 'COMMENT',
    body: `nix-secure-lint suggests ${fresh.length === 1 ? 'a fix' : `${fresh.length} fixes`}.`,
    comments: fresh.map(({ path, line, body }) => ({ path, line, side: 'RIGHT', body })),
  });
}

async function onAddedLines(
  wanted: readonly Suggestion[],
  client: Client,
  { owner, repo }: Target,
  pullNumber: number,
): Promise<Suggestion[]> {
  const files = await allPages(
    (page) => client.rest.pulls.listFiles({ owner, repo, pull_number: pullNumber, ...page }),
    maxPages,
  );
  const added = new Map(files.map((file) => [file.filename, addedLines(file.patch ?? '')]));
  return wanted.flatMap((suggestion) => {
    const lines = added.get(suggestion.path);
    const line = lines && addedAt(lines, suggestion.line, suggestion.text);
    return line === undefined ? [] : [{ ...suggestion, line }];
  });
}
