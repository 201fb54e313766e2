import type { Rule } from '../../model/rule.ts';
import { contentTampered } from './content-tampered.ts';
import { downgraded } from './downgraded.ts';
import { flakeFlagChanged } from './flake-flag-changed.ts';
import { followsChanged } from './follows-changed.ts';
import { hostOrTypeChanged } from './host-or-type-changed.ts';
import { inputAdded } from './input-added.ts';
import { inputRemoved } from './input-removed.ts';
import { metadataTampered } from './metadata-tampered.ts';
import { refChanged } from './ref-changed.ts';
import { sourceChanged } from './source-changed.ts';
import { unlockedOrReformatted } from './unlocked-or-reformatted.ts';
import { updated } from './updated.ts';
import { verificationWeakened } from './verification-weakened.ts';

/** Rules over what changed between two locks, in the order of their ids. */
export const diffRules: readonly Rule[] = [
  contentTampered,
  downgraded,
  flakeFlagChanged,
  followsChanged,
  hostOrTypeChanged,
  inputAdded,
  inputRemoved,
  metadataTampered,
  refChanged,
  sourceChanged,
  unlockedOrReformatted,
  updated,
  verificationWeakened,
];
