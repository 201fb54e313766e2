import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as core from '@actions/core';
import { getExecOutput } from '@actions/exec';
import { readInputs, type ActionInputs } from './action-inputs.ts';
import { crashMessage } from './crash.ts';
import { readEvent, type GitHubEvent } from './github-event.ts';
import { hiddenIn } from './hidden.ts';
import { apiOf, docsOf, targetOf } from './github/environment.ts';
import type { IssueText } from './github/rolling-issue.ts';
import { GitHubError } from './github/failure.ts';
import { publishToGitHub, wantsGitHub, type Published } from './github/publish.ts';
import { nodeHost } from './host.ts';
import { isBelow, writeBelow } from './host/write.ts';
import { fetchArguments, fetchEnvironment } from './host/git.ts';
import { findProgram } from './host/search-path.ts';
import type { Host } from './model/host.ts';
import type { Report } from './model/report.ts';
import { momentOf, type Options } from './options.ts';
import { formatFault } from './policy/fault.ts';
import { annotations, type Annotation } from './report/github.ts';
import { issueBody } from './report/issue.ts';
import { reporters, type Format } from './report/index.ts';
import type { ReportOptions } from './report/options.ts';
import { summaryLine } from './report/summary.ts';
import { visible } from './report/visible.ts';
import { withoutSecrets } from './redacted.ts';
import { run } from './run.ts';

const USAGE = 2;
const INCOMPLETE = 3;

const docs = docsOf(process.env);

function optionsFor(report: Report): ReportOptions {
  return {
    ...(docs !== undefined && { docs }),
    color: false,
    width: 120,
    redact: hiddenIn(report),
    suppressed: true,
  };
}

main().catch((error: unknown) => {
  fail(INCOMPLETE, crashMessage(error));
});

async function main(): Promise<void> {
  const inputs = tryInputs();
  if (inputs === undefined) return;
  const workspace = process.env['GITHUB_WORKSPACE'] ?? '.';
  const directory = resolve(workspace, inputs.path);
  // A committed link could lead the linter to other files of the runner.
  if (!existsSync(directory) || !isBelow(realpathSync(workspace), realpathSync(directory))) {
    return fail(USAGE, `input path: '${inputs.path}' is no directory of the workspace`);
  }
  const host = nodeHost(directory, process.env, new Date(), (line) => core.info(visible(line)));
  const event = currentEvent();
  if (inputs.publish !== '') return publishArtefact(inputs, event, workspace);
  const hazard = hazardOf(event, host);
  if (hazard !== undefined && !inputs.allowUntrustedCheckout) return fail(USAGE, hazard);
  const evaluates = inputs.options.eval !== undefined;
  if (evaluates && event.proposed && !inputs.allowEvalOnPullRequest) return fail(USAGE, noEval);
  const base = inputs.base === '' ? baseOf(event, host) : inputs.base;
  if (base !== undefined) await fetchBase(base, directory, host);
  const { drv } = inputs.options;
  const derivations = drv && { drv: drv.map((path) => resolve(workspace, path)) };
  const since = await auditStart(inputs, event, host);
  const options = { ...inputs.options, ...derivations, ...(base && { base }), ...since };
  const outcome = await run(options, host);
  if (!outcome.ok) return fail(USAGE, withoutSecrets(outcome.faults.map(formatFault).join('\n')));
  const published = await writeToGitHub(outcome.report, inputs, event);
  await publish(outcome.report, published, inputs, workspace);
}

function tryInputs(): ActionInputs | undefined {
  try {
    const inputs = readInputs(core.getInput);
    // Children and later code have no business with the token and the known secrets.
    delete process.env['INPUT_CANARY'];
    delete process.env['INPUT_TOKEN'];
    if (inputs.token !== '') core.setSecret(inputs.token);
    return inputs;
  } catch (error) {
    fail(USAGE, error instanceof Error ? error.message : 'inputs cannot be read');
    return undefined;
  }
}

function currentEvent(): GitHubEvent {
  const name = process.env['GITHUB_EVENT_NAME'] ?? '';
  try {
    const payload: unknown = JSON.parse(
      readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'),
    );
    return readEvent(name, payload);
  } catch {
    return readEvent(name, undefined);
  }
}

