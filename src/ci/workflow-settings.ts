import type { ImplicitSetting, NixAction } from '../../data/nix-actions.ts';
import type {
  SettingEnvironment,
  SettingsBlock,
  SettingsFile,
  WrittenSetting,
} from '../model/setting.ts';
import type { Job, NamedText, Step, Workflow } from '../model/workflow.ts';
import { inputOf, isAdded, nixAction } from './actions.ts';
import { madeUp, yamlContent } from './content.ts';
import { jobEnvironment, selfHosted } from './job.ts';
import type { Includable } from '../parse/nix-conf.ts';
import type { Around } from './shell-settings.ts';
import { contentBlock, shellSettings, variableBlock } from './shell-settings.ts';

/**
 * Every place in a workflow that sets Nix settings: `NIX_CONFIG` at each level, inputs of installers with what they add
 * unasked, and what scripts write, export and pass as flags.
 */
export function workflowSettings(workflow: Workflow, files?: Includable): SettingsFile {
  const environments = workflow.jobs.map((job) => jobEnvironment(workflow, job));
  const around = (environment: Around['environment']): Around => ({
    environment,
    ...(files && { files }),
  });
  const blocks = [
    ...variableBlocks(workflow.env, around(merged(environments))),
    ...commonBlocks(workflow.defaults, around(merged(environments))),
    ...workflow.jobs.flatMap((job, index) => jobBlocks(job, around(environments[index] ?? {}))),
  ];
  return { blocks };
}

function jobBlocks(job: Job, around: Around): SettingsBlock[] {
  const steps = job.steps.flatMap((step) => [
    ...variableBlocks(step.env, around),
    ...installerBlocks(job, step, around),
    ...[step.run?.shell, step.run?.script].flatMap((script) =>
      script === undefined ? [] : shellSettings(script, around),
    ),
  ]);
  return [
    ...variableBlocks([...job.env, ...job.containerEnv], around),
    ...commonBlocks(job.with.values(), around),
    ...steps,
  ];
}

/** What holds for all jobs when it excuses, and for any when it aggravates. */
function merged(all: readonly Partial<SettingEnvironment>[]): Partial<SettingEnvironment> {
  const privilege = all.find((one) => one.privilege !== undefined)?.privilege;
  return {
    ci: true,
    ...(privilege && { privilege }),
    container: all.length > 0 && all.every((one) => one.container === true),
    macosOnly: all.length > 0 && all.every((one) => one.macosOnly === true),
    privileged: all.some((one) => one.privileged === true),
    pullRequest: all.some((one) => one.pullRequest === true),
  };
}

function variableBlocks(env: readonly NamedText[], around: Around): SettingsBlock[] {
  return env.flatMap(({ name, value }) => variableBlock(name, yamlContent(value), around));
}

function installerBlocks(job: Job, step: Step, around: Around): readonly SettingsBlock[] {
  const action = nixAction(step.uses);
  if (action === undefined) return unknownInstallerBlocks(step, around);
  const extra = implicitSettings(action, job, step);
  const [first = '', ...rest] = action.conf ?? [];
  const input = inputOf(step, first);
  if (input === undefined && extra.before.length + extra.after.length === 0) return [];
  const content = input === undefined ? madeUp('', step.span.start) : yamlContent(input.value);
  const label = `${first} of ${action.repository}`;
  return [
    contentBlock(content, 'workflow-input', label, around, extra),
    ...rest.flatMap((name) => inputBlock(step, name, around)),
  ];
}

/** Inputs that carry nix.conf text in actions and workflows of other owners, local wrappers included. */
const commonInput = /^(?:extra[-_])?nix[-_]?conf(?:ig)?$|^extra[-_]conf$/;

function unknownInstallerBlocks(step: Step, around: Around): readonly SettingsBlock[] {
  return step.uses === undefined ? [] : commonBlocks(step.with.values(), around);
}

function commonBlocks(inputs: Iterable<NamedText>, around: Around): readonly SettingsBlock[] {
  return [...inputs]
    .filter(({ name, value }) => commonInput.test(name.toLowerCase()) && value.text.trim() !== '')
    .map(({ name, value }) => contentBlock(yamlContent(value), 'workflow-input', name, around));
}

function inputBlock(step: Step, name: string, around: Around): SettingsBlock[] {
  const input = inputOf(step, name);
  if (input === undefined) return [];
  return [contentBlock(yamlContent(input.value), 'workflow-input', name, around)];
}

function implicitSettings(
  action: NixAction,
  job: Job,
  step: Step,
): { before: WrittenSetting[]; after: WrittenSetting[] } {
  const added = (action.implicit ?? []).filter(
    (setting) =>
      isAdded(setting, step) && (setting.only === undefined || selfHosted(job) !== undefined),
  );
  const at = (place: ImplicitSetting['place']): WrittenSetting[] =>
    added.filter((setting) => setting.place === place).map((one) => written(one, action, step));
  return { before: at('before'), after: at('after') };
}

function written(setting: ImplicitSetting, action: NixAction, step: Step): WrittenSetting {
  const [name = '', , ...values] = setting.text.split(' ');
  const span = step.uses?.span ?? step.span;
  const tokens = values.map((text) => ({ text, span }));
  return { name, nameSpan: span, tokens, span, implicit: action.repository };
}
