import type { Span } from './span.ts';

/** A `${{ … }}`: its text without the braces and its range in the value around it. */
export type Expression = { readonly text: string; readonly span: Span };

/** The expressions of a value. One ends at the first `}}` outside its own single quotes; an unclosed one is none. */
export function expressionsIn(value: string): readonly Expression[] {
  const found: Expression[] = [];
  for (let at = value.indexOf('${{'); at >= 0;) {
    const end = expressionEnd(value, at + 3);
    if (end === undefined) break;
    found.push({ text: value.slice(at + 3, end - 2).trim(), span: { start: at, end } });
    at = value.indexOf('${{', end);
  }
  return found;
}

function expressionEnd(value: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < value.length; at++) {
    const char = value[at];
    if (char === "'") quoted = !quoted;
    if (!quoted && char === '}' && value[at + 1] === '}') return at + 2;
  }
  return undefined;
}

/** Names of the secrets an expression reads; `*` when it takes them all or picks one while it runs. */
export function secretsIn(expression: string): readonly string[] {
  const code = withoutStrings(expression);
  const names: string[] = [];
  for (const match of code.matchAll(/(?<![\w.-])secrets(?:\s*\.\s*([\w-]+))?(?![\w-])/gi)) {
    names.push(match[1] ?? bracketed(expression) ?? '*');
  }
  return names;
}

function bracketed(expression: string): string | undefined {
  return /(?<![\w.-])secrets\[\s*'([\w-]+)'\s*\]/i.exec(expression)?.[1];
}

/** Blanks the contents of string literals, so that a word in a text is not taken for a name. */
function withoutStrings(expression: string): string {
  return expression.replace(/'[^']*'/g, "''");
}

/** Whether the token GitHub makes for every job, which forks get read-only, is all that a secret name stands for. */
export function isJobToken(secret: string): boolean {
  return secret.toUpperCase() === 'GITHUB_TOKEN';
}

/**
 * Whether an expression names code of a pull request: its head, or the merge of it. `workflow_run` carries the head
 * of the run it follows; the branch name alone is looked up in the base repository.
 */
export function namesPullRequestCode(expression: string): boolean {
  const code = expression.replace(/\s/g, '').toLowerCase();
  return pullRequestCode.some((name) => code.includes(name));
}

const pullRequestCode = [
  'github.event.pull_request.head.',
  'github.event.pull_request.merge_commit_sha',
  'github.event.pull_request.number',
  'github.event.number',
  'github.event.issue.number',
  'github.head_ref',
  'github.event.workflow_run.head_sha',
  'github.event.workflow_run.head_commit',
  'github.event.workflow_run.head_repository',
  'github.event.workflow_run.pull_requests',
];
