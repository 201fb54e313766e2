import type { Policy } from '../model/policy.ts';
import { glob } from './glob.ts';

/** Whether policy leaves a file out, as a test over paths; patterns are compiled once. */
export function exclusion(policy: Policy): (path: string) => boolean {
  return matcher(policy.exclude);
}

/** Whether policy says that a file holds Nix settings, as a test over paths. */
export function settingsFiles(policy: Policy): (path: string) => boolean {
  return matcher(policy.settingsFiles);
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map((pattern) => glob(pattern, 'path'));
  return (path) => globs.some((one) => one.matches(path));
}
