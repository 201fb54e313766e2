import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';

/** A part of a text that must not be shown, and what stands there instead, e.g. `‹redacted github-pat, 40 chars›`. */
export type Redaction = { readonly span: Span; readonly mark: string };

/** Finds what must not be shown of a file. Called at most once per file and report; order and overlaps do not matter. */
export type Redact = (path: string, text: string) => readonly Redaction[];

/** What a report needs to know about where it will be read. */
export type ReportOptions = {
  /** Whether the reader understands ANSI colours. */
  readonly color: boolean;
  /** Width of a line in terminal cells. */
  readonly width: number;
  /** Whether the line of a finding is broken at that width too: for people, not for tools that read lines. */
  readonly wrap?: boolean;
  readonly redact: Redact;
  /** URL prefix of the project's files, ending in `/`; pages of rules are linked when it is known. */
  readonly docs?: string;
  /** Tells several SARIF uploads of one commit apart. */
  readonly category?: string;
  /**
   * Whether SARIF lists accepted findings, marked as suppressed. GitHub ignores the mark and opens an
   * alert for each, so an upload there wants `false`.
   */
  readonly suppressed: boolean;
  /** Most bytes of the Markdown, when it goes somewhere smaller than a step summary. */
  readonly markdownBytes?: number;
};

/** A report as text: pure, total, and the same bytes for the same input. */
export type Reporter = (report: Report, options: ReportOptions) => string;
