import type { Rule } from '../../model/rule.ts';

/** Rules over flake.lock and devenv.lock, in the order of their ids. */
export const lockRules: readonly Rule[] = [];
