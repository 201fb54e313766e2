import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { annotationOf, type Annotation } from '../report/github.ts';
import { markdownReport } from '../report/markdown.ts';
import type { ReportOptions } from '../report/options.ts';
import { placesOf } from '../report/places.ts';
import { plural, summaryLine, worstFirst } from '../report/summary.ts';
import type { Client } from './client.ts';
import type { Target } from './target.ts';

/** GitHub takes 50 annotations with one request; further requests add to them. */
const batchSize = 50;

/** Twenty requests: a token has 1,000 an hour for the whole repository. */
const maxAnnotations = 1_000;

/** GitHub refuses a summary above 65,535 characters. */
const summaryBytes = 65_000;

/** What the runner uses for annotations without a file. */
const noFile = '.github';

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

type CheckAnnotation = {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
};

/**
 * Writes a completed check run with every finding as an annotation. Returns a remark when some could not
 * be added; throws GitHubError when there is no check run.
 */
export async function writeCheckRun(
  client: Client,
  target: Target,
  name: string,
  report: Report,
  options: ReportOptions,
): Promise<string | undefined> {
  const { owner, repo } = target;
  const annotations = checkAnnotations(report);
  const output = {
    title: summaryLine(report),
    summary: markdownReport(report, { ...options, markdownBytes: summaryBytes }),
  };
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: target.head,
    status: 'completed',
    conclusion: report.conclusion.exitCode === 0 ? 'success' : 'failure',
    output: { ...output, annotations: annotations.slice(0, batchSize) },
  });
  let written = Math.min(batchSize, annotations.length);
  try {
    for (; written < annotations.length; written += batchSize) {
      const batch = annotations.slice(written, written + batchSize);
      await client.rest.checks.update({
        owner,
        repo,
        check_run_id: data.id,
        output: { ...output, annotations: batch },
      });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return `only ${written} of ${plural(report.findings.length, 'finding')} are annotated: ${why}`;
  }
  return undefined;
}

/** The annotations of a check run, worst findings first. */
export function checkAnnotations(report: Report): CheckAnnotation[] {
  const place = placesOf(report);
  const ordered = worstFirst.flatMap((wanted) =>
    report.findings.filter(({ severity }) => severity === wanted),
  );
  return ordered
    .slice(0, maxAnnotations)
    .map((finding: Finding) => checkAnnotation(annotationOf(finding, report, place)));
}

function checkAnnotation(annotation: Annotation): CheckAnnotation {
  const { file, startLine = 1, endLine = startLine, startColumn, endColumn } = annotation;
  return {
    path: file ?? noFile,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn !== undefined && { start_column: startColumn }),
    ...(endColumn !== undefined && { end_column: endColumn }),
    annotation_level: levels[annotation.level],
    title: annotation.title,
    message: annotation.message,
  };
}
