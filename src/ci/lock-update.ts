import { mappedSpan } from '../model/mapped-text.ts';
import type { Span } from '../model/span.ts';
import type { Step } from '../model/workflow.ts';
import { inputOf, nixAction } from './actions.ts';
import { invocationsOf } from './invocation.ts';
import { flagOf, nixCommands } from './nix-command.ts';
import { commandsOf } from './steps.ts';

/** Where something happens in a step, and what. */
export type Event = { readonly at: Span; readonly by: string };

/** A step that moves pins to newer sources. */
export function lockUpdate(step: Step): Event | undefined {
  if (step.uses !== undefined && nixAction(step.uses)?.role === 'update-lock') {
    return { at: step.uses.span, by: nixAction(step.uses)?.repository ?? '' };
  }
  for (const nix of step.run?.script === undefined ? [] : nixCommands(step.run.script)) {
    const relock =
      nix.subcommand === 'flake lock' &&
      flagOf(nix, '--update-input', '--recreate-lock-file') !== undefined;
    const recreate = flagOf(nix, '--recreate-lock-file') !== undefined;
    if (nix.subcommand === 'flake update' || relock || recreate) {
      return { at: nix.command.span, by: `nix ${nix.subcommand}` };
    }
  }
  return pinUpdate(step);
}

function pinUpdate(step: Step): Event | undefined {
  for (const command of commandsOf(step)) {
    for (const { program, args } of invocationsOf(command)) {
      const pins = program === 'npins' || program === 'niv' || program === 'devenv';
      if (pins && args[0]?.value.text === 'update') {
        return { at: command.span, by: `${program} update` };
      }
    }
  }
  return undefined;
}

/** Actions that merge or push without anybody looking. */
const automatic = new Set([
  'peter-evans/enable-pull-request-automerge',
  'alexwilson/enable-github-automerge-action',
  'pascalgn/automerge-action',
  'reitermarkus/automerge',
  'stefanzweifel/git-auto-commit-action',
  'endbug/add-and-commit',
  'ad-m/github-push-action',
]);

/** A step that brings what it finds to the default branch, a machine or other people without a review. */
export function unreviewed(step: Step): Event | undefined {
  const { uses } = step;
  if (uses?.repository !== undefined && automatic.has(uses.repository)) {
    return { at: uses.span, by: uses.repository };
  }
  const label = ['pr-labels', 'labels'].map((name) => inputOf(step, name)).find(Boolean);
  const automerge = label && /\bauto-?merge\b/i.exec(label.value.text);
  if (label !== undefined && automerge) {
    const { index, 0: word } = automerge;
    return { at: mappedSpan(label.value, index, index + word.length), by: 'an automerge label' };
  }
  return pushed(step);
}

function pushed(step: Step): Event | undefined {
  for (const command of commandsOf(step)) {
    for (const { program, args } of invocationsOf(command)) {
      const words = args.map(({ value }) => value.text);
      if (program === 'git' && pushesDefault(words)) return { at: command.span, by: 'git push' };
      const merge = program === 'gh' && words[0] === 'pr' && words[1] === 'merge';
      if (merge) return { at: command.span, by: 'gh pr merge' };
      const deploys = program === 'deploy' || (program === 'colmena' && words[0] === 'apply');
      if (deploys) return { at: command.span, by: program };
    }
  }
  return undefined;
}

/** `git push` of the checked-out or the default branch; a branch of its own is there to be reviewed. */
function pushesDefault(words: readonly string[]): boolean {
  const push = words.indexOf('push');
  if (push < 0 || words.slice(0, push).some((word) => !word.startsWith('-') && word !== '.'))
    return false;
  const [, ref = 'HEAD'] = words.slice(push + 1).filter((word) => !word.startsWith('-'));
  const target = ref.slice(ref.lastIndexOf(':') + 1).replace('refs/heads/', '');
  return ['HEAD', 'main', 'master'].includes(target);
}
