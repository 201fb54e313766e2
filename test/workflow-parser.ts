import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Parser from '@actions/workflow-parser';
import { build } from 'esbuild';

/** GitHub's own parser. It imports JSON in a way only bundlers understand, so it is bundled first. */
export async function workflowParser(): Promise<typeof Parser> {
  const outfile = resolve('build', 'workflow-parser.mjs');
  await build({
    stdin: { contents: "export * from '@actions/workflow-parser';", resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    // CommonJS inside some packages asks for `require` of Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return await import(pathToFileURL(outfile).href);
}

/** What GitHub says against a workflow, one message each. */
export async function complaints(
  { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter }: typeof Parser,
  content: string,
): Promise<string[]> {
  const file = { name: 'workflow.yml', content };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value === undefined) return context.errors.getErrors().map(({ message }) => message);
  // With its default policy it converts only what parsed without an error.
  const template = await convertWorkflowTemplate(context, value);
  return (template.errors ?? []).map(({ Message }) => Message);
}
