import type { Assignment, SettingsBlock, SettingToken } from '../model/setting.ts';
import type { SettingFact, SettingType, SettingValue } from './fact.ts';
import { settingFact, settingType } from './registry.ts';
import { readValue } from './value.ts';

/** A word of an effective value and the assignment it comes from. */
export type EffectiveToken = SettingToken & { readonly from: Assignment };

/** What one container makes of one setting. */
export type EffectiveSetting = {
  readonly name: string;
  readonly fact: SettingFact | undefined;
  /** In the order Nix applies them: the last one that sets, if any, and those that append to it. */
  readonly contributing: readonly Assignment[];
  /** Assignments that have no effect because a later one sets the value anew. */
  readonly overridden: readonly Assignment[];
  /** Whether the default of Nix is gone rather than appended to. */
  readonly replaced: boolean;
  readonly tokens: readonly EffectiveToken[];
};

/**
 * The effective settings of one container by canonical name: the last plain assignment wins and drops every
 * `extra-` before it, later ones append. Unknown settings are included, since Nix only warns about them.
 */
export function effectiveSettings(block: SettingsBlock): ReadonlyMap<string, EffectiveSetting> {
  const known = computed.get(block);
  if (known !== undefined) return known;
  const settings = compute(block);
  computed.set(block, settings);
  return settings;
}

/** Every rule asks for the same blocks. */
const computed = new WeakMap<SettingsBlock, ReadonlyMap<string, EffectiveSetting>>();

function compute(block: SettingsBlock): ReadonlyMap<string, EffectiveSetting> {
  const assigned = new Map<string, Assignment[]>();
  for (const item of block.assignments) {
    const sameName = assigned.get(item.canonical);
    if (sameName === undefined) assigned.set(item.canonical, [item]);
    else sameName.push(item);
  }
  return new Map(
    [...assigned].map(([name, items]) => [name, effective(name, items, block.container)]),
  );
}

function effective(
  name: string,
  items: readonly Assignment[],
  container: SettingsBlock['container'],
): EffectiveSetting {
  const lastSet = items.findLastIndex((item) => item.operation === 'set');
  // Definitions of NixOS modules have no order: forced ones replace the others wherever they stand.
  const counts = (item: Assignment, index: number): boolean =>
    container === 'nixos-option' && lastSet >= 0 ? item.operation === 'set' : index >= lastSet;
  const contributing = items.filter(counts);
  return {
    name,
    fact: settingFact(name),
    contributing,
    overridden: items.filter((item, index) => !counts(item, index)),
    replaced: lastSet >= 0,
    tokens: contributing.flatMap((from) => from.tokens.map((token) => ({ ...token, from }))),
  };
}

/** The text Nix reads as the value, or undefined when part of it is filled in later. */
export function textOf(setting: EffectiveSetting | undefined): string | undefined {
  if (setting === undefined || setting.tokens.some((token) => token.dynamic)) return undefined;
  return setting.tokens.map((token) => token.text).join(' ');
}

/** The value with the default where nothing replaces it; undefined when unknown, refused or filled in later. */
export function valueOf(setting: EffectiveSetting): SettingValue | undefined {
  const type = settingType(setting.name);
  if (type === undefined || textOf(setting) === undefined) return undefined;
  let value = setting.replaced ? undefined : setting.fact?.default;
  for (const item of setting.contributing) {
    const base = item.operation === 'extra' ? value : undefined;
    const reading = readValue(type, words(item), base);
    if (!reading.ok) return undefined;
    value = reading.value;
  }
  return value;
}

/** Whether a switch is effectively on or off; undefined when it is not assigned, refused or filled in later. */
export function switchOf(setting: EffectiveSetting | undefined): boolean | undefined {
  const value = setting === undefined ? undefined : valueOf(setting);
  return typeof value === 'boolean' ? value : undefined;
}

/** An assignment Nix refuses, overridden later or not: it reads every value at once and stops at the first bad one. */
export type Refusal = {
  readonly assignment: Assignment;
  readonly type: SettingType;
  readonly problem: string;
};

/** Every assignment of the container whose value Nix refuses. */
export function* refusals(block: SettingsBlock): Generator<Refusal> {
  for (const assignment of block.assignments) {
    const type = settingType(assignment.canonical);
    if (type === undefined || assignment.tokens.some((token) => token.dynamic)) continue;
    const reading = readValue(type, words(assignment));
    if (!reading.ok) yield { assignment, type, problem: reading.problem };
  }
}

function words(item: Assignment): readonly string[] {
  return item.tokens.map((token) => token.text);
}
