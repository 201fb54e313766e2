import type { Detector } from '../hit.ts';
import { ageIdentity, agePlugin } from './age.ts';
import { assignments } from './assignments.ts';
import { awsKeys } from './aws.ts';
import { azureAccountKey, azureClientSecret, telegramBot } from './azure.ts';
import {
  accessTokens,
  authorizationHeader,
  dockerAuth,
  kubernetesSecret,
  netrc,
} from './containers.ts';
import { githubAppToken, jsonWebToken } from './jwt.ts';
import { minisignKey, puttyKey } from './other-keys.ts';
import { passwordHashes } from './password-hashes.ts';
import { armouredKeys } from './pem.ts';
import { shapeDetector } from './shape.ts';
import { tokenShapes } from './tokens.ts';
import { urlCredentials } from './urls.ts';

/** Every detector that an anchor calls; the order does not matter, overlaps are resolved by rule. */
export const detectors: readonly Detector[] = [
  ...tokenShapes.map(shapeDetector),
  awsKeys,
  azureClientSecret,
  azureAccountKey,
  telegramBot,
  jsonWebToken,
  githubAppToken,
  armouredKeys,
  puttyKey,
  minisignKey,
  ageIdentity,
  agePlugin,
  passwordHashes,
  urlCredentials,
  assignments,
  authorizationHeader,
  dockerAuth,
  netrc,
  accessTokens,
  kubernetesSecret,
];