/**
 * A privileged event runs with the base repository's token and secrets. Unless exactly the base's own commit
 * is checked out, files of the change under review lie beside those secrets.
 */
function hazardOf(event: GitHubEvent, host: Host): string | undefined {
  if (!event.privileged) return undefined;
  const checkedOut = host.resolveRevision('HEAD');
  if (checkedOut !== undefined && checkedOut === process.env['GITHUB_SHA']) return undefined;
  return (
    `refusing to run: the event ${process.env['GITHUB_EVENT_NAME']} has secrets and a write token, and ` +
    'something other than the base commit is checked out. Use the event pull_request instead, or set ' +
    'allow-untrusted-checkout when you know why this is safe.'
  );
}

/** Nix code can read what the runner's user can read, and take the machine's time. */
const noEval =
  'refusing to evaluate: a proposed change would run its own code here. Evaluate on push or merge_group, ' +
  'or set allow-eval-on-pull-request when the job holds nothing worth taking.';

/**
 * The base of a pull request. GitHub merges it into the base branch of the moment and runs on that merge, while
 * the payload may name an older commit: then the merge's own parent is what the change is judged against.
 */
function baseOf({ base, head }: GitHubEvent, host: Host): string | undefined {
  const sha = process.env['GITHUB_SHA'];
  if (base === undefined || sha === undefined || host.resolveRevision('HEAD') !== sha) return base;
  const [into, merged, ...more] = host.parents('HEAD');
  // No commit has itself as a parent, so a head that poses as the merge is not taken for it.
  return merged !== undefined && merged === head && more.length === 0 ? into : base;
}

/**
 * A shallow checkout lacks the base commit; one more commit is fetched from where the checkout came from. The
 * toolkit would look `git` up on the PATH of the job, whatever environment it is given, so it gets the whole path.
 */
async function fetchBase(base: string, directory: string, host: Host): Promise<void> {
  if (host.resolveRevision(base) !== undefined || !/^[0-9a-f]{40,64}$/.test(base)) return;
  const environment = fetchEnvironment(host.store?.environment ?? {});
  const git = findProgram('git', environment['PATH'] ?? '');
  const done =
    git === undefined
      ? undefined
      : await getExecOutput(`"${git}"`, fetchArguments(base), {
          cwd: directory,
          env: environment,
          silent: true,
          ignoreReturnCode: true,
        });
  if (done?.exitCode !== 0) core.info('the base commit is not at hand and cannot be fetched');
}

/**
 * A span of days becomes the commit at which the branch stood before, as GitHub knows it: whoever pushes could
 * give their commits dates of long ago. Where GitHub does not tell, dates have to do.
 */
async function auditStart(
  { options, token }: ActionInputs,
  event: GitHubEvent,
  host: Host,
): Promise<Pick<Options, 'since'>> {
  const moment = options.since && momentOf(options.since, host.now);
  const [api, target] = [apiOf(process.env), targetOf(process.env, event)];
  if (moment === undefined || token === '' || api === undefined || target === undefined) return {};
  try {
    const { standBefore } = await import('./github/pushes.ts');
    const stand = await standBefore({ api, token }, target, moment);
    return stand === undefined ? {} : { since: { kind: 'revision', ...stand } };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    core.info(visible(`the audit starts by dates of commits: pushes: ${error.message}`));
    return {};
  }
}

/** What the workflow asks for beyond log and files; a failure is a note, never the result. */
async function writeToGitHub(
  report: Report,
  inputs: ActionInputs,
  event: GitHubEvent,
): Promise<Published> {
  if (!wantsGitHub(inputs)) return { hasCheckRun: false, notes: [] };
  const api = apiOf(process.env);
  const target = targetOf(process.env, event);
  if (api === undefined || target === undefined) {
    return { hasCheckRun: false, notes: ['Nothing was written to GitHub: this is no runner.'] };
  }
  const connection = { api, token: inputs.token };
  const text: IssueText = (previous) => issueBody(previous, report);
  return publishToGitHub(inputs, connection, target, report, optionsFor(report), text);
}

