import type { Rule } from '../../model/rule.ts';
import { cacheTrustBoundary } from './cache-trust-boundary.ts';
import { impureInput } from './impure-input.ts';
import { lockNotEnforced } from './lock-not-enforced.ts';
import { pathFlakeCopiesWorktree } from './path-flake-copies-worktree.ts';
import { pipeToShellInstaller } from './pipe-to-shell-installer.ts';
import { privilegedPrEvaluation } from './privileged-pr-evaluation.ts';
import { secretPassedToNix } from './secret-passed-to-nix.ts';
import { selfHostedSharedStore } from './self-hosted-shared-store.ts';
import { unpinnedFlakeRef } from './unpinned-flake-ref.ts';
import { unpinnedNixAction } from './unpinned-nix-action.ts';
import { unreviewedLockUpdate } from './unreviewed-lock-update.ts';
import { vulnerableNixVersion } from './vulnerable-nix-version.ts';

/** Rules over workflows, actions and the scripts of CI, in the order of their ids. */
export const ciRules: readonly Rule[] = [
  cacheTrustBoundary,
  impureInput,
  lockNotEnforced,
  pathFlakeCopiesWorktree,
  pipeToShellInstaller,
  privilegedPrEvaluation,
  secretPassedToNix,
  selfHostedSharedStore,
  unpinnedFlakeRef,
  unpinnedNixAction,
  unreviewedLockUpdate,
  vulnerableNixVersion,
];
