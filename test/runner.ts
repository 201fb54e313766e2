import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A workflow command as the runner understands it. */
export type RunnerCommand = {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
};

export type StepResult = {
  readonly exitCode: number | null;
  /** Commands in the order in which the runner meets them, on standard output and error. */
  readonly commands: readonly RunnerCommand[];
  /** Lines that are no command. */
  readonly log: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly temporary: string;
  readonly remove: () => void;
};

export type Step = {
  readonly main: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly eventName: string;
  readonly event: unknown;
  readonly environment?: Readonly<Record<string, string>>;
};

const NAMES = new Set(
  'set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice group endgroup echo stop-commands'.split(
    ' ',
  ),
);

/**
 * Reads one line as the runner does (actions/runner, ActionCommand.cs): `::name properties::data` after
 * blanks, or the old `##[name properties]data` anywhere in the line.
 */
export function readCommand(line: string): RunnerCommand | undefined {
  const trimmed = line.trimStart();
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2);
    const command = end < 0 ? undefined : named(trimmed.slice(2, end), ',', unescapeProperty);
    if (command !== undefined) return { ...command, data: unescapeData(trimmed.slice(end + 2)) };
  }
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  const command = end < 0 ? undefined : named(line.slice(start + 3, end), ';', unescapeData);
  return command && { ...command, data: unescapeData(line.slice(end + 1)) };
}

function named(
  text: string,
  separator: string,
  unescape: (value: string) => string,
): Omit<RunnerCommand, 'data'> | undefined {
  const blank = text.indexOf(' ');
  const name = (blank < 0 ? text : text.slice(0, blank)).toLowerCase();
  if (!NAMES.has(name)) return undefined;
  const properties = new Map<string, string>();
  for (const pair of blank < 0 ? [] : text.slice(blank + 1).split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties.set(pair.slice(0, equals).trim(), unescape(pair.slice(equals + 1)));
  }
  return { name, properties };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const partly = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return partly.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

/** Reads a file of `name=value` and `name<<delimiter` entries, as GITHUB_OUTPUT and GITHUB_ENV hold them. */
export function readFileCommands(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      const equals = line.indexOf('=');
      if (equals > 0) values.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    const end = lines.indexOf(heredoc[2] ?? '', at + 1);
    if (end < 0) throw new Error(`delimiter ${heredoc[2]} is never closed`);
    values.set(heredoc[1] ?? '', lines.slice(at + 1, end).join('\n'));
    at = end;
  }
  return values;
}

/** Runs a JavaScript action as the runner does: its own process, INPUT_* and GITHUB_* variables, files for results. */
export async function runStep(step: Step): Promise<StepResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text = ''): string => {
    writeFileSync(join(temporary, name), text);
    return join(temporary, name);
  };
  const [output, environment, summary] = [file('output'), file('env'), file('summary')];
  const child = spawn(process.execPath, [step.main], {
    cwd: step.workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: temporary,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_REPOSITORY: 'owner/repository',
      GITHUB_EVENT_NAME: step.eventName,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event)),
      GITHUB_OUTPUT: output,
      GITHUB_ENV: environment,
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temporary,
      ...step.environment,
      ...Object.fromEntries(
        Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  });
  const commands: RunnerCommand[] = [];
  const log: string[] = [];
  const exit = new Promise<number | null>((done) => child.on('close', done));
  await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => {
      for await (const line of createInterface({ input: stream })) {
        const command = readCommand(line);
        if (command === undefined) log.push(line);
        else commands.push(command);
      }
    }),
  );
  return {
    exitCode: await exit,
    commands,
    log,
    outputs: readFileCommands(readFileSync(output, 'utf8')),
    environment: readFileCommands(readFileSync(environment, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
    temporary,
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  };
}
