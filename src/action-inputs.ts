import { profiles, severities } from './model/severity.ts';
import { defaultOptions, readSince, type Options } from './options.ts';
import { parseOutput, type Output } from './report/index.ts';

/** The inputs of action.yml, typed. */
export type ActionInputs = {
  readonly path: string;
  readonly base: string;
  readonly options: Options;
  readonly outputs: readonly Output[];
  /** `checks` puts them into a check run of their own, which has no limit of ten per level. */
  readonly annotations: boolean | 'checks';
  readonly summary: boolean;
  readonly sarifFile: string;
  readonly allowUntrustedCheckout: boolean;
  readonly token: string;
  /** Name of the check run, '' for none. */
  readonly checkName: string;
  readonly comment: boolean;
  readonly suggestions: boolean;
  readonly uploadSarif: boolean;
  readonly issue: boolean;
  /** Folder with the artefact of another run to publish instead of linting; '' lints. */
  readonly publish: string;
};

/** Name of the check run when only `annotations: checks` asks for one. */
const checkName = 'nix-secure-lint';

/** Reads one input by its name in action.yml; '' when it is not set. */
export type GetInput = (name: string) => string;

/** Reads and checks every input; throws an Error with one clause on the first that is wrong. */
export function readInputs(get: GetInput): ActionInputs {
  const profile = choice('profile', profiles, get('profile'));
  const failOn = choice('fail-on', [...severities, 'never'] as const, get('fail-on'));
  const policy = get('policy');
  const since = get('since');
  const annotations = get('annotations');
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
      ...(since && { since: readSince(since), mode: 'audit' as const }),
      newOnly: flag('new-only', get('new-only'), false),
    },
    outputs: get('format').split(/\s+/).filter(Boolean).map(fileOutput),
    annotations: annotations === 'checks' ? annotations : flag('annotations', annotations, true),
    summary: flag('summary', get('summary'), true),
    sarifFile: get('sarif-file'),
    allowUntrustedCheckout: flag(
      'allow-untrusted-checkout',
      get('allow-untrusted-checkout'),
      false,
    ),
    token: get('token'),
    checkName: get('check-name') || (annotations === 'checks' ? checkName : ''),
    comment: flag('comment', get('comment'), false),
    suggestions: flag('suggestions', get('suggestions'), false),
    uploadSarif: flag('upload-sarif', get('upload-sarif'), false),
    issue: flag('issue', get('issue'), false),
    publish: get('publish'),
  };
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
