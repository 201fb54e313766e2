import type { ReadResult } from '../model/host.ts';
import { defaultPolicy } from '../model/policy.ts';
import { defaultBaselinePath } from './baseline.ts';
import type { Fault, Loaded } from './fault.ts';
import type { KnownRule } from './schema.ts';
import type { PolicyState } from './weaken.ts';

/** Where the policy is looked for, first match wins. */
export const policyPaths: readonly string[] = [
  '.github/nix-secure-lint.yml',
  'nix-secure-lint.yml',
];

/** Far more than any hand-written policy, inventory or baseline of a large fleet. */
export const MAX_POLICY_BYTES = 2 * 1024 * 1024;

/** Reads a file of one revision: the working tree or a commit. */
export type ReadFile = (path: string, maxBytes: number) => ReadResult;

export type ReadState = PolicyState & {
  /** The texts read, by path. */
  readonly texts: ReadonlyMap<string, string>;
};

/** What a revision without any policy file accepts. */
export const defaultState: ReadState = { policy: defaultPolicy, comments: [], texts: new Map() };

/**
 * Reads policy, inventory and baseline of one revision. A file that is absent changes nothing unless it
 * was named; faults come with file, line and column. The readers are loaded only when there is a file.
 */
export async function readState(
  read: ReadFile,
  named: string | undefined,
  rules: readonly KnownRule[],
): Promise<Loaded<ReadState>> {
  const texts = new Map<string, string>();
  const faults: Fault[] = [];
  const text = (path: string, required: boolean): string | undefined => {
    const result = read(path, MAX_POLICY_BYTES);
    if (result.ok && !result.lossy) {
      texts.set(path, result.text);
      return result.text;
    }
    const absent = !result.ok && result.cause === 'missing' && !required;
    const message = result.ok ? 'file is no UTF-8' : result.problem;
    if (!absent) faults.push({ path, line: 1, column: 1, message });
    return undefined;
  };
  const found = findPolicy(named, text);
  const baselineOnly = found === undefined ? text(defaultBaselinePath, false) : undefined;
  if (faults.length > 0) return { ok: false, faults };
  if (found === undefined && baselineOnly === undefined) return { ok: true, value: defaultState };
  const { loadBaseline, loadInventory, loadPolicy } = await import('./load.ts');
  const loaded = found ? loadPolicy(found.path, found.text, rules) : accept(defaultPolicy);
  if (!loaded.ok) return loaded;
  const policy = loaded.value;
  const state: { -readonly [K in keyof ReadState]: ReadState[K] } = { policy, comments: [], texts };
  const baselinePath = policy.baselineFile ?? defaultBaselinePath;
  const baselineText = baselineOnly ?? text(baselinePath, policy.baselineFile !== undefined);
  if (baselineText !== undefined) {
    const baseline = loadBaseline(baselinePath, baselineText);
    if (baseline.ok) state.baseline = baseline.value;
    else faults.push(...baseline.faults);
  }
  const inventoryText =
    policy.inventoryFile === undefined ? undefined : text(policy.inventoryFile, true);
  if (policy.inventoryFile !== undefined && inventoryText !== undefined) {
    const inventory = loadInventory(policy.inventoryFile, inventoryText);
    if (!inventory.ok) faults.push(...inventory.faults);
    else {
      state.inventory = inventory.value;
      state.policy = { ...policy, inventory: inventory.value };
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: state };
}

function accept<T>(value: T): Loaded<T> {
  return { ok: true, value };
}

function findPolicy(
  named: string | undefined,
  text: (path: string, required: boolean) => string | undefined,
): { readonly path: string; readonly text: string } | undefined {
  for (const path of named === undefined ? policyPaths : [named]) {
    const found = text(path, named !== undefined);
    if (found !== undefined) return { path, text: found };
  }
  return undefined;
}
