import type { Entry } from '../model/host.ts';
import type { FileTree, Store } from '../model/store.ts';
import { askAll } from './eval/batch.ts';
import type { Answered, Question } from './eval/batch.ts';
import { UNKNOWN_REFERENCE } from './eval/failure.ts';
import { derivationsByJobs } from './eval/jobs.ts';
import { parsePath, prelude, select, shapeOf, showPath } from './eval/outputs.ts';
import { derivationsOf, jobOf, listing, named } from './eval/questions.ts';
import type { Target } from './eval/questions.ts';
import { evalLimits, openSession } from './eval/session.ts';
import type { Answer, EvalHost, EvalLimits, Session } from './eval/session.ts';
import type { Confinement } from './eval/settings.ts';
import { fileExpression, flakeExpressions, splitInstallable } from './eval/source.ts';
import type { DerivationRoot } from './graph.ts';
import { DEFAULT_STORE_DIRECTORY } from '../nix/store-path.ts';

/** Small derivations share a process; a configuration may need gigabytes, so few of them do. */
const PACKAGES_PER_PROCESS = 64;
const CONFIGURATIONS_PER_PROCESS = 2;

export type EvaluateOptions = {
  /** The linted directory and what of it counts; only these files are seen by Nix. */
  readonly directory: string;
  readonly entries: readonly Entry[];
  /** `[flake][#attribute]` or a `.nix` file, relative to the directory; none means every output of `.`. */
  readonly installables: readonly string[];
  readonly files: FileTree;
  /** Told what is about to happen, one plain line each. */
  readonly progress: (line: string) => void;
  readonly limits?: EvalLimits;
};

/** An attribute that could not be evaluated; `why` completes "it …". */
export type NotEvaluated = { readonly subject: string; readonly why: string };

