import type { Rule } from '../model/rule.ts';
import { diffRules } from './diff/index.ts';
import { flakeRules } from './flake/index.ts';
import { lockRules } from './lock/index.ts';
import { metaRules } from './meta/index.ts';

/** Every rule there is. */
export const allRules: readonly Rule[] = [...diffRules, ...flakeRules, ...lockRules, ...metaRules];
