import { gzipSync } from 'node:zlib';
import type { Report } from '../model/report.ts';
import type { ReportOptions } from '../report/options.ts';
import { sarifReport } from '../report/sarif.ts';
import type { Client } from './client.ts';
import type { Target } from './target.ts';

/** GitHub refuses a compressed upload above 10 MB. */
const maxCompressed = 10 * 1_000 * 1_000;

/** Where code scanning takes results for (code-scanning-ref-full of GitHub's description). */
const scannedRef = /^refs\/(?:heads|tags|pull)\/.+$/;

/**
 * Uploads the report to code scanning, for GITHUB_REF and GITHUB_SHA as code scanning wants them. GitHub
 * ignores `suppressions`, so accepted findings are left out. Returns a remark when nothing was uploaded;
 * throws GitHubError.
 */
export async function uploadSarif(
  client: Client,
  { owner, repo, ref, sha }: Target,
  report: Report,
  options: ReportOptions,
): Promise<string | undefined> {
  if (!scannedRef.test(ref)) return 'this event has no branch, tag or pull request';
  const compressed = gzipSync(sarifReport(report, { ...options, suppressed: false }));
  if (compressed.length > maxCompressed) {
    return `${compressed.length} compressed bytes are above GitHub's limit of ${maxCompressed}`;
  }
  const sarif = compressed.toString('base64');
  await client.rest.codeScanning.uploadSarif({ owner, repo, commit_sha: sha, ref, sarif });
  return undefined;
}
