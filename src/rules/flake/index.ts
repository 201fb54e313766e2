import type { Rule } from '../../model/rule.ts';
import { insecureInput } from './insecure-input.ts';
import { localInput } from './local-input.ts';
import { lockMissing } from './lock-missing.ts';
import { mutableTarball } from './mutable-tarball.ts';
import { nixconfigCache } from './nixconfig-cache.ts';
import { nixconfigDangerous } from './nixconfig-dangerous.ts';
import { nixconfigUnprompted } from './nixconfig-unprompted.ts';
import { registryInput } from './registry-input.ts';

/** Rules over flake.nix, in the order of their ids. Some of them are judged on the lock or on settings. */
export const flakeRules: readonly Rule[] = [
  insecureInput,
  localInput,
  lockMissing,
  mutableTarball,
  nixconfigCache,
  nixconfigDangerous,
  nixconfigUnprompted,
  registryInput,
];
