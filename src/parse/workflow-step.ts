import type { MappedText } from '../model/mapped-text.ts';
import { mappedSpan } from '../model/mapped-text.ts';
import type { Span } from '../model/span.ts';
import type { NamedText, Permissions, Run, Step, Uses } from '../model/workflow.ts';
import { entriesOf, itemsOf, scalarAt, valueAt } from '../model/yaml.ts';
import type { YamlNode, YamlScalar } from '../model/yaml.ts';
import type { KnownValues } from './shell/constants.ts';
import { parseShell } from './shell/script.ts';
import { MAX_TEXT } from './yaml.ts';

/** What the steps of one file share. */
export type ScriptBudget = {
  /** Characters of script read so far; aliases can repeat one large script in every job. */
  read: number;
  /** Where scripts were not read to their end. */
  readonly stopped: Span[];
};

export type StepContext = {
  /** Defaults of the workflow or job. */
  readonly shell: MappedText | undefined;
  readonly directory: string | undefined;
  readonly budget: ScriptBudget;
  /** Variables of the workflow and the job. */
  readonly environment: KnownValues;
};

/** The entries of `steps`, each with its script read where a POSIX shell runs it. */
export function readSteps(node: YamlNode | undefined, context: StepContext): readonly Step[] {
  return node?.kind === 'seq' ? node.items.map((item) => readStep(item, context)) : [];
}

function readStep(node: YamlNode, context: StepContext): Step {
  const uses = scalarAt(node, 'uses');
  const run = scalarAt(node, 'run');
  return {
    span: node.span,
    uses: uses === undefined ? undefined : readUses(uses),
    run: run === undefined ? undefined : readRun(run, node, context),
    with: byName(valueAt(node, 'with')),
    env: namedTexts(valueAt(node, 'env')),
    condition: scalarAt(node, 'if'),
  };
}

function readRun(run: YamlScalar, step: YamlNode, context: StepContext): Run {
  const shell = scalarAt(step, 'shell')?.value ?? context.shell;
  const directory = scalarAt(step, 'working-directory')?.value.text ?? context.directory;
  const { budget } = context;
  budget.read += run.value.text.length + (shell?.text.length ?? 0);
  const over = budget.read > MAX_TEXT;
  const environment = withVariables(context.environment, valueAt(step, 'env'));
  const script =
    isPosixShell(shell?.text) && !over ? parseShell(run.value, environment) : undefined;
  const stoppedAt = over ? run.span : script?.stoppedAt;
  if (stoppedAt !== undefined) budget.stopped.push(stoppedAt);
  const wrapper = shell === undefined || over ? undefined : parseShell(shell);
  return { value: run.value, span: run.span, shell: wrapper, directory, script };
}

/** What an `env` says, and what lies outside of it otherwise; a value that is filled in later hides an outer one. */
export function withVariables(outer: KnownValues, env: YamlNode | undefined): KnownValues {
  if (env === undefined) return outer;
  const own = new Map(namedTexts(env).map(({ name, value }) => [name, value.text]));
  return (name) => {
    const value = own.get(name);
    if (value === undefined) return outer(name);
    return value.includes('${{') ? undefined : value;
  };
}

/** Runners default to bash; `nix develop --command bash -e {0}` and the like end in one too. */
function isPosixShell(shell: string | undefined): boolean {
  if (shell === undefined) return true;
  const [program = ''] = shell.trim().split(/\s+/);
  const others = ['pwsh', 'powershell', 'cmd', 'python', 'node', 'perl', 'ruby', 'nu', 'fish'];
  return !others.includes(program.slice(program.lastIndexOf('/') + 1));
}

/** Reads `owner/repo/path@ref`. */
export function readUses(uses: YamlScalar): Uses {
  const text = uses.value.text;
  const at = text.lastIndexOf('@');
  const end = at < 0 ? text.length : at;
  const [owner = '', repo = '', ...path] = text.slice(0, end).split('/');
  const remote = /^[\w-]+$/.test(owner) && /^[\w.-]+$/.test(repo);
  return {
    span: uses.span,
    value: uses.value,
    repository: remote ? `${owner}/${repo}`.toLowerCase() : undefined,
    path: remote ? path.join('/') : '',
    ref: at < 0 ? undefined : text.slice(at + 1),
    refSpan: at < 0 ? uses.span : mappedSpan(uses.value, at + 1),
  };
}

/** The scalar entries of `env`, `with` or `secrets`. */
export function namedTexts(node: YamlNode | undefined): readonly NamedText[] {
  return entriesOf(node).flatMap(({ key, keySpan, value }) =>
    value.kind === 'scalar'
      ? [{ name: key, nameSpan: keySpan, value: value.value, span: value.span }]
      : [],
  );
}

/** The same by name; inputs are case-insensitive, so names are in lower case. */
export function byName(node: YamlNode | undefined): ReadonlyMap<string, NamedText> {
  return new Map(namedTexts(node).map((entry) => [entry.name.toLowerCase(), entry]));
}

/** What `defaults.run` says, what lies outside of it otherwise. */
export function runDefaults(
  node: YamlNode,
  outer: Pick<StepContext, 'shell' | 'directory'> = { shell: undefined, directory: undefined },
): Pick<StepContext, 'shell' | 'directory'> {
  const run = valueAt(valueAt(node, 'defaults'), 'run');
  return {
    shell: scalarAt(run, 'shell')?.value ?? outer.shell,
    directory: scalarAt(run, 'working-directory')?.value.text ?? outer.directory,
  };
}

/** `permissions`: a word for all scopes, or scopes one by one; undefined where nothing is said. */
export function readPermissions(node: YamlNode | undefined): Permissions | undefined {
  if (node === undefined) return undefined;
  const text = itemsOf(node).map((item) => (item.kind === 'scalar' ? item.value.text : ''))[0];
  const scopes = new Map(namedTexts(node).map((entry) => [entry.name, entry.value.text]));
  const all = text === 'write-all' ? 'write' : text === 'read-all' ? 'read' : undefined;
  return { span: node.span, all, scopes };
}
