import { buildingSettings } from '../../data/settings/building.ts';
import { evaluationSettings } from '../../data/settings/evaluation.ts';
import { hookSettings } from '../../data/settings/hooks.ts';
import { networkSettings } from '../../data/settings/network.ts';
import { otherAliases, otherSettings } from '../../data/settings/other.ts';
import { sandboxSettings } from '../../data/settings/sandbox.ts';
import { trustSettings } from '../../data/settings/trust.ts';
import type { SettingFact, SettingType } from './fact.ts';
import type { SettingsSection } from './page.ts';

/** Every setting with weight for security, by theme, in the order of the documentation. */
export const settingSections: readonly SettingsSection[] = [
  { title: 'Trust', facts: trustSettings },
  { title: 'Sandbox', facts: sandboxSettings },
  { title: 'Hooks and plugins', facts: hookSettings },
  { title: 'Network and credentials', facts: networkSettings },
  { title: 'Evaluation', facts: evaluationSettings },
  { title: 'Building', facts: buildingSettings },
];

export const settingFacts: readonly SettingFact[] = settingSections.flatMap(({ facts }) => facts);

const factsByName: ReadonlyMap<string, SettingFact> = new Map(
  settingFacts.filter((fact) => !fact.urlParameter).map((fact) => [fact.name, fact]),
);

const typesByName: ReadonlyMap<string, SettingType | undefined> = new Map([
  ...otherSettings.bool.map((name) => [name, 'bool'] as const),
  ...otherSettings.set.map((name) => [name, 'set'] as const),
  ...otherSettings.text.map((name) => [name, undefined] as const),
  ...[...factsByName.values()].map((fact) => [fact.name, fact.type] as const),
]);

const canonicalByAlias: ReadonlyMap<string, string> = new Map([
  ...otherAliases,
  ...settingFacts.flatMap((fact) =>
    (fact.aliases ?? []).map((alias) => [alias, fact.name] as const),
  ),
]);

/** Types `extra-` may be put before (`BaseSetting::isAppendable` in `src/libutil/configuration.cc`). */
const appendable: ReadonlySet<SettingType | undefined> = new Set([
  'list',
  'set',
  'map',
  'sandbox-paths',
  'features',
] as const);

/** What is known of a setting by its canonical name; undefined for those without weight and unknown ones. */
export function settingFact(canonical: string): SettingFact | undefined {
  return factsByName.get(canonical);
}

/** The type of a known setting by its canonical name; undefined when it is unknown or never judged. */
export function settingType(canonical: string): SettingType | undefined {
  return typesByName.get(canonical);
}

/** A name looked up as Nix does: exact, case-sensitive, aliases folded, `extra-` only where it can append. */
export type SettingName = {
  readonly canonical: string;
  readonly operation: 'set' | 'extra';
  readonly known: boolean;
};

/** Looks up a name as written. An unknown one keeps its spelling: Nix warns and ignores it. */
export function settingName(written: string): SettingName {
  const canonical = resolve(written);
  if (canonical !== undefined) return { canonical, operation: 'set', known: true };
  const base = written.startsWith('extra-') ? resolve(written.slice('extra-'.length)) : undefined;
  if (base === undefined || !appendable.has(typesByName.get(base))) {
    return { canonical: written, operation: 'set', known: false };
  }
  return { canonical: base, operation: 'extra', known: true };
}

function resolve(name: string): string | undefined {
  return typesByName.has(name) ? name : canonicalByAlias.get(name);
}

const foldedNames: ReadonlyMap<string, string> = new Map(
  [...typesByName.keys(), ...canonicalByAlias.keys()].map((name) => [folded(name), name]),
);

/**
 * The known name an unknown one was surely meant to be: the same letters in another case, with `_` for `-` or
 * with invisible characters between, or a known name behind an `extra-` it does not take. Undefined otherwise.
 */
export function intendedName(written: string): string | undefined {
  const folding = folded(written);
  const base = folding.startsWith('extra') ? folding.slice('extra'.length) : folding;
  const name = foldedNames.get(folding) ?? foldedNames.get(base);
  if (name === undefined || base === folding || foldedNames.has(folding)) return name;
  return appendable.has(typesByName.get(resolve(name) ?? name)) ? `extra-${name}` : name;
}

/** Case, dashes and characters nobody sees, such as a byte order mark, do not tell names apart here. */
function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
