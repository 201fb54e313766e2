import { expressionsIn, namesPullRequestCode } from '../model/expression.ts';
import type { Span } from '../model/span.ts';
import type { Job, NamedText, Step, Text, Workflow } from '../model/workflow.ts';
import { inputOf } from './actions.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluations } from './evaluation.ts';
import { folderIn, isInFolder } from './folder.ts';
import { invocationsOf } from './invocation.ts';
import { commandsOf } from './steps.ts';

/** A place in a job after which files of a pull request lie in the workspace. */
export type HeadCheckout = {
  readonly index: number;
  readonly at: Span;
  /** Only a branch name comes from the pull request, and it is looked up in the base repository. */
  readonly ownBranch: boolean;
};

/** What a step puts into a folder of the workspace; an undefined folder is not known. */
type Checkout = {
  readonly index: number;
  readonly folder: string | undefined;
  readonly head?: HeadCheckout;
};

function checkouts(workflow: Workflow, job: Job): readonly Checkout[] {
  return job.steps.flatMap((step, index): readonly Checkout[] => {
    const command = commandSpan(step);
    if (command !== undefined) {
      // Pull requests are checked out where the commands work, which is rarely anywhere else.
      return [{ index, folder: undefined, head: { index, at: command, ownBranch: false } }];
    }
    if (!isCheckout(step)) return [];
    const folder = folderIn('', inputOf(step, 'path')?.value.text ?? '');
    const found = checkoutHead(workflow, job, step);
    return [{ index, folder, ...(found && { head: { index, ...found } }) }];
  });
}

/** The first step that brings code of a pull request into a job, one of a fork before one of the repository itself. */
export function headCheckout(workflow: Workflow, job: Job): HeadCheckout | undefined {
  const heads = checkouts(workflow, job).flatMap(({ head }) => head ?? []);
  return heads.find(({ ownBranch }) => !ownBranch) ?? heads[0];
}

/** The first evaluation that reads what a checkout of a pull request brought. */
export function headEvaluation(
  workflow: Workflow,
  job: Job,
): { readonly evaluation: Evaluation; readonly head: HeadCheckout } | undefined {
  const all = checkouts(workflow, job);
  const heads = all.flatMap(({ head }) => head ?? []);
  const isForeign = heads.some(({ ownBranch }) => !ownBranch);
  const [first] = heads;
  let weaker: ReturnType<typeof headEvaluation>;
  for (const evaluation of first === undefined ? [] : evaluations(job.steps)) {
    if (first === undefined || evaluation.index < first.index) continue;
    const head = headRead(all, evaluation);
    if (head === undefined) continue;
    if (!head.ownBranch || !isForeign) return { evaluation, head };
    weaker ??= { evaluation, head };
  }
  return weaker;
}

/** More checkouts than any job has: past them folders are not told apart, since every evaluation looks at all. */
const MAX_CHECKOUTS = 50;

/** The head that is read: that of the innermost checkout around what is read, or any when that is not known. */
function headRead(
  all: readonly Checkout[],
  { index, reads }: Evaluation,
): HeadCheckout | undefined {
  if (all.length > MAX_CHECKOUTS) return all.find((one) => one.head !== undefined)?.head;
  const before = all.filter((one) => one.index <= index);
  const heads = before.flatMap((one) =>
    one.head === undefined ? [] : [{ ...one, head: one.head }],
  );
  const unplaced = heads.find(({ folder }) => folder === undefined || reads === undefined);
  if (unplaced !== undefined || reads === undefined) return unplaced?.head;
  let innermost: Checkout | undefined;
  for (const one of before) {
    if (one.folder === undefined || !isInFolder(reads, one.folder)) continue;
    if (one.folder.length >= (innermost?.folder?.length ?? 0)) innermost = one;
  }
  return innermost?.head;
}

/** `actions/checkout` and forks of it that keep its inputs. */
export function isCheckout(step: Step): boolean {
  return /^[^/]+\/checkout$/.test(step.uses?.repository ?? '');
}

function checkoutHead(
  workflow: Workflow,
  job: Job,
  step: Step,
): Omit<HeadCheckout, 'index'> | undefined {
  const repository = inputOf(step, 'repository');
  const ref = inputOf(step, 'ref');
  if (ref !== undefined) {
    const named = headNamed(ref, workflow, job);
    const own = repository === undefined || /github\.repository\b/.test(repository.value.text);
    if (named !== undefined) return { at: ref.span, ownBranch: named === 'branch' && own };
  }
  const foreign = repository && headNamed(repository, workflow, job) !== undefined;
  return foreign ? { at: repository.span, ownBranch: false } : undefined;
}

/**
 * What of a pull request a value names, also by way of an environment variable or a step's output: its code, or only
 * a branch by its name.
 */
function headNamed(
  text: Text,
  workflow: Workflow,
  job: Job,
  env = true,
): 'code' | 'branch' | undefined {
  if (text.value.text.startsWith('refs/pull/')) return 'code';
  const named = expressionsIn(text.value.text).map(({ text: code }) => {
    if (isHeadBranch(code)) return 'branch';
    if (namesPullRequestCode(code) || isHeadOutput(code)) return 'code';
    const name = /^env\.([A-Za-z_]\w*)$/.exec(code)?.[1];
    const variable = env && name !== undefined ? variableOf(workflow, job, name) : undefined;
    return variable && headNamed(variable, workflow, job, false);
  });
  return named.find((one) => one === 'code') ?? named.find((one) => one === 'branch');
}

/** An expression that is nothing but the name of the branch. */
function isHeadBranch(code: string): boolean {
  return /^(?:github\.head_ref|github\.event\.pull_request\.head\.ref|(?:steps|needs)\.[\w-]+\.outputs\.head[-_]?ref)$/i.test(
    code,
  );
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
