import type { Unreadable } from '../model/document.ts';
import type { NamedText, Workflow } from '../model/workflow.ts';
import { entriesOf, itemsOf, scalarAt, valueAt } from '../model/yaml.ts';
import type { YamlMap, YamlNode } from '../model/yaml.ts';
import type { ScriptBudget } from './workflow-step.ts';
import {
  namedTexts,
  readPermissions,
  readSteps,
  runDefaults,
  withVariables,
} from './workflow-step.ts';
import { nothingKnown } from './shell/constants.ts';
import { readJob } from './workflow-job.ts';
import { parseYaml } from './yaml.ts';

export type WorkflowResult =
  | { readonly kind: 'workflow'; readonly model: Workflow }
  | { readonly kind: 'unreadable'; readonly model: Unreadable };

/**
 * Reads a GitHub workflow or, as `action`, an action's metadata (docs.github.com: workflow syntax, metadata syntax).
 * Keys that are unknown or of another shape are left out: GitHub refuses such files, and other forges differ.
 */
export function parseWorkflow(text: string, flavour: Workflow['flavour']): WorkflowResult {
  const result = parseYaml(text);
  if (!result.ok) return { kind: 'unreadable', model: result.fault };
  if (result.root.kind !== 'map') return notThis(flavour, result.root);
  const budget: ScriptBudget = { read: 0, stopped: [] };
  const model =
    flavour === 'workflow' ? readWorkflow(result.root, budget) : readAction(result.root, budget);
  const [at] = budget.stopped;
  if (at === undefined) return { kind: 'workflow', model };
  const problem = 'shell script nested deeper, or repeated more often, than is read';
  const help = 'Move the script to a file of its own.';
  return { kind: 'unreadable', model: { cause: 'limit', problem, at, help } };
}

function notThis(flavour: Workflow['flavour'], root: YamlNode): WorkflowResult {
  const problem = `no ${flavour}: found a ${root.kind === 'seq' ? 'sequence' : 'scalar'} where a mapping is expected`;
  const help = `Write the ${flavour} as a mapping, or move the file elsewhere.`;
  return { kind: 'unreadable', model: { cause: 'parse', problem, at: root.span, help } };
}

function readWorkflow(root: YamlMap, budget: ScriptBudget): Workflow {
  const defaults = runDefaults(root);
  const environment = withVariables(nothingKnown, valueAt(root, 'env'));
  return {
    flavour: 'workflow',
    triggers: readTriggers(valueAt(root, 'on')),
    permissions: readPermissions(valueAt(root, 'permissions')),
    env: namedTexts(valueAt(root, 'env')),
    defaults: inputDefaults(valueAt(valueAt(valueAt(root, 'on'), 'workflow_call'), 'inputs')),
    jobs: entriesOf(valueAt(root, 'jobs')).map((entry) =>
      readJob(entry, { ...defaults, budget, environment }),
    ),
  };
}

function inputDefaults(inputs: YamlNode | undefined): readonly NamedText[] {
  return entriesOf(inputs).flatMap(({ key, keySpan, value }) => {
    const text = scalarAt(value, 'default');
    return text === undefined
      ? []
      : [{ name: key, nameSpan: keySpan, value: text.value, span: text.span }];
  });
}

function readTriggers(on: YamlNode | undefined): Workflow['triggers'] {
  if (on?.kind === 'map') {
    return entriesOf(on).map(({ key, keySpan }) => ({ name: key, span: keySpan }));
  }
  return itemsOf(on).flatMap((item) =>
    item.kind === 'scalar' ? [{ name: item.value.text, span: item.span }] : [],
  );
}

/** A composite action is one job; actions in JavaScript or containers have no steps. */
function readAction(root: YamlMap, budget: ScriptBudget): Workflow {
  const runs = valueAt(root, 'runs');
  const composite = scalarAt(runs, 'using')?.value.text === 'composite';
  const steps = composite
    ? readSteps(valueAt(runs, 'steps'), {
        shell: undefined,
        directory: undefined,
        budget,
        environment: nothingKnown,
      })
    : [];
  const span = runs?.span ?? root.span;
  const job = {
    id: 'runs',
    idSpan: span,
    span,
    runsOn: [],
    env: [],
    containerEnv: [],
    secrets: [],
    needs: [],
    steps,
  };
  const absent = {
    permissions: undefined,
    container: undefined,
    condition: undefined,
    environment: undefined,
    uses: undefined,
    with: new Map(),
    inheritsSecrets: false,
  };
  return {
    flavour: 'action',
    triggers: [],
    permissions: undefined,
    env: [],
    defaults: inputDefaults(valueAt(root, 'inputs')),
    jobs: [{ ...job, ...absent }],
  };
}
