import type { Host } from '../model/host.ts';
import type { Report } from '../model/report.ts';
import { maxReportBytes, readJsonReport } from './json-read.ts';
import { connect, type Connection } from './client.ts';
import { GitHubError } from './failure.ts';
import type { Target } from './target.ts';

/** What a run without rights left for one that has them. All of it is the word of a stranger. */
export type Artefact = { readonly report: Report; readonly pullNumber: number };
type Refusal = { readonly problem: string };

/**
 * Reads `report.json` and `pull-request` of a folder. The host follows no link out of it and opens no
 * special file; what is longer than a report or of any other form is refused.
 */
export function readArtefact(folder: Pick<Host, 'read'>): Artefact | Refusal {
  const text = folder.read('report.json', maxReportBytes);
  if (!text.ok) return { problem: `report.json: ${text.problem}` };
  const report = readJsonReport(text.text);
  if (report === undefined) return { problem: 'report.json is no report of version 1' };
  const number = folder.read('pull-request', 16);
  if (!number.ok) return { problem: `pull-request: ${number.problem}` };
  const digits = /^([1-9]\d{0,9})\n?$/.exec(number.text)?.[1];
  if (digits === undefined) return { problem: 'pull-request holds no number' };
  return { report, pullNumber: Number(digits) };
}

/**
 * The target with the pull request, once GitHub says that its head is the commit this event is about: the
 * number alone could send the report to anybody's pull request.
 */
export async function confirmedTarget(
  connection: Connection,
  target: Target,
  pullNumber: number,
): Promise<Target | Refusal> {
  const { owner, repo, head } = target;
  try {
    const client = await connect(connection);
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: pullNumber });
    if (data.head.sha === head) return { ...target, pullNumber };
    return {
      problem: `pull request ${pullNumber} is not, or no longer, at the commit of this run`,
    };
  } catch (error) {
    if (error instanceof GitHubError) return { problem: error.message };
    throw error;
  }
}
