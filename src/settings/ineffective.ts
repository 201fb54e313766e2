import type { Assignment, SettingToken } from '../model/setting.ts';
import type { EffectiveSetting } from './effective.ts';
import { valueOf } from './effective.ts';
import type { SettingValue } from './fact.ts';
import { settingType } from './registry.ts';
import { readValue } from './value.ts';

/** The value of each switch that protects. */
const safeValues: ReadonlyMap<string, SettingValue> = new Map([
  ['accept-flake-config', false],
  ['allow-new-privileges', false],
  ['allow-unsafe-native-code-during-evaluation', false],
  ['filter-syscalls', true],
  ['pure-eval', true],
  ['require-sigs', true],
  ['restrict-eval', true],
  ['sandbox', true],
  ['sandbox-fallback', false],
]);

/** Assignments of a protecting value that a later one replaces by another. */
export function overriddenSafeguards(setting: EffectiveSetting): readonly Assignment[] {
  const safe = safeValues.get(setting.name);
  const type = settingType(setting.name);
  const value = valueOf(setting);
  if (safe === undefined || type === undefined || value === undefined || value === safe) return [];
  return setting.overridden.filter((item) => {
    const reading = readValue(
      type,
      item.tokens.map((token) => token.text),
    );
    return reading.ok && reading.value === safe;
  });
}

/** A word with a quote at one of its ends, and what is left without. */
export type QuotedWord = SettingToken & { readonly bare: string };

/** The quoted words of a setting with weight for security; JSON values have quotes of their own. */
export function quotedWords(item: Assignment): readonly QuotedWord[] {
  const type = settingType(item.canonical);
  if (type === undefined || type === 'json') return [];
  return item.tokens.flatMap((token) => {
    const bare = token.text.replace(/^["']/, '').replace(/["']$/, '');
    return bare === token.text ? [] : [{ ...token, bare }];
  });
}