export type Evaluation = {
  readonly roots: readonly DerivationRoot[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** Outputs left out on purpose, to be said once. */
  readonly notes: readonly string[];
  readonly store: Store;
};

/**
 * Instantiates what the installables lead to, with real Nix kept as strict as it goes: a copy of the listed
 * files, locked by its own narHash and evaluated purely; no lock written, no registry, no `nixConfig`, no
 * build, no substituter, no build during evaluation; a private store below the scratch directory. Inputs
 * that the lock names are still fetched. One attribute that fails hides no other.
 */
export function evaluate(host: EvalHost, options: EvaluateOptions): Evaluation {
  const session = openSession(host, options.limits ?? evalLimits);
  const found = { roots: [], notEvaluated: [], notes: [] };
  const run: Run = { host, options, session, found };
  evaluateAll(run);
  const store = {
    files: options.files,
    directory: session.storeDirectory,
    names: [DEFAULT_STORE_DIRECTORY],
  };
  return { ...found, store };
}

type Run = {
  readonly host: EvalHost;
  readonly options: EvaluateOptions;
  readonly session: Session;
  readonly found: {
    readonly roots: DerivationRoot[];
    readonly notEvaluated: NotEvaluated[];
    readonly notes: string[];
  };
};

function evaluateAll(run: Run): void {
  const { host, options, session, found } = run;
  const fault = host.scratch.copy('source', options.directory, options.entries);
  if (fault) {
    found.notEvaluated.push({ subject: '.', why: `cannot be copied: ${fault.problem}` });
    return;
  }
  const asked = session.evaluate('builtins.currentSystem', 'restricted');
  if ('failure' in asked || typeof asked.value !== 'string') {
    const why = 'failure' in asked ? asked.failure : 'gave no system';
    found.notEvaluated.push({ subject: '.', why });
    return;
  }
  for (const installable of options.installables.length > 0 ? options.installables : ['.']) {
    evaluateOne(run, installable, asked.value);
  }
}

function evaluateOne(run: Run, installable: string, system: string): void {
  const { reference, attribute } = splitInstallable(installable);
  const source = `${run.host.scratch.directory}/source`;
  const path = parsePath(attribute);
  if (path === undefined) {
    run.found.notEvaluated.push({ subject: installable, why: 'is no attribute path' });
    return;
  }
  if (reference.endsWith('.nix')) {
    const expression = fileExpression(source, reference);
    evaluateFile(run, installable, `let ${prelude(system)} outputs = ${expression}; in`, path);
    return;
  }
  const expression = known(run, flakeExpressions(run.options.files, source, reference));
  const context = `let ${prelude(system)} outputs = (${expression}).outputs; in`;
  if (path.length > 0) ask(run, 'pure', context, [{ ...named(path), path }], 1);
  else evaluateOutputs(run, installable, context);
}

/** The first expression whose reference this Nix can read. */
function known(run: Run, expressions: readonly string[]): string {
  const [first = '', ...others] = expressions;
  if (others.length === 0) return first;
  const answer = run.session.evaluate(`builtins.seq (${first}).outPath true`, 'pure');
  return 'failure' in answer && answer.failure === UNKNOWN_REFERENCE ? known(run, others) : first;
}

function evaluateFile(
  run: Run,
  installable: string,
  context: string,
  path: readonly string[],
): void {
  const expression = `any ${select('outputs', path)}`;
  const question = { subject: installable, expression, path: [installable] };
  ask(run, 'restricted', context, [question], 1);
}

function evaluateOutputs(run: Run, installable: string, context: string): void {
  const { session, found, options } = run;
  options.progress(`listing the outputs of ${installable}`);
  const names = session.evaluate(`${context} builtins.attrNames outputs`, 'pure');
  if ('failure' in names) {
    found.notEvaluated.push({ subject: installable, why: names.failure });
    return;
  }
  const outputs = strings(names.value);
  if (outputs.includes('legacyPackages')) {
    found.notes.push('legacyPackages is evaluated only where an installable names a package of it');
  }
  const listings = outputs.map(listing).filter((question) => question !== undefined);
  const targets = targetsOf(run, askAll(session, 'pure', context, listings, listings.length || 1));
  const heavy = targets.filter(({ shape }) => shape.kind === 'configuration');
  const light = targets.filter(({ shape }) => shape.kind !== 'configuration');
  const questions = (of: readonly Target[]): Asked[] =>
    of.map((target) => ({ ...derivationsOf(target), path: target.path }));
  const known = foundByJobs(run, context, [...light, ...heavy]);
  ask(run, 'pure', context, questions(light), PACKAGES_PER_PROCESS, known);
  ask(run, 'pure', context, questions(heavy), CONFIGURATIONS_PER_PROCESS, known);
}

/** What nix-eval-jobs, where it is there, answers before Nix is asked; for one question it is not started. */
function foundByJobs(
  { session, options }: Run,
  context: string,
  targets: readonly Target[],
): ReadonlyMap<string, string> {
  const jobs = targets.flatMap((target) => {
    const expression = jobOf(target);
    return expression === undefined ? [] : [{ subject: showPath(target.path), expression }];
  });
  if (jobs.length < 2) return new Map();
  const found = derivationsByJobs(session, options.files, context, jobs);
  if (found.size > 0) {
    options.progress(`nix-eval-jobs evaluated ${found.size} of ${jobs.length} attributes`);
  }
  return found;
}

function targetsOf(run: Run, answers: readonly Answered[]): Target[] {
  return answers.flatMap(({ question, answer }) => {
    if ('failure' in answer) {
      run.found.notEvaluated.push({ subject: question.subject, why: answer.failure });
      return [];
    }
    const paths: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
    return paths.map((path) => ({ path: strings(path), shape: shapeOf(question.subject) }));
  });
}

type Asked = Question & { readonly path: readonly string[] };

/** `known` are derivations found before, by subject; what is left is asked, and all is kept in order. */
function ask(
  run: Run,
  confinement: Confinement,
  context: string,
  questions: readonly Asked[],
  batchSize: number,
  known: ReadonlyMap<string, string> = new Map(),
): void {
  const answers = new Map<string, Answer>();
  for (const [subject, drvPath] of known) answers.set(subject, { value: [drvPath] });
  const open = questions.filter(({ subject }) => !answers.has(subject));
  for (let at = 0; at < open.length; at += batchSize) {
    const batch = open.slice(at, at + batchSize);
    const first = showPath(batch[0]?.path ?? []);
    run.options.progress(
      `evaluating ${at + 1} to ${at + batch.length} of ${open.length}: ${first}`,
    );
    const answered = askAll(run.session, confinement, context, batch, batchSize);
    for (const { question, answer } of answered) answers.set(question.subject, answer);
  }
  for (const { subject, path } of questions) settle(run, subject, path, answers.get(subject));
}

function settle(
  { found }: Run,
  subject: string,
  output: readonly string[],
  answer: Answer | undefined,
): void {
  if (answer === undefined) return;
  if ('failure' in answer) found.notEvaluated.push({ subject, why: answer.failure });
  else for (const drvPath of strings(answer.value)) found.roots.push({ output, drvPath });
}

function strings(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string');
}
