import { experimentalFeatures } from '../../data/settings/features.ts';
import type { ConfFolder, RealNix } from './real-nix.ts';
import { confBlock } from '../../src/settings/block.ts';
import { effectiveSettings } from '../../src/settings/effective.ts';
import type { SettingFact } from '../../src/settings/fact.ts';
import { settingFact, settingFacts } from '../../src/settings/registry.ts';
import { showSettings } from '../../src/settings/show.ts';

/** Settings Nix itself changes on the way, whatever the file says. */
const unsteady = new Set(['pure-eval', 'plugin-files', 'build-hook', 'nix-path']);

/** Whether a version of Nix knows a setting and shows what the file says. */
export function isShown(fact: SettingFact, minor: number): boolean {
  // Called commit-lockfile-summary before 2.23.
  if (fact.name === 'commit-lock-file-summary' && minor < 23) return false;
  // No longer takes `extra-`: a set of paths instead of strings.
  if (fact.name === 'allowed-impure-host-deps' && minor >= 34) return false;
  const since = Number(fact.since?.slice(2) ?? Infinity);
  const until = Number(fact.until?.slice(2) ?? Infinity);
  return since <= minor && minor <= until && !fact.urlParameter && !unsteady.has(fact.name);
}

export type OurAnswer =
  { readonly ok: true; readonly values: ReadonlyMap<string, unknown> } | { readonly ok: false };

/** What we make of a folder, with the one feature the command line adds. */
export function askOurselves(folder: ConfFolder): OurAnswer & { readonly assigned: Set<string> } {
  const text = `${folder.get('nix.conf') ?? ''}\nextra-experimental-features = nix-command\n`;
  const files = { path: 'nix.conf', read: (path: string) => folder.get(path) };
  const block = confBlock(text, { container: 'nix-conf', label: 'nix.conf' }, { files });
  const shown = showSettings(block);
  const settings = [...effectiveSettings(block).values()];
  // What is appended to a default that depends on the machine cannot be known.
  const known = settings.filter((item) => item.replaced || item.fact?.default !== undefined);
  const assigned = new Set(known.map((item) => item.name));
  if (!shown.ok) return { ok: false, assigned };
  const values = JSON.parse(shown.json) as Record<string, unknown>; // an object by construction
  return { ok: true, assigned, values: new Map(Object.entries(values)) };
}

const features28 = [
  'ca-derivations',
  'impure-derivations',
  'flakes',
  'nix-command',
  'recursive-nix',
  'no-url-literals',
  'fetch-closure',
];

/** Features newer than 2.26, or that Nix does not have at all. */
const newer: ReadonlySet<string> = new Set(
  experimentalFeatures.slice(experimentalFeatures.indexOf('external-builders')),
);

/** Nix 2.8 prints features by number; every version drops those it does not know. */
function features(nix: RealNix, value: readonly unknown[]): readonly unknown[] {
  const names = value.map(String);
  if (nix.minor === 8) return names.map((name) => features28.indexOf(name)).filter((at) => at >= 0);
  if (nix.minor === 26) return names.filter((name) => !newer.has(name));
  return names.filter((name) => name !== 'no-url-literals');
}

/** Our value in the form that version prints it in. */
export function inFormOf(nix: RealNix, name: string, value: unknown): unknown {
  if (name === 'sandbox-paths' && nix.minor >= 34) return Object.fromEntries(mounts(value));
  if (name === 'experimental-features' && Array.isArray(value)) return features(nix, value);
  const emptied = value === null && settingFact(name)?.type === 'optional-path';
  if (emptied && (nix.minor === 8 || (nix.minor === 26 && name === 'ssl-cert-file'))) return '';
  return value;
}

/** Since 2.27 sandbox paths are printed as an object: target → source and whether it may be missing. */
function* mounts(value: unknown): Generator<[string, unknown]> {
  for (const word of Array.isArray(value) ? value.map(String) : []) {
    const optional = word.endsWith('?');
    const bare = optional ? word.slice(0, -1) : word;
    const cut = bare.indexOf('=');
    const target = cut < 0 ? bare : bare.slice(0, cut);
    yield [target, { optional, source: cut < 0 ? bare : bare.slice(cut + 1) }];
  }
}

/**
 * Whether Nix listens to the setting at all: since 2.16 some want an experimental feature. We judge them anyway,
 * since another file or a flag may switch the feature on.
 */
export function isHeeded(nix: RealNix, name: string, features: unknown): boolean {
  const feature = settingFact(name)?.feature;
  if (feature === undefined || nix.minor < 16) return true;
  return Array.isArray(features) && features.includes(feature);
}

/** Names to compare: everything assigned, and with the newest Nix every default that does not depend on the machine. */
export function namesToCompare(nix: RealNix, assigned: ReadonlySet<string>): readonly string[] {
  const steady = (fact: SettingFact): boolean =>
    assigned.has(fact.name) || (nix.minor === 34 && fact.default !== undefined && !fact.varies);
  return settingFacts
    .filter((fact) => isShown(fact, nix.minor) && steady(fact))
    .map((fact) => fact.name);
}
