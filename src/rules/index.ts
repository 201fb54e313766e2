import type { Rule } from '../model/rule.ts';
import { ciRules } from './ci/index.ts';
import { confRules } from './conf/index.ts';
import { exprRules } from './expr/index.ts';
import { flakeRules } from './flake/index.ts';
import { lockRules } from './lock/index.ts';
import { metaRules } from './meta/index.ts';

/** Every rule there is. */
export const allRules: readonly Rule[] = [
  ...ciRules,
  ...confRules,
  ...exprRules,
  ...flakeRules,
  ...lockRules,
  ...metaRules,
];
