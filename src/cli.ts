#!/usr/bin/env node
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandNames, parseArguments, type Command } from './arguments.ts';
import { helpText } from './commands/help.ts';
import type { NamedLock } from './commands/diff.ts';
import { nodeHost } from './host.ts';
import { writeBelow } from './host/write.ts';
import type { Report } from './model/report.ts';
import { didYouMean } from './policy/closest.ts';
import { formatFault, type Fault } from './policy/fault.ts';
import { reporters, type Format, type Output } from './report/index.ts';
import { visible } from './report/visible.ts';
import type { Options } from './options.ts';
import { run, type Outcome } from './run.ts';
import { redactions } from './secrets/redact.ts';
import { version } from './version.ts';

/** Exit statuses; the same for every format. 0 to 3 are part of the contract. */
const USAGE = 2;
const INCOMPLETE = 3;
const DEFAULT_WIDTH = 100;
const CANARY_VARIABLE = 'NIX_SECURE_LINT_CANARY';

// A reader that closes early (`| head`) is no failure of ours.
process.stdout.on('error', () => {});
main().catch((error: unknown) => {
  // The message may carry text of the repository; the stack may carry source lines.
  const name = error instanceof Error ? error.name : typeof error;
  fail(INCOMPLETE, `internal error (${name}); nothing was concluded. Please report it.`);
  if (process.env['NIX_SECURE_LINT_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${visible(error.stack ?? '')}\n`);
  }
});

async function main(): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) return fail(USAGE, `${parsed.problem}; see --help`);
  await perform(parsed.command);
}

async function perform(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      return print(helpText);
    case 'version':
      return print(`${version}\n`);
    case 'check':
      return check(command);
    case 'diff':
    case 'approve':
      return changes(command);
    case 'audit':
      return withHost(command.directory, async (host) =>
        publish(await run(command.options, host), command.outputs),
      );
    case 'rules':
      return print((await import('./commands/rules.ts')).rulesText());
    case 'schema':
      return print((await import('./commands/schema.ts')).schemaText(command.of));
    case 'debug':
      return debug(command.what, command.file);
    case 'explain':
    case 'init':
      return withHost(command.directory, async (host) => {
        const { explain, init } = await import('./commands/policy.ts');
        const done = command.name === 'init' ? await init(host) : await explain(command, host);
        if (!done.ok) return failAll(done.faults);
        for (const file of done.files) {
          tryWrite(command.directory, file.path, file.text, true);
        }
        print(done.text);
      });
  }
}

async function withHost(
  directory: string,
  action: (host: ReturnType<typeof nodeHost>) => Promise<void>,
): Promise<void> {
  if (!existsSync(directory)) {
    return fail(USAGE, `'${directory}' is no directory${didYouMean(directory, commandNames)}`);
  }
  if (!statSync(directory).isDirectory()) {
    return fail(USAGE, `'${directory}' is a file, expected the directory that holds it`);
  }
  await action(nodeHost(directory, process.env, new Date()));
}

async function check(command: Extract<Command, { name: 'check' }>): Promise<void> {
  await withHost(command.directory, async (host) => {
    const known = command.canary === undefined ? '' : readCanary(command.canary);
    if (known === undefined) return;
    const options = withBaseLock(command.options);
    if (options === undefined) return;
    const judge = (): Promise<Outcome> =>
      run({ ...options, ...(known && { canary: known }) }, host);
    const outcome = await judge();
    if (command.fix === undefined || !outcome.ok) return publish(outcome, command.outputs);
    const { applyFixes } = await import('./commands/fix.ts');
    const done = applyFixes(outcome.report, host, command.directory, command.fix);
    for (const problem of done.problems) process.stderr.write(`not fixed: ${visible(problem)}\n`);
    if (command.fix.dryRun) {
      process.exitCode = outcome.report.conclusion.exitCode;
      return print(done.text);
    }
    process.stderr.write(done.text);
    publish(await judge(), command.outputs);
  });
}

/** No branch can be called `….lock` (git-check-ref-format), so such a base is a file. */
function withBaseLock({ base, ...options }: Options): Options | undefined {
  if (base === undefined) return options;
  if (!base.endsWith('.lock')) return { ...options, base };
  const text = readNamed(base);
  return text === undefined ? undefined : { ...options, baseLock: { path: base, text } };
}

function publish(outcome: Outcome, chosen: readonly Output[]): void {
  if (!outcome.ok) return failAll(outcome.faults);
  const outputs = chosen.some((output) => output.file === undefined)
    ? chosen
    : [...chosen, { format: defaultFormat() }];
  for (const output of outputs) write(outcome.report, output);
  process.exitCode = outcome.report.conclusion.exitCode;
}

