import type { Rule } from '../../model/rule.ts';
import { brokenGraph } from './broken-graph.ts';
import { decoyRoot } from './decoy-root.ts';
import { dirMismatch } from './dir-mismatch.ts';
import { duplicateJsonKey } from './duplicate-json-key.ts';
import { duplicateSource } from './duplicate-source.ts';
import { flakeFlagMismatch } from './flake-flag-mismatch.ts';
import { followsMismatch } from './follows-mismatch.ts';
import { insecureTransportRule } from './insecure-transport.ts';
import { knownBadRevision } from './known-bad-revision.ts';
import { legacyInfoOverride } from './legacy-info-override.ts';
import { localPath } from './local-path.ts';
import { lookalikeSource } from './lookalike-source.ts';
import { malformedIdentity } from './malformed-identity.ts';
import { narhashConflict } from './narhash-conflict.ts';
import { narhashInvalid } from './narhash-invalid.ts';
import { nixpkgsEol } from './nixpkgs-eol.ts';
import { noncanonical } from './noncanonical.ts';
import { orphanNode } from './orphan-node.ts';
import { outOfSync } from './out-of-sync.ts';
import { retargetedInput } from './retargeted-input.ts';
import { staleInput } from './stale-input.ts';
import { timestampAnomaly } from './timestamp-anomaly.ts';
import { unexpectedInput } from './unexpected-input.ts';
import { unpinnedInput } from './unpinned-input.ts';
import { untrustedSource } from './untrusted-source.ts';

/** Rules over flake.lock and devenv.lock, in the order of their ids. */
export const lockRules: readonly Rule[] = [
  brokenGraph,
  decoyRoot,
  dirMismatch,
  duplicateJsonKey,
  duplicateSource,
  flakeFlagMismatch,
  followsMismatch,
  insecureTransportRule,
  knownBadRevision,
  legacyInfoOverride,
  localPath,
  lookalikeSource,
  malformedIdentity,
  narhashConflict,
  narhashInvalid,
  nixpkgsEol,
  noncanonical,
  orphanNode,
  outOfSync,
  retargetedInput,
  staleInput,
  timestampAnomaly,
  unexpectedInput,
  unpinnedInput,
  untrustedSource,
];
