import type { Job, Step, Workflow } from '../model/workflow.ts';
import type { ShellCommand, ShellScript } from '../model/shell.ts';
import type { NixCommand } from './nix-command.ts';
import { nixCommands } from './nix-command.ts';

/** A step and where it stands. */
export type PlacedStep = { readonly job: Job; readonly step: Step; readonly index: number };

/** Every step of every job. */
export function* stepsOf(workflow: Workflow): Generator<PlacedStep> {
  for (const job of workflow.jobs) {
    for (const [index, step] of job.steps.entries()) yield { job, step, index };
  }
}

/** Every Nix command of every step. */
export function* nixStepsOf(
  workflow: Workflow,
): Generator<PlacedStep & { readonly nix: NixCommand; readonly script: ShellScript }> {
  for (const placed of stepsOf(workflow)) {
    const script = placed.step.run?.script;
    if (script === undefined) continue;
    for (const nix of nixCommands(script)) yield { ...placed, nix, script };
  }
}

/** The commands of a step's script. */
export function commandsOf(step: Step): readonly ShellCommand[] {
  return step.run?.script?.commands ?? [];
}
