#!/usr/bin/env node
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArguments, type Command } from './arguments.ts';
import { helpText } from './commands/help.ts';
import { crashFrames, crashMessage } from './crash.ts';
import { hiddenIn } from './hidden.ts';
import { nodeHost } from './host.ts';
import type { Report } from './model/report.ts';
import { formatFault, type Fault } from './policy/fault.ts';
import { progressTo } from './progress.ts';
import { reporters, type Format, type Output } from './report/index.ts';
import { visible } from './report/visible.ts';
import { run } from './run.ts';
import { version } from './version.ts';

/** Exit statuses; the same for every format. 0 to 3 are part of the contract. */
const USAGE = 2;
const INCOMPLETE = 3;
const DEFAULT_WIDTH = 100;
const CANARY_VARIABLE = 'NIX_SECURE_LINT_CANARY';

// A reader that closes early (`| head`) is no failure of ours.
process.stdout.on('error', () => {});
main().catch((error: unknown) => {
  fail(INCOMPLETE, crashMessage(error));
  if (process.env['NIX_SECURE_LINT_DEBUG'] === '1') {
    process.stderr.write(`${visible(crashFrames(error))}\n`);
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
        for (const file of done.files) writeNew(join(command.directory, file.path), file.text);
        print(done.text);
      });
  }
}

async function withHost(
  directory: string,
  action: (host: ReturnType<typeof nodeHost>) => Promise<void>,
): Promise<void> {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    return fail(USAGE, `'${directory}' is no directory`);
  }
  const progress = progressTo(process.stderr);
  try {
    await action(nodeHost(directory, process.env, new Date(), progress.tell));
  } finally {
    progress.end();
  }
}

async function check(command: Extract<Command, { name: 'check' }>): Promise<void> {
  await withHost(command.directory, async (host) => {
    const known = command.canary === undefined ? '' : readCanary(command.canary);
    if (known === undefined) return;
    const { drv } = command.options;
    const options = {
      ...command.options,
      ...(drv && { drv: drv.map((path) => (path === '-' ? path : resolve(path))) }),
      ...(known && { canary: known }),
    };
    const outcome = await run(options, host);
    if (!outcome.ok) return failAll(outcome.faults);
    const outputs = command.outputs.some((output) => output.file === undefined)
      ? command.outputs
      : [...command.outputs, { format: defaultFormat() }];
    for (const output of outputs) write(outcome.report, output);
    process.exitCode = outcome.report.conclusion.exitCode;
  });
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
    redact: hiddenIn(report),
    suppressed: true,
  });
  if (output.file === undefined) return print(text);
  const file = resolve(output.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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

function writeNew(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
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
