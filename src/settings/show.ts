import type { SettingFault, SettingsBlock } from '../model/setting.ts';
import type { Refusal } from './effective.ts';
import { effectiveSettings, refusals, valueOf } from './effective.ts';
import type { SettingValue } from './fact.ts';
import { settingFacts } from './registry.ts';

/** What Nix would show, or everything it would refuse. */
export type Shown =
  | { readonly ok: true; readonly json: string }
  | {
      readonly ok: false;
      readonly faults: readonly SettingFault[];
      readonly refusals: readonly Refusal[];
    };

/**
 * The effective settings as one JSON object, name → value, values in the form of `nix show-config --json`, names
 * by code unit. Settings whose default depends on the machine or version appear only when assigned; settings of other forks
 * and of Nix before 2.13 likewise.
 */
export function showSettings(block: SettingsBlock): Shown {
  const refused = [...refusals(block)];
  if (block.faults.length > 0 || refused.length > 0) {
    return { ok: false, faults: block.faults, refusals: refused };
  }
  const values = new Map<string, SettingValue>();
  for (const fact of settingFacts) {
    const ordinary = fact.fork === undefined && fact.until === undefined && !fact.urlParameter;
    if (ordinary && !fact.varies && fact.default !== undefined) values.set(fact.name, fact.default);
  }
  for (const setting of effectiveSettings(block).values()) {
    const value = setting.fact === undefined ? undefined : valueOf(setting);
    if (value !== undefined) values.set(setting.name, value);
  }
  const names = [...values.keys()].sort();
  const lines = names.map((name) => `  ${JSON.stringify(name)}: ${render(values.get(name))}`);
  return { ok: true, json: `{\n${lines.join(',\n')}\n}\n` };
}

function render(value: SettingValue | undefined): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Map) return renderMap(value);
  return 'json' in value ? value.json : JSON.stringify(value);
}

/** Names come from the file, so the object is written out instead of built. */
function renderMap(map: ReadonlyMap<string, string>): string {
  const members = [...map].sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
