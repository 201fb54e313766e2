import { githubReport } from './github-command.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Reporter } from './options.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export const formats = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'] as const;
export type Format = (typeof formats)[number];

/** The reporter of each format. */
export const reporters: Readonly<Record<Format, Reporter>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  markdown: markdownReport,
  junit: junitReport,
  gitlab: gitlabReport,
};

/** Where one report goes: a file, or standard output when none is named. */
export type Output = { readonly format: Format; readonly file?: string };

/** Reads `format` or `format:file`; the file may itself contain colons. A problem is one clause. */
export function parseOutput(value: string): Output | { readonly problem: string } {
  const cut = value.indexOf(':');
  const name = cut < 0 ? value : value.slice(0, cut);
  const format = formats.find((candidate) => candidate === name);
  if (format === undefined) {
    return { problem: `unknown format '${name}', expected one of ${formats.join(', ')}` };
  }
  if (cut < 0) return { format };
  const file = value.slice(cut + 1);
  if (file === '') return { problem: `format '${value}' names no file after the colon` };
  return { format, file };
}
