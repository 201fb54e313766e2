import { parseArgs, type ParseArgsConfig } from 'node:util';
import { levelNames, profiles, severities, type Level } from './model/severity.ts';
import { readSince, type Options } from './options.ts';
import type { FixRequest } from './fix/choose.ts';
import { parseOutput, type Output } from './report/index.ts';

/** What the user asked for. */
export type Command =
  | {
      readonly name: 'check';
      readonly directory: string;
      readonly fix?: FixRequest;
      readonly options: Options;
      readonly outputs: readonly Output[];
      /** Where known secret values are read from: a file, `-` or `env`. */
      readonly canary?: string;
    }
  | {
      readonly name: 'diff';
      readonly from: string;
      readonly to: string;
      readonly options: Options;
      readonly outputs: readonly Output[];
    }
  | {
      readonly name: 'approve';
      /** Two locks, or the linted directory and the base of the options. */
      readonly of:
        | { readonly kind: 'locks'; readonly from: string; readonly to: string }
        | { readonly kind: 'base'; readonly directory: string };
      readonly options: Options;
    }
  | {
      readonly name: 'audit';
      readonly directory: string;
      readonly options: Options;
      readonly outputs: readonly Output[];
    }
  | {
      readonly name: 'explain';
      readonly topic: string;
      readonly directory: string;
      readonly options: Options;
    }
  | { readonly name: 'init'; readonly directory: string }
  | { readonly name: 'rules' }
  | { readonly name: 'schema'; readonly of: 'policy' | 'report' }
  | { readonly name: 'debug'; readonly what: 'lock' | 'parse' | 'settings'; readonly file: string }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export type ParsedArguments =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problem: string };

