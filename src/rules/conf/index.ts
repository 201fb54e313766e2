import type { Rule } from '../../model/rule.ts';
import { acceptFlakeConfig } from './accept-flake-config.ts';
import { credentialInSettings } from './credential-in-settings.ts';
import { hookConfigured } from './hook-configured.ts';
import { ineffectiveSetting } from './ineffective-setting.ts';
import { keyCacheMismatch } from './key-cache-mismatch.ts';
import { nativeCodeEnabled } from './native-code-enabled.ts';
import { publicKeyInvalid } from './public-key-invalid.ts';
import { purityWeakened } from './purity-weakened.ts';
import { registryOverride } from './registry-override.ts';
import { requireSigsDisabled } from './require-sigs-disabled.ts';
import { sandboxDisabled } from './sandbox-disabled.ts';
import { sandboxWeakened } from './sandbox-weakened.ts';
import { substituterInsecure } from './substituter-insecure.ts';
import { substituterTrustedFlag } from './substituter-trusted-flag.ts';
import { substituterUnknown } from './substituter-unknown.ts';
import { trustedUsersBroad } from './trusted-users-broad.ts';

/** Rules over Nix settings wherever they stand, in the order of their ids. */
export const confRules: readonly Rule[] = [
  acceptFlakeConfig,
  credentialInSettings,
  hookConfigured,
  ineffectiveSetting,
  keyCacheMismatch,
  nativeCodeEnabled,
  publicKeyInvalid,
  purityWeakened,
  registryOverride,
  requireSigsDisabled,
  sandboxDisabled,
  sandboxWeakened,
  substituterInsecure,
  substituterTrustedFlag,
  substituterUnknown,
  trustedUsersBroad,
];