/** The privileged half of a fork-safe pair of workflows: nothing is linted, a report is checked and written. */
async function publishArtefact(
  inputs: ActionInputs,
  event: GitHubEvent,
  workspace: string,
): Promise<void> {
  const { confirmedTarget, readArtefact } = await import('./github/artefact.ts');
  const folder = nodeHost(resolve(workspace, inputs.publish), process.env, new Date());
  const artefact = readArtefact(folder);
  if ('problem' in artefact) return fail(USAGE, artefact.problem);
  const api = apiOf(process.env);
  const commit = targetOf(process.env, event);
  if (api === undefined || commit === undefined) return fail(USAGE, 'this is no runner');
  const connection = { api, token: inputs.token };
  const target = await confirmedTarget(connection, commit, artefact.pullNumber);
  if ('problem' in target) return fail(USAGE, target.problem);
  const text: IssueText = (previous) => issueBody(previous, artefact.report);
  const wishes = { ...inputs, suggestions: false, uploadSarif: false, issue: false };
  const options = { ...optionsFor(artefact.report), suppressed: false };
  const { notes } = await publishToGitHub(
    wishes,
    connection,
    target,
    artefact.report,
    options,
    text,
  );
  if (notes.length > 0) core.notice(visible(notes.join(' ')));
}

async function publish(
  judged: Report,
  { hasCheckRun, notes }: Published,
  inputs: ActionInputs,
  workspace: string,
): Promise<void> {
  const report = { ...judged, notes: [...judged.notes, ...notes] };
  core.info(reporters.text(report, optionsFor(report)));
  writeFiles(report, inputs, workspace);
  setOutputs(report);
  if (inputs.summary && process.env['GITHUB_STEP_SUMMARY'] !== undefined) {
    await core.summary.addRaw(reporters.markdown(report, optionsFor(report)), true).write();
  }
  if (inputs.annotations !== false) annotate(report, hasCheckRun);
  // Last, so that the runner's limit takes this one and no finding.
  if (notes.length > 0) core.notice(visible(notes.join(' ')));
  process.exitCode = report.conclusion.exitCode;
}

function annotate(report: Report, hasCheckRun: boolean): void {
  if (hasCheckRun) {
    if (report.conclusion.exitCode === 0) return;
    return core.setFailed(visible(`nix-secure-lint: ${summaryLine(report)}`));
  }
  const { shown, verdict } = annotations(report);
  for (const annotation of shown) emit(annotation);
  if (verdict?.level === 'error') core.setFailed(verdict.message);
  else if (verdict !== undefined) core.notice(verdict.message);
}

function emit({ level, message, ...properties }: Annotation): void {
  const emitters = { error: core.error, warning: core.warning, notice: core.notice };
  emitters[level](message, properties);
}

function writeFiles(report: Report, inputs: ActionInputs, workspace: string): void {
  for (const { format, file } of inputs.outputs) {
    if (file !== undefined) writeReport(report, format, workspace, file);
  }
  const temporary = process.env['RUNNER_TEMP'];
  if (temporary !== undefined) {
    const file = join(temporary, 'nix-secure-lint.json');
    writeReport(report, 'json', workspace, file);
    core.setOutput('report-json', file);
  }
  if (inputs.sarifFile !== '') {
    const file = resolve(workspace, inputs.sarifFile);
    writeReport(report, 'sarif', workspace, inputs.sarifFile);
    core.setOutput('sarif', file);
  }
}

function writeReport(report: Report, format: Format, workspace: string, file: string): void {
  // GitHub opens an alert for every result, suppressed ones included.
  const text = reporters[format](report, { ...optionsFor(report), suppressed: false });
  writeBelow(workspace, file, text);
}

function setOutputs(report: Report): void {
  const count = (severity: string): number =>
    report.findings.filter((finding) => finding.severity === severity).length;
  core.setOutput('findings', report.findings.length);
  core.setOutput('errors', count('error'));
  core.setOutput('warnings', count('warning'));
  core.setOutput('notices', count('notice'));
  core.setOutput('not-checked', report.notChecked.length);
  core.setOutput('change-requests', report.changeRequests);
}

function fail(exitCode: number, message: string): void {
  core.setFailed(visible(message));
  process.exitCode = exitCode;
}
