import type { Policy } from '../model/policy.ts';
import { glob } from './glob.ts';

/** Whether policy leaves a file out, as a test over paths; patterns are compiled once. */
export function exclusion(policy: Policy): (path: string) => boolean {
  const globs = policy.exclude.map((pattern) => glob(pattern, 'path'));
  return (path) => globs.some((one) => one.matches(path));
}
