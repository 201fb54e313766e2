import { profiles, severities } from './model/severity.ts';
import { defaultOptions, type Options } from './options.ts';
import { parseOutput, type Output } from './report/index.ts';

/** The inputs of action.yml, typed. */
export type ActionInputs = {
  readonly path: string;
  readonly base: string;
  readonly options: Options;
  readonly outputs: readonly Output[];
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly sarifFile: string;
  readonly allowUntrustedCheckout: boolean;
  readonly allowEvalOnPullRequest: boolean;
};

/** Reads one input by its name in action.yml; '' when it is not set. */
export type GetInput = (name: string) => string;

/** Reads and checks every input; throws an Error with one clause on the first that is wrong. */
export function readInputs(get: GetInput): ActionInputs {
  const profile = choice('profile', profiles, get('profile'));
  const failOn = choice('fail-on', [...severities, 'never'] as const, get('fail-on'));
  const policy = get('policy');
  const canary = get('canary');
  return {
    path: get('path') || '.',
    base: get('base'),
    options: {
      ...defaultOptions,
      ...(canary && { canary }),
      ...(profile && { profile }),
      ...(failOn && { failOn }),
      ...(policy && { policy }),
      ...derivations(words(get('drv')), words(get('eval'))),
    },
    outputs: words(get('format')).map(fileOutput),
    annotations: flag('annotations', get('annotations'), true),
    summary: flag('summary', get('summary'), true),
    sarifFile: get('sarif-file'),
    allowUntrustedCheckout: flag(
      'allow-untrusted-checkout',
      get('allow-untrusted-checkout'),
      false,
    ),
    allowEvalOnPullRequest: flag(
      'allow-eval-on-pull-request',
      get('allow-eval-on-pull-request'),
      false,
    ),
  };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** `eval: true` means every output of the flake; there is no installable of that name to lose. */
function derivations(
  drv: readonly string[],
  installables: readonly string[],
): Pick<Options, 'drv' | 'eval'> {
  const [only, ...more] = installables;
  const all = more.length === 0 && only?.toLowerCase() === 'true';
  const off = only === undefined || (more.length === 0 && only.toLowerCase() === 'false');
  return { ...(drv.length > 0 && { drv }), ...(!off && { eval: all ? [] : installables }) };
}

function choice<T extends string>(
  name: string,
  allowed: readonly T[],
  value: string,
): T | undefined {
  if (value === '') return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new Error(`input ${name} takes ${allowed.join(', ')}; found '${value}'`);
}

/** Booleans as the YAML 1.2 core schema spells them, like core.getBooleanInput. */
function flag(name: string, value: string, fallback: boolean): boolean {
  if (value === '') return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new Error(`input ${name} takes true or false; found '${value}'`);
}

function fileOutput(value: string): Output {
  const output = parseOutput(value);
  if ('problem' in output) throw new Error(`input format: ${output.problem}`);
  if (output.file === undefined) {
    throw new Error(`input format: '${value}' names no file, expected <format>:<file>`);
  }
  return output;
}
