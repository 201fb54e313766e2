import type { Rule } from '../../model/rule.ts';
import { fixedOutputRisk } from './fixed-output-risk.ts';
import { sandboxEscape } from './sandbox-escape.ts';
import { sensitiveSource } from './sensitive-source.ts';

/** Rules over derivations, by id. */
export const drvRules: readonly Rule[] = [fixedOutputRisk, sandboxEscape, sensitiveSource];
