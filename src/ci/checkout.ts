import { expressionsIn, namesPullRequestCode } from '../model/expression.ts';
import type { Span } from '../model/span.ts';
import type { Job, NamedText, Step, Text, Workflow } from '../model/workflow.ts';
import { inputOf } from './actions.ts';
import { invocationsOf } from './invocation.ts';
import { commandsOf } from './steps.ts';

/** A place in a job after which files of a pull request lie in the workspace. */
export type HeadCheckout = { readonly index: number; readonly at: Span };

/** The first step that brings code of a pull request into a job that runs with the rights of the base. */
export function headCheckout(workflow: Workflow, job: Job): HeadCheckout | undefined {
  for (const [index, step] of job.steps.entries()) {
    const at = checkoutSpan(workflow, job, step) ?? commandSpan(step);
    if (at !== undefined) return { index, at };
  }
  return undefined;
}

/** `actions/checkout` and forks of it that keep its inputs. */
export function isCheckout(step: Step): boolean {
  return /^[^/]+\/checkout$/.test(step.uses?.repository ?? '');
}

function checkoutSpan(workflow: Workflow, job: Job, step: Step): Span | undefined {
  if (!isCheckout(step)) return undefined;
  const inputs = [inputOf(step, 'ref'), inputOf(step, 'repository')];
  const head = inputs.find((input) => input !== undefined && isHead(input, workflow, job));
  return head?.span;
}

/** Whether a value names the head of a pull request, also by way of an environment variable or a step's output. */
function isHead(text: Text, workflow: Workflow, job: Job, env = true): boolean {
  if (text.value.text.startsWith('refs/pull/')) return true;
  return expressionsIn(text.value.text).some(({ text: code }) => {
    if (namesPullRequestCode(code) || isHeadOutput(code)) return true;
    const name = /^env\.([A-Za-z_]\w*)$/.exec(code)?.[1];
    const variable = env && name !== undefined ? variableOf(workflow, job, name) : undefined;
    return variable !== undefined && isHead(variable, workflow, job, false);
  });
}

/** Outputs are named for what they hold: `steps.pr.outputs.head_sha`. */
function isHeadOutput(code: string): boolean {
  return /^(?:steps|needs)\.[\w-]+\.outputs\.[\w-]*head[\w-]*$/i.test(code);
}

function variableOf(workflow: Workflow, job: Job, name: string): NamedText | undefined {
  return [...workflow.env, ...job.env].findLast((entry) => entry.name === name);
}

/** `gh pr checkout`, or `git fetch`/`git checkout` of a ref under `pull/`. */
function commandSpan(step: Step): Span | undefined {
  for (const command of commandsOf(step)) {
    for (const { program, args } of invocationsOf(command)) {
      const words = args.map(({ value }) => value.text);
      const gh = program === 'gh' && words[0] === 'pr' && words[1] === 'checkout';
      const git = program === 'git' && words.some((word) => /^\+?(?:refs\/)?pull\//.test(word));
      if (gh || git) return command.span;
    }
  }
  return undefined;
}

/** What is left of `actions/checkout` in `.git/config`: the token, unless told otherwise or kept elsewhere since v6. */
export function leavesToken(step: Step): boolean {
  if (step.uses?.repository !== 'actions/checkout') return false;
  if (inputOf(step, 'persist-credentials')?.value.text.trim() === 'false') return false;
  const major = /^v?(\d{1,3})(?:\.|$)/.exec(step.uses.ref ?? '')?.[1];
  return major !== undefined && Number(major) < 6;
}
