import type { Rule } from '../model/rule.ts';
import { ciRules } from './ci/index.ts';
import { confRules } from './conf/index.ts';
import { diffRules } from './diff/index.ts';
import { drvRules } from './drv/index.ts';
import { exprRules } from './expr/index.ts';
import { flakeRules } from './flake/index.ts';
import { lockRules } from './lock/index.ts';
import { metaRules } from './meta/index.ts';
import { secretRules } from './secret/index.ts';

/** Every rule there is. */
export const allRules: readonly Rule[] = [
  ...ciRules,
  ...confRules,
  ...diffRules,
  ...drvRules,
  ...exprRules,
  ...flakeRules,
  ...lockRules,
  ...metaRules,
  ...secretRules,
];