async function changes(command: Extract<Command, { name: 'diff' | 'approve' }>): Promise<void> {
  const { approvals, diffReport } = await import('./commands/diff.ts');
  if (command.name === 'approve' && command.of.kind === 'base') {
    return withHost(command.of.directory, async (host) => {
      const outcome = await run(command.options, host);
      if (outcome.ok) print(approvals(outcome.report));
      else failAll(outcome.faults);
    });
  }
  const files = command.name === 'diff' ? command : command.of;
  if (!('from' in files)) return;
  const [from, to] = [readLock(files.from), readLock(files.to)];
  if (from === undefined || to === undefined) return;
  const report = diffReport(from, to, command.options, new Date());
  if (command.name === 'diff') publish({ ok: true, report }, command.outputs);
  else print(approvals(report));
}

/** A lock with the text of the flake.nix beside it, when there is one. */
function readLock(path: string): NamedLock | undefined {
  const text = readNamed(path);
  if (text === undefined) return undefined;
  const beside = join(dirname(path), 'flake.nix');
  const isFlake = path.endsWith('flake.lock') && existsSync(beside);
  return { path, text, ...(isFlake && { flake: readFileSync(beside, 'utf8') }) };
}

/** Known secrets never come as an argument: other users of the machine can read those. */
function readCanary(source: string): string | undefined {
  if (source === 'env') {
    const text = process.env[CANARY_VARIABLE];
    delete process.env[CANARY_VARIABLE];
    if (text === undefined) fail(USAGE, `${CANARY_VARIABLE} is not set`);
    return text;
  }
  return readNamed(source === '-' ? '/dev/stdin' : source);
}

function defaultFormat(): Format {
  return process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
}

function write(report: Report, output: Output): void {
  const toTerminal = output.file === undefined && process.stdout.isTTY;
  const text = reporters[output.format](report, {
    color: toTerminal && wantsColor(),
    width: toTerminal ? process.stdout.columns : DEFAULT_WIDTH,
    redact: (_path, text) => redactions(text),
    suppressed: true,
  });
  if (output.file === undefined) return print(text);
  tryWrite('.', output.file, text);
}

function tryWrite(base: string, file: string, text: string, isNew = false): void {
  try {
    writeBelow(base, file, text, isNew);
  } catch (error) {
    fail(INCOMPLETE, `'${file}' cannot be written: ${error instanceof Error ? error.message : ''}`);
  }
}

/** https://no-color.org: any value but the empty one turns colours off. */
function wantsColor(): boolean {
  return (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
}

function debug(what: 'lock' | 'parse' | 'settings', file: string): Promise<void> {
  switch (what) {
    case 'lock':
      return debugLock(file);
    case 'parse':
      return debugParseFile(file);
    case 'settings':
      return debugSettings(file);
  }
}

/** Prints the tree as `nix-instantiate --parse` does, or what Nix would refuse and where. */
async function debugParseFile(file: string): Promise<void> {
  const text = readNamed(file);
  if (text === undefined) return;
  const { debugParse } = await import('./parse/nix/debug.ts');
  const shown = debugParse(text, dirname(resolve(file)), process.env['HOME']);
  if (shown.ok) return print(`${shown.text}\n`);
  fail(1, formatFault({ path: file, ...shown.position, message: shown.message }));
}

async function debugLock(file: string): Promise<void> {
  const { parseFlakeLock } = await import('./parse/flake-lock.ts');
  const { lockGraphJson } = await import('./commands/lock-graph.ts');
  const text = readNamed(file);
  if (text === undefined) return;
  const parsed = parseFlakeLock(text, file.endsWith('devenv.lock') ? 'devenv' : 'flake');
  if (parsed.kind === 'flake-lock') return print(lockGraphJson(parsed.model));
  const { lineIndex } = await import('./model/span.ts');
  const { line, column } = lineIndex(text).position(parsed.model.at.start);
  fail(1, formatFault({ path: file, line, column, message: parsed.model.problem }));
}

async function debugSettings(file: string): Promise<void> {
  const text = readNamed(file);
  if (text === undefined) return;
  const { settingsText } = await import('./commands/settings.ts');
  const shown = settingsText(text, resolve(file).slice(1), (path) => {
    try {
      return readFileSync(`/${path}`, 'utf8');
    } catch {
      return undefined;
    }
  });
  if (shown.ok) return print(shown.text);
  for (const fault of shown.faults) fail(1, formatFault({ ...fault, path: fault.path ?? file }));
}

function readNamed(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    fail(USAGE, `'${file}' cannot be read`);
    return undefined;
  }
}

function print(text: string): void {
  process.stdout.write(text);
}

function failAll(faults: readonly Fault[]): void {
  for (const fault of faults) fail(USAGE, fault.path === '' ? fault.message : formatFault(fault));
}

function fail(exitCode: number, message: string): void {
  process.stderr.write(`nix-secure-lint: ${visible(message)}\n`);
  process.exitCode = exitCode;
}
