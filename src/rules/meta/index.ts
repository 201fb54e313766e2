import type { Rule } from '../../model/rule.ts';
import { limitReached } from './limit-reached.ts';
import { parseError } from './parse-error.ts';
import { policyWeakened } from './policy-weakened.ts';
import { suppression } from './suppression.ts';

/** Rules about the linter's own run and policy, in the order of their ids. */
export const metaRules: readonly Rule[] = [limitReached, parseError, policyWeakened, suppression];