const FLAGS = {
  base: { type: 'string' },
  profile: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  policy: { type: 'string' },
  format: { type: 'string', multiple: true },
  canary: { type: 'string' },
  fix: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'new-only': { type: 'boolean' },
  since: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Words that start a command; a directory of such a name is written `./name`. */
export const commandNames = [
  'check',
  'diff',
  'approve',
  'audit',
  'explain',
  'init',
  'rules',
  'schema',
  'debug',
] as const;

type Values = ReturnType<typeof readFlags>['values'];

/** Reads the words after the program's name. A problem is one clause for the user. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  try {
    const { values, positionals } = readFlags(argv);
    if (values.help === true) return accept({ name: 'help' });
    if (values.version === true) return accept({ name: 'version' });
    return accept(readCommand(positionals, values));
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      return { ok: false, problem: lowerFirst(firstSentence(error.message)) };
    }
    throw error;
  }
}

/** A mistake of the user; its message is one clause. */
class UsageError extends Error {}

function readFlags(argv: readonly string[]) {
  // `--fix` alone means the safe ones; the parser knows no optional values.
  const args = argv.map((word) => (word === '--fix' ? '--fix=safe' : word));
  return parseArgs({ args, options: FLAGS, strict: true, allowPositionals: true });
}

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

/** Node adds advice about `--` that helps nobody here. */
function firstSentence(text: string): string {
  return text.split('. ')[0] ?? text;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function accept(command: Command): ParsedArguments {
  return { ok: true, command };
}

function readCommand(positionals: readonly string[], values: Values): Command {
  const name = commandNames.find((candidate) => candidate === positionals[0]);
  const rest = name === undefined ? positionals : positionals.slice(1);
  switch (name) {
    case undefined:
    case 'check':
      return {
        name: 'check',
        directory: atMostOne(rest),
        ...checkOptions(values),
        ...(values.canary !== undefined && { canary: values.canary }),
        ...readFix(values),
      };
    case 'diff': {
      const [from, to] = two(rest, 'diff');
      return { name, from, to, ...checkOptions(values) };
    }
    case 'approve':
      return readApprove(rest, values);
    case 'audit': {
      const { options, outputs } = checkOptions(values);
      const since = readSince(values.since ?? DEFAULT_SINCE);
      return {
        name,
        directory: atMostOne(rest),
        options: { ...options, since, mode: 'audit' },
        outputs,
      };
    }
    case 'explain': {
      const [topic, ...directory] = rest;
      if (topic === undefined) throw new UsageError('explain needs a rule id or an input path');
      const { options } = checkOptions(values);
      return { name, topic, directory: atMostOne(directory), options };
    }
    case 'init':
      return { name, directory: atMostOne(rest) };
    case 'rules':
      atMostOne(rest);
      return { name };
    case 'schema':
      return { name, of: oneOf('schema', ['policy', 'report'] as const, only(rest, 'schema')) };
    case 'debug': {
      const [what, ...file] = rest;
      return {
        name,
        what: oneOf('debug', ['lock', 'parse', 'settings'] as const, what),
        file: only(file, `debug ${what}`),
      };
    }
  }
}

/** A weekly audit with a day to spare. */
const DEFAULT_SINCE = '8d';

function readApprove(words: readonly string[], values: Values): Command {
  const { options } = checkOptions(values);
  if (options.base !== undefined) {
    return { name: 'approve', of: { kind: 'base', directory: atMostOne(words) }, options };
  }
  const [from, to] = two(words, 'approve without --base');
  return { name: 'approve', of: { kind: 'locks', from, to }, options };
}

function two(words: readonly string[], command: string): readonly [string, string] {
  const [first, second, third] = words;
  if (first === undefined || second === undefined || third !== undefined) {
    throw new UsageError(`${command} needs two locks, the old and the new one`);
  }
  return [first, second];
}

/** Fixes edit the working tree; a judgement against a base revision must not, its code is a stranger's. */
function readFix(values: Values): { readonly fix?: FixRequest } {
  const dryRun = values['dry-run'] === true;
  if (values.fix === undefined && !dryRun) return {};
  if (values.base !== undefined) throw new UsageError('--fix cannot be used with --base');
  const safety = oneOf('--fix', ['safe', 'unsafe'] as const, values.fix ?? 'safe');
  return { fix: { safety, dryRun } };
}

function atMostOne(words: readonly string[]): string {
  const [first, second] = words;
  if (second !== undefined) throw new UsageError(`unexpected argument '${second}'`);
  return first ?? '.';
}

function only(words: readonly string[], command: string): string {
  const [first, second] = words;
  if (first === undefined || second !== undefined) {
    throw new UsageError(`${command} needs exactly one argument`);
  }
  return first;
}

function checkOptions(values: Values): { options: Options; outputs: readonly Output[] } {
  const newOnly = values['new-only'] === true;
  if (newOnly && (values.base ?? '') === '') throw new UsageError('--new-only needs --base');
  const options: Options = {
    rules: new Map((values.rule ?? []).map(readRule)),
    ...(values.profile !== undefined && {
      profile: oneOf('--profile', profiles, values.profile),
    }),
    ...(values['fail-on'] !== undefined && {
      failOn: oneOf('--fail-on', [...severities, 'never'] as const, values['fail-on']),
    }),
    ...(values.policy !== undefined && { policy: values.policy }),
    ...(values.base !== undefined && { base: values.base }),
    ...(newOnly && { newOnly }),
  };
  return { options, outputs: readOutputs(values.format ?? []) };
}

function oneOf<T extends string>(
  flag: string,
  allowed: readonly T[],
  value: string | undefined,
): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const said = value === undefined ? 'nothing' : `'${value}'`;
  throw new UsageError(`${flag} takes ${allowed.join(', ')}; found ${said}`);
}

function readRule(text: string): readonly [string, Level] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`--rule takes <id>=<level>; found '${text}'`);
  return [text.slice(0, equals), oneOf('--rule', levelNames, text.slice(equals + 1))];
}

function readOutputs(formats: readonly string[]): Output[] {
  const outputs = formats.map((format) => {
    const output = parseOutput(format);
    if ('problem' in output) throw new UsageError(output.problem);
    return output;
  });
  if (outputs.filter((output) => output.file === undefined).length > 1) {
    throw new UsageError('only one format can go to standard output, give the others a file');
  }
  return outputs;
}
