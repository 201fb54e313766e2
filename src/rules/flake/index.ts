import type { Rule } from '../../model/rule.ts';
import { registryInput } from './registry-input.ts';

/** Rules over flake.nix, in the order of their ids. Some of them are judged on the lock. */
export const flakeRules: readonly Rule[] = [registryInput];
