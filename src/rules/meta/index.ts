import type { Rule } from '../../model/rule.ts';

/** Rules about the linter's own run and policy, in the order of their ids. */
export const metaRules: readonly Rule[] = [];
