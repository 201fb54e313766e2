import { chooseFixes, edited, type FixRequest } from '../fix/choose.ts';
import { filePatch } from '../fix/patch.ts';
import { replaceFile } from '../host/replace.ts';
import type { Host } from '../model/host.ts';
import type { Report } from '../model/report.ts';

/** What to print, and what could not be done. */
export type FixResult = { readonly text: string; readonly problems: readonly string[] };

/** Applies the fixes of a report to tracked files, or prints them as a patch. */
export function applyFixes(
  report: Report,
  host: Host,
  directory: string,
  { dryRun, safety }: FixRequest,
): FixResult {
  const listing = host.list();
  if (!listing.ok) return { text: '', problems: [listing.problem] };
  if (!listing.tracked && !dryRun) {
    return { text: '', problems: ['--fix changes tracked files only, and git tracks none here'] };
  }
  const regular = new Set(listing.entries.flatMap((one) => (one.type === 'file' ? one.path : [])));
  const plan = chooseFixes(report.findings, safety);
  const problems: string[] = [];
  let patch = '';
  for (const { path, edits } of plan.files) {
    const text = report.texts.get(path);
    if (text === undefined || !regular.has(path)) problems.push(`${path} is no tracked file`);
    else if (dryRun) patch += filePatch(path, text, edits);
    else {
      const problem = replaceFile(directory, path, text, edited(text, edits));
      if (problem !== undefined) problems.push(`${path} ${problem}`);
    }
  }
  if (dryRun) return { text: patch, problems };
  const rest = plan.postponed === 0 ? '' : `; ${plan.postponed} more need another run`;
  return { text: `applied ${plan.applied} fixes in ${plan.files.length} files${rest}\n`, problems };
}
