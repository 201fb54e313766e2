import { nixActions } from '../../data/nix-actions.ts';
import type { ImplicitSetting, NixAction } from '../../data/nix-actions.ts';
import type { NamedText, Step, Uses } from '../model/workflow.ts';
import { compareVersions } from './version.ts';

const byRepository = new Map(nixActions.map((action) => [action.repository, action]));

/** What is known of a Nix action; undefined for other actions. */
export function nixAction(uses: Uses | undefined): NixAction | undefined {
  return uses?.repository === undefined ? undefined : byRepository.get(uses.repository);
}

/** An input that is not empty. */
export function inputOf(step: Step, name: string): NamedText | undefined {
  const input = step.with.get(name);
  return input === undefined || input.value.text.trim() === '' ? undefined : input;
}

/** Whether the action of this step adds the setting, given its version and inputs. */
export function isAdded(setting: ImplicitSetting, step: Step): boolean {
  const { unless, sinceMajor, sinceNix } = setting;
  if (unless !== undefined && isFalse(inputOf(step, unless))) return false;
  const major = majorOf(step.uses?.ref);
  if (sinceMajor !== undefined && major !== undefined && major < sinceMajor) return false;
  if (sinceNix === undefined) return true;
  const version = inputOf(step, sinceNix.input)?.value.text.trim() ?? '';
  return !/^\d[\d.]*$/.test(version) || compareVersions(version, sinceNix.version) >= 0;
}

function isFalse(input: NamedText | undefined): boolean {
  return input?.value.text.trim().toLowerCase() === 'false';
}

function majorOf(ref: string | undefined): number | undefined {
  const major = /^v(\d{1,6})(?:\.|$)/.exec(ref ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}
