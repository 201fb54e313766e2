import type { Report } from '../model/report.ts';
import type { ReportOptions } from '../report/options.ts';
import { writeCheckRun } from './check-run.ts';
import { connect, type Connection } from './client.ts';
import { keepComment } from './comment.ts';
import { GitHubError } from './failure.ts';
import { reviewFixes } from './review.ts';
import { keepIssue, type IssueText } from './rolling-issue.ts';
import { uploadSarif } from './sarif-upload.ts';
import type { Target } from './target.ts';

/** What should be written to GitHub besides the log. */
export type Wishes = {
  /** Name of a check run; '' for none. */
  readonly checkName: string;
  readonly comment: boolean;
  readonly suggestions: boolean;
  readonly uploadSarif: boolean;
  readonly issue: boolean;
};

export type Published = {
  /** Whether a check run carries the annotations, so that the log need not. */
  readonly hasCheckRun: boolean;
  /** What was wished and did not happen, one sentence each. */
  readonly notes: readonly string[];
};

/** Whether anything at all is to be written. */
export function wantsGitHub(wishes: Wishes): boolean {
  const { checkName, comment, suggestions, uploadSarif: sarif, issue } = wishes;
  return checkName !== '' || comment || suggestions || sarif || issue;
}

/**
 * Writes what is wished. Nothing here decides about the lint result: every failure becomes a note, and
 * the notes end up in the report.
 */
export async function publishToGitHub(
  wishes: Wishes,
  connection: Connection,
  target: Target,
  report: Report,
  options: ReportOptions,
  issueText: IssueText,
): Promise<Published> {
  if (connection.token === '') {
    return { hasCheckRun: false, notes: ['Nothing was written to GitHub: there is no token.'] };
  }
  const client = await connect(connection);
  const notes: string[] = [];
  const attempt = async (what: string, work: () => Promise<string | void>): Promise<boolean> => {
    const done = await tried(work);
    if (done.remark !== undefined) notes.push(`${what}: ${done.remark}.`);
    if (done.failure !== undefined) notes.push(`${what}: not written, ${done.failure}.`);
    return done.failure === undefined;
  };
  const { checkName, comment, suggestions } = wishes;
  const { pullNumber } = target;
  const hasCheckRun =
    checkName !== '' &&
    (await attempt('Check run', () => writeCheckRun(client, target, checkName, report, options)));
  if (comment && pullNumber !== undefined) {
    await attempt('Comment', () => keepComment(client, target, pullNumber, report, options));
  }
  if (suggestions && pullNumber !== undefined) {
    await attempt('Suggestions', () => reviewFixes(client, target, pullNumber, report, options));
  }
  if (wishes.uploadSarif) {
    await attempt('Code scanning', () => uploadSarif(client, target, report, options));
  }
  // A change under review is not what a standing issue is about.
  if (wishes.issue && pullNumber === undefined) {
    const audit = { root: report.root, text: issueText };
    await attempt('Audit issue', () => keepIssue(client, target, audit));
  }
  return { hasCheckRun, notes };
}

/** Runs one wish; an error of GitHub's is an outcome, any other is ours and goes on. */
async function tried(
  work: () => Promise<string | void>,
): Promise<{ readonly remark?: string; readonly failure?: string }> {
  try {
    const remark = await work();
    return typeof remark === 'string' ? { remark } : {};
  } catch (error) {
    if (error instanceof GitHubError) return { failure: error.message };
    throw error;
  }
}
