import type { Rule } from '../../model/rule.ts';
import { evalHarvest } from './eval-harvest.ts';
import { importFromDerivation } from './import-from-derivation.ts';
import { insecureFetch } from './insecure-fetch.ts';
import { lookupPath } from './lookup-path.ts';
import { placeholderHash } from './placeholder-hash.ts';
import { plaintextSecret } from './plaintext-secret.ts';
import { readRuntimeSecret } from './read-runtime-secret.ts';
import { sandboxEscape } from './sandbox-escape.ts';
import { secretPathLiteral } from './secret-path-literal.ts';
import { sourceIncludesSecrets } from './source-includes-secrets.ts';
import { unhashedFetch } from './unhashed-fetch.ts';
import { weakHash } from './weak-hash.ts';

/** Rules over Nix code, in the order of their ids. */
export const exprRules: readonly Rule[] = [
  evalHarvest,
  importFromDerivation,
  insecureFetch,
  lookupPath,
  placeholderHash,
  plaintextSecret,
  readRuntimeSecret,
  sandboxEscape,
  secretPathLiteral,
  sourceIncludesSecrets,
  unhashedFetch,
  weakHash,
];
